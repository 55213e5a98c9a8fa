import type { RefObject } from 'react';
import { FR_BOARD } from '../../text/fr-board.ts';
import { Pill } from '../../ui/pill.tsx';
import { needWords } from './board-words.ts';
import type { Hold } from './hold.ts';
import { countHeld } from './hold.ts';

/** What is in the hand: the card, and how many follow it. */
export function BoardGhost({ hold, place }: { readonly hold: Hold; readonly place: RefObject<HTMLDivElement | null> }) {
  const count = countHeld(hold);
  return (
    <div ref={place} className="bd-ghost" data-many={count > 1} aria-hidden="true">
      <strong className="bd-name">{hold.card.establishmentName}</strong>
      <span className="bd-line">
        <span className="bd-name">{needWords(hold.card)}</span>
        {count > 1 && <Pill tone="info">{FR_BOARD.missions(count)}</Pill>}
      </span>
    </div>
  );
}
