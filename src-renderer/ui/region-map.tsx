import './heat.css';
import { REGION_PICTURE, REGION_SHAPES } from './region-shapes.ts';

/** What stands on a region: its shade, its figure, and the words that say the same. */
export interface RegionFigure {
  /** INSEE code of the region. */
  readonly code: string;
  readonly level: number;
  readonly figure: string;
  readonly words: string;
  readonly selected?: boolean;
}

/** From one region to another: an arrow as thick as its share. */
export interface RegionFlow {
  readonly from: string;
  readonly to: string;
  /** 0 to 1 of the largest. */
  readonly share: number;
  readonly words: string;
}

interface RegionMapProps {
  readonly label: string;
  readonly figures: readonly RegionFigure[];
  readonly flows?: readonly RegionFlow[];
  readonly height: number | string;
}

const THICKEST = 6;

/** The regions at a glance. Everything it tells stands in words beside it: nothing is to be done on it. */
export function RegionMap({ label, figures, flows = [], height }: RegionMapProps) {
  const { width, height: tall } = REGION_PICTURE;
  const by = new Map(figures.map((figure) => [figure.code, figure]));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${tall}`} style={{ height, maxWidth: '100%' }}>
      {REGION_SHAPES.map(({ code, path, box }) => {
        const figure = by.get(code);
        return (
          <g key={code}>
            {box !== null && (
              <rect className="dk-region-box" x={box.left} y={box.top} width={box.size} height={box.size} rx={3} />
            )}
            <path
              className="dk-region"
              data-level={figure?.level ?? 0}
              data-selected={figure?.selected === true}
              d={path}
            >
              {figure !== undefined && <title>{figure.words}</title>}
            </path>
          </g>
        );
      })}
      {flows.map((flow) => (
        <Flow key={`${flow.from} ${flow.to}`} flow={flow} />
      ))}
      {REGION_SHAPES.map(({ code, x, y, box }) => (
        <text
          key={code}
          className="dk-region-figure"
          x={box === null ? x : box.left + box.size - 11}
          y={box === null ? y + 3 : box.top + box.size - 4}
        >
          {by.get(code)?.figure ?? ''}
        </text>
      ))}
    </svg>
  );
}

function Flow({ flow: { from, to, share, words } }: { readonly flow: RegionFlow }) {
  const [start, end] = [REGION_SHAPES.find(({ code }) => code === from), REGION_SHAPES.find(({ code }) => code === to)];
  if (start === undefined || end === undefined || start === end) return null;
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  // Bent to one side, so that two regions that help each other show two arrows.
  const [bendX, bendY] = [(start.x + end.x) / 2 - (dy / length) * 14, (start.y + end.y) / 2 + (dx / length) * 14];
  const thick = 1 + share * THICKEST;
  const back = 7 + thick;
  const [tipX, tipY] = [end.x - bendX, end.y - bendY];
  const toTip = Math.hypot(tipX, tipY) || 1;
  const [stopX, stopY] = [end.x - (tipX / toTip) * back, end.y - (tipY / toTip) * back];
  const [sideX, sideY] = [(-tipY / toTip) * (2.5 + thick / 2), (tipX / toTip) * (2.5 + thick / 2)];
  return (
    <g>
      <title>{words}</title>
      <path className="dk-flow" strokeWidth={thick} d={`M${start.x} ${start.y}Q${bendX} ${bendY} ${stopX} ${stopY}`} />
      <path
        className="dk-flow-tip"
        d={`M${end.x} ${end.y}L${stopX + sideX} ${stopY + sideY}L${stopX - sideX} ${stopY - sideY}Z`}
      />
    </g>
  );
}
