/** Draws a marker by its name (image-names.ts) on a canvas of the page: no sprite is fetched. */
import type { MapPalette } from './map-palette.ts';

export interface DrawnImage {
  readonly image: ImageData;
  readonly pixelRatio: number;
}

const RATIO = 2;
const TURN = 2 * Math.PI;
const PERSON_RADIUS = 8;

type Pen = CanvasRenderingContext2D;

/** Null when the name is none of ours, or the page has no canvas. */
export function drawMarker(name: string, palette: MapPalette): DrawnImage | null {
  const [kind, ...rest] = name.split(':');
  switch (kind) {
    case 'person':
      return onCanvas(2 * PERSON_RADIUS + 4, (pen, middle) => drawPerson(pen, middle, rest[0] ?? '', palette));
    case 'people': {
      const [radius = 13, free = 0, engaged = 0, assigned = 0] = rest.map(Number);
      return onCanvas(2 * radius + 4, (pen, middle) =>
        drawCluster(pen, middle, radius, { free, engaged, assigned }, palette),
      );
    }
    case 'need': {
      const side = Number(rest[0] ?? 18);
      return onCanvas(side + 4, (pen, middle) => drawNeed(pen, middle, side, palette));
    }
    case 'mission':
      return onCanvas(36, (pen, middle) => drawMission(pen, middle, palette));
    case 'hatch':
      return onCanvas(16, (pen) => drawHatch(pen, Number(rest[0] ?? 0), palette));
    default:
      return null;
  }
}

function onCanvas(side: number, draw: (pen: Pen, middle: number) => void): DrawnImage | null {
  const canvas = document.createElement('canvas');
  canvas.width = side * RATIO;
  canvas.height = side * RATIO;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.scale(RATIO, RATIO);
  draw(pen, side / 2);
  return { image: pen.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: RATIO };
}

function disc(pen: Pen, middle: number, radius: number, fill: string): void {
  pen.beginPath();
  pen.arc(middle, middle, radius, 0, TURN);
  pen.fillStyle = fill;
  pen.fill();
}

function circle(pen: Pen, middle: number, radius: number, line: string, width: number): void {
  pen.beginPath();
  pen.arc(middle, middle, radius, 0, TURN);
  pen.strokeStyle = line;
  pen.lineWidth = width;
  pen.stroke();
}

/** DISPONIBLE full; EN COURS half; CONTACTÉ a target; AFFECTÉ ticked; INDISPONIBLE hollow and struck. */
function drawPerson(pen: Pen, middle: number, status: string, palette: MapPalette): void {
  disc(pen, middle, PERSON_RADIUS + 1.5, palette.textHalo);
  if (status === 'free') disc(pen, middle, PERSON_RADIUS, palette.free);
  if (status === 'assigned') {
    disc(pen, middle, PERSON_RADIUS, palette.assigned);
    stroke(pen, palette.face, 2.2, [
      [middle - 3.6, middle + 0.2],
      [middle - 1, middle + 3],
      [middle + 4, middle - 3],
    ]);
  }
  if (status === 'proposed') {
    circle(pen, middle, PERSON_RADIUS - 1, palette.free, 2);
    pen.beginPath();
    pen.arc(middle, middle, PERSON_RADIUS - 1, TURN / 4, (3 * TURN) / 4);
    pen.fillStyle = palette.free;
    pen.fill();
  }
  if (status === 'contacted') {
    circle(pen, middle, PERSON_RADIUS - 1, palette.free, 2);
    disc(pen, middle, 3.2, palette.free);
  }
  if (status === 'unavailable') {
    circle(pen, middle, PERSON_RADIUS - 1, palette.unavailable, 2);
    stroke(pen, palette.unavailable, 2, [
      [middle - 4, middle + 4],
      [middle + 4, middle - 4],
    ]);
  }
}

interface Parts {
  readonly free: number;
  readonly engaged: number;
  readonly assigned: number;
}

/** A ring shared out by status, from the top: free full and strong, engaged lighter and striped, the others thin. */
function drawCluster(pen: Pen, middle: number, radius: number, parts: Parts, palette: MapPalette): void {
  disc(pen, middle, radius + 1.5, palette.textHalo);
  disc(pen, middle, radius, palette.face);
  const whole = Math.max(8, parts.free + parts.engaged + parts.assigned);
  const shares = [
    { part: parts.free, color: palette.free, width: 5, dash: [] },
    { part: parts.engaged, color: palette.engaged, width: 5, dash: [2.2, 1.4] },
    { part: parts.assigned, color: palette.assigned, width: 3, dash: [] },
    { part: whole - parts.free - parts.engaged - parts.assigned, color: palette.unavailable, width: 1.6, dash: [] },
  ];
  let from = -TURN / 4;
  for (const { part, color, width, dash } of shares) {
    const to = from + (part / whole) * TURN;
    if (part > 0) {
      pen.beginPath();
      pen.arc(middle, middle, radius - width / 2, from, to);
      pen.strokeStyle = color;
      pen.lineWidth = width;
      pen.setLineDash(dash);
      pen.stroke();
    }
    from = to;
  }
  pen.setLineDash([]);
}

function drawNeed(pen: Pen, middle: number, side: number, palette: MapPalette): void {
  square(pen, middle, side / 2 + 1.5, palette.textHalo);
  square(pen, middle, side / 2, palette.need);
}

/** The establishment of the mission: a green plate with a cross, whose tip is the place. */
function drawMission(pen: Pen, middle: number, palette: MapPalette): void {
  const plate = (grow: number, fill: string) => {
    const half = 12 + grow;
    pen.beginPath();
    pen.roundRect(middle - half, 14 - half, 2 * half, 2 * half, 4);
    pen.moveTo(middle - 5 - grow, 14 + half - 1);
    pen.lineTo(middle, 34 + grow);
    pen.lineTo(middle + 5 + grow, 14 + half - 1);
    pen.fillStyle = fill;
    pen.fill();
  };
  plate(1.8, palette.textHalo);
  plate(0, palette.need);
  for (const [x, y] of [
    [7, 0],
    [0, 7],
  ] as const) {
    stroke(pen, palette.needText, 4.5, [
      [middle - x, 14 - y],
      [middle + x, 14 + y],
    ]);
  }
}

/** Shade and hatch of a class of balance: the tenser, the closer the lines; crossed where nobody is free. */
function drawHatch(pen: Pen, place: number, palette: MapPalette): void {
  pen.fillStyle = palette.balance[place] ?? palette.land;
  pen.fillRect(0, 0, 16, 16);
  const gap = [0, 0, 16, 8, 8, 8][place] ?? 0;
  if (gap === 0) return;
  pen.globalAlpha = place === 5 ? 0.55 : 0.32;
  for (let at = -16; at <= 32; at += gap) {
    stroke(pen, palette.hatch, place < 4 ? 1 : 1.8, [
      [at - 1, 17],
      [at + 17, -1],
    ]);
    if (place < 5) continue;
    stroke(pen, palette.hatch, 1.8, [
      [at - 1, -1],
      [at + 17, 17],
    ]);
  }
  pen.globalAlpha = 1;
}

function square(pen: Pen, middle: number, half: number, fill: string): void {
  pen.beginPath();
  pen.roundRect(middle - half, middle - half, 2 * half, 2 * half, 3.5);
  pen.fillStyle = fill;
  pen.fill();
}

function stroke(pen: Pen, color: string, width: number, corners: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  corners.forEach(([x, y], place) => {
    if (place === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.stroke();
}
