/** What the board says of its cards, cells and lanes. Pure. */
import type { BoardCard, BoardView } from '../../../contract/app/board-contract.ts';
import type { BoardLane, BoardSwimlane } from '../../../contract/app/board-lanes.ts';
import type { AlertState } from '../../../contract/domain/alert.ts';
import { alertShows } from '../../../contract/domain/alert.ts';
import { formatDay } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { agencyLabel, alertLabel, departementLabel, professionLabel } from '../../text/labels.ts';

/** How long a colleague's move shows. */
const RECENT_MS = 2 * 60_000;

export function swimlaneWords(swimlane: BoardSwimlane, value: BoardView['swimlanes'][number]['value']): string {
  switch (swimlane) {
    case 'none':
      return '';
    case 'departement':
      return departementLabel(value);
    case 'profession':
      return professionLabel(value);
    case 'agency':
      return agencyLabel(value);
    case 'regulatorName':
      return value === null ? FR_BOARD.nobody : String(value);
  }
}

/** @example needWords(card) // '3 × Aide-soignant' */
export function needWords({ headcount, profession }: Pick<BoardCard, 'headcount' | 'profession'>): string {
  return `${headcount} × ${professionLabel(profession)}`;
}

export function cardLabel(card: Pick<BoardCard, 'establishmentName' | 'profession'>): string {
  return `${card.establishmentName}, ${professionLabel(card.profession)}`;
}

/** Does the "Alerte" column show CCS? (DOMAIN §2.5) */
export function showsAlert({ alert }: Pick<BoardCard, 'alert'>): boolean {
  return alertShows(alert as AlertState | null);
}

/** Who just put the card where it is; null when it was oneself, or long ago. @param now milliseconds since 1970 */
export function recentMover({ movedBy, movedAt }: Pick<BoardCard, 'movedBy' | 'movedAt'>, now: number): string | null {
  if (movedBy === null || movedAt === null) return null;
  return now - Date.parse(movedAt) <= RECENT_MS ? movedBy : null;
}

/** A name that fits a card, without its house. @example shortName('Inès Coquelicot (ARS Grand-Est)') // 'Inès C.' */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.replace(/\s*\(.*\)$/, '').split(' ');
  const last = rest.at(-1);
  return last === undefined ? first : `${first} ${last.charAt(0)}.`;
}

/** The whole card in one sentence: what a screen reader says. @param others who else has it open */
export function cardSentence(card: BoardCard, now: number, others = ''): string {
  const mover = recentMover(card, now);
  const { card: words } = FR_BOARD;
  return [
    `${card.establishmentName} (${card.departement})`,
    needWords(card),
    `POURVUE ${card.accepted}/${card.headcount}`,
    words.starts(card.daysToStart),
    words.age(card.ageDays),
    FR.missions.supply(card.supplyOwn, card.supplyOpened, 0).split(',').slice(0, 2).join(','),
    words.score(card.score),
    ...(showsAlert(card) ? [`CCS : ${alertLabel(card.alert)}`] : []),
    ...(card.deferredUntil === null ? [] : [words.deferred(formatDay(card.deferredUntil))]),
    ...(card.regulatorName === null ? [] : [words.regulator(card.regulatorName)]),
    ...(others === '' ? [] : [words.openBy(others)]),
    ...(mover === null ? [] : [words.movedBy(mover)]),
    ...(card.hasOpenIntent && !card.hasConflict ? [words.pending] : []),
    ...(card.trouble === null ? [] : [card.trouble]),
  ].join(', ');
}

export function laneWords(lane: BoardLane): string {
  return FR_BOARD.lanes[lane];
}
