import type { BoardLane } from '../../../contract/app/board-lanes.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { BoardCardView } from './board-card-view.tsx';
import type { Cursor } from './board-cursor.ts';
import type { Band } from './board-geometry.ts';
import { CARD_HEIGHT, countIn, topInCell } from './board-geometry.ts';
import { cardSentence, laneWords } from './board-words.ts';
import type { Choice } from './choice.ts';
import { isCardChosen } from './choice.ts';
import type { BoardSeen } from './use-board-view.ts';
import type { PresentByMission } from './use-present.ts';

export interface CellProps {
  readonly band: Band;
  readonly lane: BoardLane;
  /** Of the swimlane; empty without swimlanes. */
  readonly title: string;
  readonly seen: BoardSeen;
  /** First and last place to draw. */
  readonly from: number;
  readonly to: number;
  readonly cursor: Cursor | null;
  readonly choice: Choice;
  readonly looked: string | null;
  readonly held: ReadonlySet<string>;
  readonly now: number;
  readonly present: PresentByMission;
}

/** The missions of one lane in one swimlane: a list of options of which only those in sight are drawn. */
export function BoardCell({
  band,
  lane,
  title,
  seen,
  from,
  to,
  cursor,
  choice,
  looked,
  held,
  now,
  present,
}: CellProps) {
  const count = countIn(band, lane);
  const mine = cursor !== null && cursor.band === band.key && cursor.lane === lane ? cursor.index : null;
  const places = placesToDraw(from, Math.min(to, count), mine);
  const drawn = places.flatMap((index) => {
    const card = seen.cardAt({ band: band.key, lane, index });
    return [{ index, card }];
  });
  const label = FR_BOARD.cell(laneWords(lane), title, count);
  if (!drawn.some(({ card }) => card !== undefined))
    return (
      <div className="bd-cell" data-lane={lane}>
        {count === 0 && <span className="bd-empty dk-quiet">{FR_BOARD.emptyCell}</span>}
        {count > 0 && places.length === 0 && (
          <span className="bd-empty bd-above dk-quiet">{FR_BOARD.above(count)}</span>
        )}
        {drawn.map(({ index }) => (
          <Blank key={index} index={index} />
        ))}
      </div>
    );
  return (
    <div className="bd-cell" data-lane={lane}>
      {drawn.map(({ index, card }) => card === undefined && <Blank key={index} index={index} />)}
      <div role="listbox" aria-multiselectable="true" aria-label={label} aria-describedby="board-help" tabIndex={-1}>
        {drawn.map(({ index, card }) => {
          if (card === undefined) return null;
          const chosen = isCardChosen(choice, card, band.key, lane);
          const others = (present.get(card.id) ?? []).join(', ');
          return (
            <div
              // By place, so that the focus stays there when a card leaves and the next one comes up.
              key={index}
              role="option"
              className="bd-card"
              tabIndex={mine === index ? 0 : -1}
              aria-selected={chosen}
              aria-posinset={index + 1}
              aria-setsize={count}
              title={card.trouble ?? undefined}
              data-card={card.id}
              data-row={card.id}
              data-index={index}
              data-band={band.key}
              data-card-lane={lane}
              data-cursor={mine === index}
              data-chosen={chosen}
              data-looked={card.id === looked}
              data-held={held.has(card.id)}
              data-trouble={card.trouble !== null}
              data-pending={card.hasOpenIntent}
              style={{ top: topInCell(index), height: CARD_HEIGHT }}
            >
              <span className="dk-visually-hidden">{cardSentence(card, now, others)}</span>
              <BoardCardView card={card} now={now} others={others} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A card that is on its way. */
function Blank({ index }: { readonly index: number }) {
  return <div className="bd-card bd-blank" aria-hidden="true" style={{ top: topInCell(index), height: CARD_HEIGHT }} />;
}

/** What is in sight, and the place where the person is, so that it never loses the focus. */
function placesToDraw(from: number, to: number, mine: number | null): readonly number[] {
  const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  return mine === null || (mine >= from && mine < to) ? places : [...places, mine];
}
