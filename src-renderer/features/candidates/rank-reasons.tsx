import type { CandidateSheet } from '../../../contract/app/sheets.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';

/** Every hint with its points; a hint with none says what is missing (F97, F98). They add up. */
export function RankReasons({ ranking }: { readonly ranking: NonNullable<CandidateSheet['ranking']> }) {
  const total = ranking.reduce((sum, { points }) => sum + points, 0);
  return (
    <>
      <strong>{FR_WINDOWS.candidate.points(total)}</strong>
      <table className="dk-plain">
        <tbody>
          {ranking.map(({ label, points }) => (
            <tr key={label}>
              <td className={points === 0 ? 'dk-quiet' : ''}>{label}</td>
              <td className="dk-right">{points > 0 ? `+${points}` : points}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
