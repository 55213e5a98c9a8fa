import type { ArbitrationPlan, PlanTally } from '../../../contract/app/arbitration-contract.ts';
import { formatDecimal, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';
import { Pill } from '../../ui/pill.tsx';

const words = FR_ARBITRATION;
const { measures, compare } = words;

const MEASURES: readonly (readonly [string, (tally: PlanTally) => string])[] = [
  [measures.filled, ({ filled }) => formatNumber(filled)],
  [measures.P1, ({ byPriority }) => formatNumber(byPriority.P1)],
  [measures.P2, ({ byPriority }) => formatNumber(byPriority.P2)],
  [
    measures.median,
    ({ medianKilometres }) => (medianKilometres === null ? FR.none : `${formatDecimal(medianKilometres)} km`),
  ],
  [measures.beyond, ({ beyondRegion }) => formatNumber(beyondRegion)],
];

/** The plan against going one by one and against today; why posts stay empty (FEATURES D4). */
export function PlanSummary({ plan }: { readonly plan: ArbitrationPlan }) {
  const { outcome } = plan;
  if (outcome === null) return null;
  return (
    <section aria-label={words.outcome}>
      <h2>{words.outcome}</h2>
      <p style={{ margin: '0 0 6px' }}>
        <Pill tone={outcome.isProven ? 'success' : 'warning'}>{outcome.isProven ? words.proven : words.notProven}</Pill>{' '}
        <span className="dk-quiet">{words.seconds(outcome.seconds)}</span>
      </p>
      <table className="dk-plain" aria-label={compare.label}>
        <thead>
          <tr>
            <th scope="col">{measures.measure}</th>
            <th scope="col" className="dk-right">
              {compare.plan}
            </th>
            <th scope="col" className="dk-right">
              {compare.greedy}
            </th>
            <th scope="col" className="dk-right">
              {compare.today}
            </th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map(([label, say]) => (
            <tr key={label}>
              <th scope="row" className="dk-measure">
                {label}
              </th>
              <td className="dk-right">
                <strong>{say(outcome.plan)}</strong>
              </td>
              <td className="dk-right">{say(outcome.greedy)}</td>
              <td className="dk-right">{say(outcome.today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcome.kept !== null && <p className="dk-quiet">{words.kept(outcome.kept, outcome.changed ?? 0)}</p>}
      {outcome.shortfalls.length > 0 && (
        <>
          <h3>{words.shortfalls}</h3>
          <ul className="dk-list">
            {outcome.shortfalls.map(({ reason, label, posts }) => (
              <li key={reason}>
                <strong className="dk-number">{formatNumber(posts)}</strong> · {label}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
