import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { BOARD_LANES } from '../../../contract/app/board-lanes.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import type { CellProps } from './board-cell.tsx';
import { BoardCell } from './board-cell.tsx';
import type { Band, Sight } from './board-geometry.ts';
import { cardsInSight, countIn } from './board-geometry.ts';

interface BoardBandProps extends Omit<CellProps, 'lane' | 'from' | 'to' | 'band'> {
  readonly band: Band;
  readonly sight: Sight;
  readonly shown: readonly BoardLane[];
  onFold(): void;
}

/** One swimlane: its title, then a cell for every lane. */
export function BoardBand({ band, sight, shown, onFold, ...cell }: BoardBandProps) {
  const { from, to } = cardsInSight(band, sight);
  const missions = band.totals.reduce((sum, totals) => sum + totals.missions, 0);
  const posts = band.totals.reduce((sum, totals) => sum + totals.remaining, 0);
  return (
    <section
      className="bd-band"
      style={{ top: band.top, height: band.height }}
      aria-label={cell.title === '' ? FR_BOARD.title : cell.title}
    >
      {band.title > 0 && (
        <div className="bd-band-title" style={{ height: band.title }}>
          <button
            type="button"
            className="bd-fold"
            aria-expanded={!band.folded}
            aria-label={band.folded ? FR_BOARD.unfold(cell.title) : FR_BOARD.fold(cell.title)}
            onClick={onFold}
          >
            <span aria-hidden="true">{band.folded ? '▸' : '▾'}</span>
          </button>
          <h3>{cell.title}</h3>
          <span className="dk-quiet dk-number">
            {FR_BOARD.missions(missions)} · {FR_BOARD.posts(posts)}
          </span>
          {band.folded && (
            <span className="dk-quiet dk-number">
              {shown.map((lane) => `${FR_BOARD.lanes[lane]} : ${formatNumber(countIn(band, lane))}`).join('   ')}
            </span>
          )}
        </div>
      )}
      {!band.folded && (
        <div className="bd-columns bd-cells" style={{ height: band.height - band.title }}>
          {BOARD_LANES.map((lane) =>
            shown.includes(lane) ? (
              <BoardCell key={lane} band={band} lane={lane} from={from} to={to} {...cell} />
            ) : (
              <div key={lane} className="bd-cell" data-lane={lane} data-folded="true" />
            ),
          )}
        </div>
      )}
    </section>
  );
}
