import type { Comparison } from '../../../contract/app/snapshot-contract.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { departementLabel, professionLabel } from '../../text/labels.ts';

const { compare: WORDS } = FR_SNAPSHOTS;
const MOST = 400;

const said = (count: number | null) => (count === null ? WORDS.fewer : formatNumber(count));

/** Between two series people are only counted, and nothing under five is said. */
export function PeopleCounts({ counts }: { readonly counts: Comparison['counts'] }) {
  return (
    <section aria-label={WORDS.counts}>
      <h2>{WORDS.counts}</h2>
      {counts.length > MOST && <p className="dk-quiet">{WORDS.firstCounts(MOST, counts.length)}</p>}
      <table className="dk-plain">
        <thead>
          <tr>
            <th scope="col">Département</th>
            <th scope="col">Profession</th>
            <th scope="col">{WORDS.status}</th>
            <th scope="col">{WORDS.was}</th>
            <th scope="col">{WORDS.is}</th>
            <th scope="col">{WORDS.sure}</th>
          </tr>
        </thead>
        <tbody>
          {counts
            .slice(0, MOST)
            .map(({ agency, departement, profession, engagement, before, after, certain, ...vague }) => (
              <tr key={`${agency} ${departement} ${profession} ${engagement}`}>
                <td>{departementLabel(departement)}</td>
                <td>{professionLabel(profession)}</td>
                <td>{WORDS.engagements[engagement] ?? engagement}</td>
                <td className="dk-right">{said(before)}</td>
                <td className="dk-right">{said(after)}</td>
                <td>{certain ? WORDS.changed : WORDS.notComparable(vague.untoldBefore, vague.untoldAfter)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
