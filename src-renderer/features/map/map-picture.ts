/** The map as a picture to keep or to print: what it shows, when, under which filters, and where its ground comes from. */
import { FR_MAP } from '../../text/fr-map.ts';

export interface PictureWords {
  readonly title: string;
  /** Mission, filters, counts, moment. */
  readonly lines: readonly string[];
}

const HEAD = 26;
const LINE = 18;
const MARGIN = 14;
const FONT = "'Inter', 'Segoe UI', 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif";

/** @param map as it was drawn, at the screen's own density */
export function composePicture(map: HTMLCanvasElement, { title, lines }: PictureWords): HTMLCanvasElement {
  const ratio = Math.max(1, window.devicePixelRatio);
  const top = MARGIN + HEAD + lines.length * LINE + 6;
  const bottom = LINE + MARGIN;
  const picture = document.createElement('canvas');
  picture.width = map.width;
  picture.height = map.height + (top + bottom) * ratio;
  const pen = picture.getContext('2d');
  if (pen === null) return map;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(map, 0, top * ratio);
  pen.scale(ratio, ratio);
  pen.fillStyle = '#000091';
  pen.font = `650 17px ${FONT}`;
  pen.fillText(title, MARGIN, MARGIN + 14);
  pen.fillStyle = '#1b1d26';
  pen.font = `13px ${FONT}`;
  lines.forEach((line, place) => {
    pen.fillText(line, MARGIN, MARGIN + HEAD + place * LINE + 8);
  });
  pen.fillStyle = '#53565f';
  pen.font = `11px ${FONT}`;
  pen.fillText(FR_MAP.attributions, MARGIN, top + map.height / ratio + LINE);
  return picture;
}

/** The file, in base 64. */
export function pngOf(picture: HTMLCanvasElement): string {
  return picture.toDataURL('image/png').split(',')[1] ?? '';
}
