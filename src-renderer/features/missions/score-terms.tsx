import type { MissionSheet } from '../../../contract/app/sheets.ts';
import { FR } from '../../text/fr.ts';

interface ScoreTermsProps {
  readonly score: MissionSheet['score'];
  /** False under a title that says the sum already. */
  readonly titled?: boolean;
}

/** Every term of the score, with its points and why; they add up. */
export function ScoreTerms({ score, titled = true }: ScoreTermsProps) {
  if (score.terms.length === 0) return <p className="dk-quiet">{FR.missions.noScore}</p>;
  return (
    <>
      {titled && <strong>{FR.missions.score(score.points)}</strong>}
      <table className="dk-plain">
        <tbody>
          {score.terms.map((term) => (
            <tr key={term.code}>
              <td>{term.label}</td>
              <td className="dk-right">{term.points > 0 ? `+${term.points}` : term.points}</td>
              <td className="dk-quiet">{term.explanation}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dk-quiet">{FR.missions.scoreVersion(score.version)}</div>
    </>
  );
}
