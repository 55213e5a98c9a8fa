/** A mission as a card of the board: its cells of the image, and who moved it last. */
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import { countOutbox, listDecisions } from '../../store/outbox/read-outbox.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import { laneAt, laneReader } from './board-columns.ts';
import type { BoardDesk } from './board-desk.ts';

/** More refusals than anybody leaves unread. */
const MOST_TROUBLES = 2_000;
const FACTS_OF_LANE: ReadonlySet<string> = new Set(['priority', 'life']);

/**
 * What this workstation wanted of a lane and did not get, by mission: refused moves until the person has read them, and
 * moves against which a colleague decided.
 */
export function readTroubles({ store }: BoardDesk): ReadonlyMap<string, string> {
  const { refused, conflicts } = countOutbox(store.statements);
  if (refused + conflicts === 0) return new Map();
  const { rows } = listDecisions(store.statements, 'open', 0, MOST_TROUBLES);
  const troubles = rows
    .filter(({ state, fact }) => (state === 'refused' || state === 'conflict') && FACTS_OF_LANE.has(fact))
    .map(({ subject, title, message }) => [subject, message ?? title] as const);
  // Newest first: the last word of a mission is the one that stays.
  return new Map(troubles.toReversed());
}

/** Makes cards of slots; null where the slot is empty or its mission has no lane at all. */
export function cardReader(desk: BoardDesk): (slot: number) => BoardCard | null {
  const { image, rows } = desk.image.missions;
  const laneOf = laneReader(image, true);
  const troubles = readTroubles(desk);
  const me = desk.person()?.name ?? null;
  const known = (slot: number, name: string) => {
    const value = image.column(name).read(slot);
    return value === null ? null : Number(value);
  };
  const number = (slot: number, name: string) => known(slot, name) ?? 0;
  return (slot) => {
    const id = image.idAt(slot);
    const row = id === null ? undefined : rows.get(id);
    const lane = laneOf(slot);
    if (row === undefined || lane < 0) return null;
    return {
      ...factsOf(row),
      lane: laneAt(lane),
      missionState: String(image.column('missionState').read(slot)),
      remaining: number(slot, 'remaining'),
      daysToStart: number(slot, 'daysToStart'),
      ageDays: number(slot, 'ageDays'),
      score: number(slot, 'score'),
      supplyOwn: known(slot, 'supplyOwn'),
      supplyOpened: known(slot, 'supplyOpened'),
      ...moverOf(row, me),
      trouble: troubles.get(row.id) ?? null,
    };
  };
}

/** Beside a decision a name bears its house: "Camille Aubépine (ARS Grand-Est)". */
function moverOf({ priorityByName, priorityAt }: MissionViewRow, me: string | null) {
  const isMe = me !== null && (priorityByName === me || priorityByName?.startsWith(`${me} (`) === true);
  return isMe ? { movedBy: null, movedAt: null } : { movedBy: priorityByName, movedAt: priorityAt };
}

function factsOf(row: MissionViewRow) {
  const { id, establishmentName, city, departement, profession, specialty, headcount, accepted } = row;
  const { alert, deferredUntil, regulatorName } = row;
  return {
    ...{ id, establishmentName, city, departement, profession, specialty, headcount, accepted },
    ...{ alert, deferredUntil, regulatorName },
    version: row.priorityVersion,
    hasOpenIntent: row.hasOpenIntent === 1,
    hasConflict: row.hasConflict === 1,
  };
}
