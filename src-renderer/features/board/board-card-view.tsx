import { memo } from 'react';
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import { formatDay } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { alertLabel, departementLabel } from '../../text/labels.ts';
import { CoverBar } from '../../ui/cover-bar.tsx';
import { CutInMiddle } from '../../ui/cut-in-middle.tsx';
import { Pill } from '../../ui/pill.tsx';
import { needWords, recentMover, shortName, showsAlert } from './board-words.ts';

interface BoardCardViewProps {
  readonly card: BoardCard;
  readonly now: number;
  /** Who else has it open; empty for nobody. */
  readonly others: string;
}

/** Days before the start within which a need burns. */
const SOON = 2;

/** What begins now burns; what began already is late, and stays so for weeks: it does not shout. */
function startClass(daysToStart: number): string {
  if (daysToStart > SOON) return '';
  return daysToStart < 0 ? 'bd-late' : 'bd-soon';
}

/** What a card shows: the establishment, the need, its cover, its time, its supply, who is on it, what happens to it. */
export const BoardCardView = memo(function BoardCardView({ card, now, others }: BoardCardViewProps) {
  const { card: words } = FR_BOARD;
  const mover = recentMover(card, now);
  const { supplyOwn, supplyOpened } = card;
  const supply = supplyOwn === null || supplyOpened === null ? null : supplyOwn + supplyOpened;
  return (
    <span className="bd-face" aria-hidden="true">
      <span className="bd-line">
        <strong className="bd-name">
          <CutInMiddle text={card.establishmentName} />
        </strong>
        {card.missionState === 'open' && (
          <span className="bd-score dk-number" title={words.score(card.score)}>
            {card.score}
          </span>
        )}
      </span>
      <span className="bd-line">
        <span className="bd-name">{needWords(card)}</span>
        <span className="dk-quiet" title={departementLabel(card.departement)}>
          {card.departement}
        </span>
      </span>
      <span className="bd-line bd-facts">
        <span className="bd-cover">
          <CoverBar part={card.accepted} whole={card.headcount} words={`POURVUE ${card.accepted}/${card.headcount}`} />
        </span>
        <span className={`${startClass(card.daysToStart)} dk-number`} title={words.starts(card.daysToStart)}>
          {words.startsShort(card.daysToStart)}
        </span>
        <span
          className={card.remaining > 0 && supply === 0 ? 'bd-soon dk-number' : 'dk-number'}
          title={FR.missions.supply(card.supplyOwn, card.supplyOpened, 0)}
        >
          {FR_BOARD.supplyShort(supply)}
        </span>
      </span>
      <span className="bd-line bd-marks">
        {card.trouble !== null && <Pill tone="danger">{card.hasConflict ? words.conflict : words.refused}</Pill>}
        {card.hasOpenIntent && !card.hasConflict && <Pill tone="info">{words.pending}</Pill>}
        {others !== '' && (
          <span title={words.openBy(others)}>
            <Pill tone="warning">{words.openByShort(shortName(others.split(',')[0] ?? ''))}</Pill>
          </span>
        )}
        {mover !== null && <Pill tone="success">{words.movedByShort(shortName(mover))}</Pill>}
        {showsAlert(card) && <Pill tone="warning">CCS · {alertLabel(card.alert)}</Pill>}
        {card.deferredUntil !== null && (
          <span title={words.deferred(formatDay(card.deferredUntil))}>
            <Pill>{words.deferredShort}</Pill>
          </span>
        )}
        <span className="bd-name dk-quiet">
          {words.ageShort(card.ageDays)}
          {card.regulatorName === null ? '' : ` · ${shortName(card.regulatorName)}`}
        </span>
      </span>
    </span>
  );
});
