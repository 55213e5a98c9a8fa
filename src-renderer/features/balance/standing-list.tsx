import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { FR_BALANCE } from '../../text/fr-balance.ts';
import { professionLabel } from '../../text/labels.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import type { ChosenCell } from './heat-grid.tsx';
import { longPlace } from './place-words.ts';

interface StandingListProps {
  readonly by: 'agency' | 'departement';
  onChoose(cell: ChosenCell): void;
}

const MOST = 30;

/** What changed since the last day that this workstation kept, most first. */
export function StandingList({ by, onChoose }: StandingListProps) {
  const standing = useLive(`standing ${by}`, (client) => client.nation.standing({ by }), [
    'missions',
    'candidates',
    'proposals',
  ]);
  const value = standing.value;
  return (
    <section aria-label={FR_BALANCE.standing} className="dk-balance-part dk-balance-moves">
      <h2>{FR_BALANCE.standing}</h2>
      {value === null ? (
        <LoadingLines label={FR.loading} count={4} />
      ) : value.since === null ? (
        <p className="dk-quiet">{FR_BALANCE.noSince}</p>
      ) : (
        <>
          <p className="dk-quiet">{FR_BALANCE.since(value.since)}</p>
          <p>{FR_BALANCE.totals(value.posts, value.postsBefore ?? 0, value.free, value.freeBefore ?? 0)}</p>
          {value.moves.length === 0 && <p className="dk-quiet">{FR_BALANCE.noMove}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <ul className="dk-list dk-scroll" tabIndex={0} aria-label={FR_BALANCE.standing}>
            {value.moves.slice(0, MOST).map((move) => (
              <li key={`${move.place} ${move.profession}`}>
                <button
                  type="button"
                  className="dk-link"
                  onClick={() => onChoose({ place: { code: move.place }, profession: move.profession })}
                >
                  {longPlace(move.place, by)} · {professionLabel(move.profession)}
                </button>{' '}
                <span className="dk-quiet">
                  {FR_BALANCE.move(move.posts, move.postsBefore, move.free, move.freeBefore)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
