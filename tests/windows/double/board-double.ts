/** The board over rows in memory, and a colleague who moves cards while a test looks. */

import { implement } from '@orpc/server';
import type { BoardCard, OrderProposal, OrderRow } from '../../../contract/app/board-contract.ts';
import { boardContract } from '../../../contract/app/board-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import { laneOf, plainBoard } from '../../support/plain-board.ts';
import type { DeskScenario } from './desk-scenario.ts';

export interface Colleague {
  /** Puts a mission into a lane, as the national service would tell it. */
  moves(id: string, priority: string, name: string): void;
  /** Decides before this workstation's own move arrives: it comes back, in conflict. */
  wins(id: string, priority: string, name: string): void;
}

interface BoardParts {
  readonly missions: Map<string, TableRow>;
  readonly revision: () => number;
  readonly changed: () => void;
  readonly choose: (ids: readonly string[]) => OrderProposal['whole'][number]['set'];
  readonly fail: () => void;
}

const COLLEAGUES = new WeakMap<DeskScenario, Colleague>();

/** The colleague of the window that was opened on this very scenario. */
export function colleagueIn(scenario: DeskScenario): Colleague {
  const colleague = COLLEAGUES.get(scenario);
  if (colleague === undefined) throw new Error('no board was opened on this scenario');
  return colleague;
}

const text = (row: TableRow, name: string) => (row[name] === null ? null : String(row[name] ?? ''));
const number = (row: TableRow, name: string) => Number(row[name] ?? 0);

function cardOf(row: TableRow): BoardCard {
  return {
    id: String(row['id']),
    lane: laneOf(row, true) ?? 'none',
    establishmentName: String(row['establishmentName']),
    city: String(row['city']),
    departement: String(row['departement']),
    profession: String(row['profession']),
    specialty: text(row, 'specialty'),
    missionState: String(row['missionState']),
    headcount: number(row, 'headcount'),
    accepted: number(row, 'accepted'),
    remaining: number(row, 'remaining'),
    daysToStart: number(row, 'daysToStart'),
    ageDays: number(row, 'ageDays'),
    score: number(row, 'score'),
    supplyOwn: number(row, 'supplyOwn'),
    supplyOpened: number(row, 'supplyOpened'),
    alert: text(row, 'alert'),
    deferredUntil: text(row, 'deferredUntil'),
    regulatorName: text(row, 'regulatorName'),
    version: number(row, 'priorityVersion'),
    movedBy: row['priorityByName'] === undefined ? null : text(row, 'priorityByName'),
    movedAt: row['priorityAt'] === undefined ? null : text(row, 'priorityAt'),
    hasOpenIntent: row['hasOpenIntent'] === 1,
    hasConflict: row['hasConflict'] === 1,
    trouble: row['hasConflict'] === 1 ? `${row['priorityByName'] ?? 'Régulateur Inventé'} a décidé entre-temps.` : null,
  };
}

/** Highest score first: a fifth in P1, and so on; close enough for a picture. */
function proposal(rows: readonly TableRow[], { choose, revision }: BoardParts): OrderProposal {
  const open = rows.filter((row) => row['missionState'] === 'open');
  const ranked = open.toSorted((left, right) => number(right, 'score') - number(left, 'score'));
  const moves = ranked.flatMap((row, index): OrderRow[] => {
    const share = index / ranked.length;
    const after: OrderRow['after'] = share < 0.15 ? 'P1' : share < 0.5 ? 'P2' : share < 0.8 ? 'P3' : 'P4';
    const before = PRIORITIES.find((one) => one === row['priority']) ?? 'none';
    if (before === after) return [];
    return [
      {
        ...{ id: String(row['id']), establishmentName: String(row['establishmentName']) },
        ...{ departement: String(row['departement']), profession: String(row['profession']) },
        ...{ score: number(row, 'score'), remaining: number(row, 'remaining') },
        ...{ before, after, byName: before === 'none' ? null : 'Régulateur Inventé' },
      },
    ];
  });
  const undecided = moves.filter(({ before }) => before === 'none');
  return {
    revision: revision(),
    ranked: ranked.length,
    deferred: 4,
    undecided: undecided.length,
    decided: moves.length - undecided.length,
    rows: moves.slice(0, 1000),
    whole: PRIORITIES.flatMap((priority) => {
      const ids = undecided.filter(({ after }) => after === priority).map(({ id }) => id);
      return ids.length === 0 ? [] : [{ priority, set: choose(ids) }];
    }),
  };
}

export function createBoardDouble(scenario: DeskScenario, parts: BoardParts) {
  const { missions, revision, changed, fail } = parts;
  const board = implement(boardContract).$context<Record<never, never>>();
  const decide = (id: string, priority: string, name: string, patch: TableRow) => {
    const row = missions.get(id);
    if (row === undefined) return;
    const at = { priorityVersion: number(row, 'priorityVersion') + 1, priorityAt: new Date().toISOString() };
    missions.set(id, { ...row, ...at, priority, priorityByName: name, ...patch });
    changed();
  };
  COLLEAGUES.set(scenario, {
    moves: (id, priority, name) => decide(id, priority, name, {}),
    wins: (id, priority, name) => decide(id, priority, name, { hasOpenIntent: 1, hasConflict: 1 }),
  });
  return {
    view: board.view.handler(({ input: { question, cells, find } }) => {
      fail();
      const plain = plainBoard([...missions.values()], question);
      return {
        revision: revision(),
        complete: scenario.complete,
        total: plain.total,
        outOf: missions.size,
        vital: plain.vital,
        lanes: plain.lanes,
        swimlanes: plain.swimlanes,
        cells: cells.map(({ swimlane, lane, offset, limit }) => {
          const cards = plain.cell(swimlane, lane).slice(offset, offset + limit);
          return { swimlane, lane, offset, cards: cards.map(cardOf) };
        }),
        found: find === null ? null : plain.find(find),
      };
    }),
    cards: board.cards.handler(({ input }) => ({
      revision: revision(),
      cards: input.ids.flatMap((id) => {
        const row = missions.get(id);
        return row === undefined ? [] : [cardOf(row)];
      }),
    })),
    proposeOrder: board.proposeOrder.handler(() => proposal([...missions.values()], parts)),
  };
}
