/** A curve that only grows, by steps, with one place marked: posts gained by ceiling. Its points stand in words too. */
interface StepCurveProps {
  readonly label: string;
  readonly points: readonly { readonly at: number; readonly value: number; readonly words: string }[];
  /** The place that the person chose. */
  readonly mark: number;
}

const WIDTH = 320;
const HEIGHT = 90;
const EDGE = { left: 30, right: 10, top: 8, bottom: 18 };

export function StepCurve({ label, points, mark }: StepCurveProps) {
  const most = Math.max(1, ...points.map(({ value }) => value));
  const last = Math.max(1, mark, ...points.map(({ at }) => at));
  const x = (at: number) => EDGE.left + (at / last) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const sorted = points.toSorted((left, right) => left.at - right.at);
  const path = sorted.map(({ at, value }, index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('');
  return (
    <figure style={{ margin: 0 }}>
      <svg
        role="img"
        aria-label={`${label} : ${sorted.map(({ words }) => words).join(' ; ')}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        style={{ width: '100%', maxWidth: 420 }}
      >
        <line className="dk-axis" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(0)} y2={y(0)} />
        <line className="dk-axis" x1={EDGE.left} x2={EDGE.left} y1={EDGE.top} y2={y(0)} />
        <line className="dk-curve-mark" x1={x(mark)} x2={x(mark)} y1={EDGE.top} y2={y(0)} />
        <path className="dk-curve" d={path} />
        {sorted.map(({ at, value, words }) => (
          <circle key={at} className="dk-curve-dot" cx={x(at)} cy={y(value)} r={2.6}>
            <title>{words}</title>
          </circle>
        ))}
        <text className="dk-curve-text" x={EDGE.left - 4} y={y(most) + 4} textAnchor="end">
          {most}
        </text>
        <text className="dk-curve-text" x={EDGE.left - 4} y={y(0)} textAnchor="end">
          0
        </text>
        <text className="dk-curve-text" x={x(mark)} y={HEIGHT - 5} textAnchor="middle">
          {mark}
        </text>
        <text className="dk-curve-text" x={WIDTH - EDGE.right} y={HEIGHT - 5} textAnchor="end">
          {last === mark ? '' : last}
        </text>
      </svg>
    </figure>
  );
}
