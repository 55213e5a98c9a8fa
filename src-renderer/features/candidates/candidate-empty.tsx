import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { Supply } from './near-miss-strip.tsx';
import { relaxedWords, usefulWalls } from './near-miss-strip.tsx';

interface CandidateEmptyProps {
  readonly forMission: boolean;
  /** Null while it is being asked: then nothing is said to be empty. */
  readonly supply: Supply | null;
}

/** F100: three different situations, never a bare "Aucun professionnel" — none match, crisis mode hides, still loading. */
export function CandidateEmpty({ forMission, supply }: CandidateEmptyProps) {
  if (!forMission) return <StatePanel title={FR.candidates.none}>{FR.missions.noneAdvice}</StatePanel>;
  if (supply === null) return <LoadingLines label={FR.loading} count={12} />;
  switch (supply.situation) {
    case 'loading':
      return (
        <div className="dk-column">
          <p className="dk-banner">{FR.candidates.loading}</p>
          <LoadingLines label={FR.candidates.loading} count={12} />
        </div>
      );
    case 'crisis-hides':
      return (
        <StatePanel title={FR.candidates.crisisHides}>
          {FR.candidates.crisisHidesAdvice}
          <Relaxations supply={supply} />
        </StatePanel>
      );
    case 'none-match':
    case 'some':
      return (
        <StatePanel title={FR.candidates.noneMatch}>
          {supply.inCrisis && <p>{FR_WINDOWS.nearMiss.inCrisis}</p>}
          <Relaxations supply={supply} />
        </StatePanel>
      );
  }
}

function Relaxations({ supply }: { readonly supply: Supply }) {
  const useful = usefulWalls(supply.walls);
  if (useful.length === 0) return <p>{FR_WINDOWS.nearMiss.none}</p>;
  return (
    <>
      <p>{FR.candidates.noneMatchAdvice}</p>
      <ul className="dk-list">
        {useful.map((wall) => (
          <li key={wall.wall}>
            <strong>{relaxedWords(wall)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
