import type { BoardTotals, BoardView } from '../../../contract/app/board-contract.ts';
import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { VITAL_SHARE_LIMIT } from '../../../contract/domain/priority.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { CoverBar } from '../../ui/cover-bar.tsx';
import { Pill } from '../../ui/pill.tsx';
import { laneWords } from './board-words.ts';

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });

interface LaneHeadProps {
  readonly lane: BoardLane;
  readonly totals: BoardTotals | undefined;
  readonly vital: BoardView['vital'] | undefined;
  readonly folded: boolean;
  readonly target: boolean;
  onFold(): void;
}

/** A lane's name and its sums: missions, posts to fill, cover, supply; for P1 its share of the open posts. */
export function LaneHead({ lane, totals, vital, folded, target, onFold }: LaneHeadProps) {
  const name = laneWords(lane);
  const count = totals?.missions ?? 0;
  const fold = (
    <button
      type="button"
      className="bd-fold"
      aria-expanded={!folded}
      aria-label={folded ? FR_BOARD.unfold(name) : FR_BOARD.fold(name)}
      onClick={onFold}
    >
      <span aria-hidden="true">{folded ? '▸' : '▾'}</span>
    </button>
  );
  if (folded)
    return (
      <div className="bd-head" data-lane-head={lane} data-folded="true" data-target={target}>
        {fold}
        <span className="bd-upright">
          {name} · {formatNumber(count)}
        </span>
      </div>
    );
  return (
    <div className="bd-head" data-lane-head={lane} data-target={target} title={FR_BOARD.meanings[lane]}>
      <span className="bd-line">
        <h2 className="bd-name">{name}</h2>
        {fold}
      </span>
      <span className="bd-line">
        <span className="dk-number">{FR_BOARD.missions(count)}</span>
        {lane === 'P1' && vital !== undefined && <VitalShare vital={vital} />}
      </span>
      {totals !== undefined && lane !== 'closed' && (
        <>
          <span className="bd-line dk-quiet" title={FR_BOARD.covered(totals.covered, totals.remaining)}>
            <span className="dk-number bd-name">
              {FR_BOARD.postsShort(totals.remaining)} · {FR_BOARD.supplyShort(totals.covered)}
            </span>
          </span>
          <span className="bd-line">
            <span className="bd-cover">
              <CoverBar
                part={totals.accepted}
                whole={totals.headcount}
                words={`POURVUE ${totals.accepted}/${totals.headcount}`}
              />
            </span>
            {totals.withoutSupply > 0 && <span className="bd-soon">{FR_BOARD.without(totals.withoutSupply)}</span>}
          </span>
        </>
      )}
    </div>
  );
}

function VitalShare({ vital }: { readonly vital: BoardView['vital'] }) {
  if (vital.open === 0) return null;
  const share = vital.posts / vital.open;
  const words = FR_BOARD.vitalShare(PERCENT.format(share));
  return (
    <span title={FR_BOARD.vitalLimit}>
      <Pill tone={share > VITAL_SHARE_LIMIT ? 'warning' : 'neutral'}>{words}</Pill>
    </span>
  );
}
