import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardQuestion } from '../../../contract/app/board-contract.ts';
import { BOARD_LANES, BOARD_ORDERS, BOARD_SWIMLANES } from '../../../contract/app/board-lanes.ts';
import type { TableFilter } from '../../../contract/app/table-query.ts';
import { confirm, decide, decisionOf, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import { plainBoard } from '../../../tests/support/plain-board.ts';
import type { SeededRandom } from '../../../tests/support/seeded-random.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import type { Store } from '../../store/store.ts';
import { createHandles } from '../handles.ts';
import { createRowSource } from '../row-source.ts';
import { MISSION_ROW_NAMES } from '../rows/make-images.ts';
import { DeskImage } from '../tables/desk-image.ts';
import type { BoardDesk } from './board-desk.ts';
import { boardCards, boardView } from './board-view.ts';
import { proposeOrder } from './propose-order.ts';

const NOON = Date.parse('2020-11-15T11:00:00Z');
const PROFESSIONS = ['infirmier-diplome-etat', 'aide-soignant', 'agent-de-service'];
const ALL: BoardQuestion = { filters: [], search: '', swimlane: 'none', order: 'score', withFilled: false };

function missionOf(random: SeededRandom, index: number, number = 1) {
  return entryOf(
    'mission',
    `m-${String(index).padStart(3, '0')}`,
    {
      departement: random.pick(['54', '57', '67', '08']),
      profession: random.pick(PROFESSIONS),
      headcount: random.next(5),
      accepted: random.next(2),
      startDate: `2020-11-${10 + random.next(18)}`,
      endDate: random.pick(['2020-11-12', '2020-12-20', '2020-12-31']),
      state: random.pick(['open', 'open', 'open', 'open', 'closed', 'archived']),
      priority: random.pick(['P1', 'P2', 'P3', 'P4', 'none', 'none']),
      regulatorName: random.pick(['Camille Exemple', 'Inès Fictive', null]),
      weekend: random.pick([0, 1]),
    },
    number,
  );
}

const filterArb: fc.Arbitrary<TableFilter> = fc.oneof(
  fc.record({
    type: fc.constant('among' as const),
    column: fc.constant('departement'),
    values: fc.subarray(['54', '57', '67', '99']),
  }),
  fc.record({
    type: fc.constant('between' as const),
    column: fc.constant('daysToStart'),
    from: fc.integer({ min: -5, max: 3 }),
    to: fc.constant(9),
  }),
  fc.record({ type: fc.constant('flag' as const), column: fc.constant('weekend'), value: fc.boolean() }),
);
const questionArb: fc.Arbitrary<BoardQuestion> = fc.record({
  filters: fc.array(filterArb, { maxLength: 2 }),
  search: fc.constant(''),
  swimlane: fc.constantFrom(...BOARD_SWIMLANES),
  order: fc.constantFrom(...BOARD_ORDERS),
  withFilled: fc.boolean(),
});

describe('the board', () => {
  const held = { store: null as Store | null, desk: null as BoardDesk | null };
  beforeAll(async () => {
    const store = memoryStore();
    const random = randomFrom(5);
    confirm(store, ...Array.from({ length: 240 }, (_, index) => missionOf(random, index)));
    confirm(
      store,
      ...Array.from({ length: 12 }, (_, index) =>
        entryOf('candidate', `c-${index}`, { profession: random.pick(PROFESSIONS), weekend: random.pick([0, 1]) }),
      ),
    );
    const image = new DeskImage({
      source: createRowSource(store),
      clock: () => NOON,
      turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => 0 },
      tell: () => undefined,
      onFault: (error) => {
        throw error;
      },
    });
    await image.loaded('mission');
    await image.loaded('candidate');
    const person = { id: 'regulator-6', name: 'Camille Exemple', role: 'ars-regulator', agency: 6, departements: null };
    const handles = createHandles(
      () => NOON,
      () => 'handle',
    );
    held.store = store;
    held.desk = { store, image, handles, person: () => person };
  });
  afterAll(() => {
    held.desk?.image.stop();
    held.store?.close();
  });

  function there(): { store: Store; desk: BoardDesk } {
    if (held.store === null || held.desk === null) throw new Error('no desk');
    held.desk.image.flush();
    return { store: held.store, desk: held.desk };
  }

  const allRows = ({ image: { missions } }: BoardDesk) =>
    [...missions.image.order(null)].map((slot) => missions.image.row(slot, MISSION_ROW_NAMES));

  it('counts and pages every cell as row by row, under any question, after any changes', () => {
    const { store, desk } = there();
    const random = randomFrom(9);
    const version = { number: 2 };
    fc.assert(
      fc.property(questionArb, fc.nat(30), fc.integer({ min: 1, max: 40 }), (question, offset, limit) => {
        version.number += 1;
        confirm(store, missionOf(random, random.next(240), version.number));
        desk.image.deriveAll();
        const plain = plainBoard(allRows(desk), question);
        const wanted = plain.swimlanes.flatMap(({ value }) =>
          BOARD_LANES.map((lane) => ({ swimlane: value, lane, offset, limit })),
        );
        const view = boardView(desk, { question, cells: wanted, find: null });
        expect({ total: view.total, lanes: view.lanes, swimlanes: view.swimlanes, vital: view.vital }).toEqual({
          total: plain.total,
          lanes: plain.lanes,
          swimlanes: plain.swimlanes,
          vital: plain.vital,
        });
        for (const cell of view.cells) {
          const rows = plain.cell(cell.swimlane, cell.lane).slice(offset, offset + limit);
          expect(cell.cards.map(({ id, lane }) => [id, lane])).toEqual(rows.map((row) => [row['id'], cell.lane]));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds a mission where a page of its cell shows it, and nowhere when the filters hide it', () => {
    const { desk } = there();
    desk.image.deriveAll();
    const question: BoardQuestion = { ...ALL, swimlane: 'departement', withFilled: true };
    const plain = plainBoard(allRows(desk), question);
    const looked = ['m-003', 'm-050', 'm-120', 'm-239', 'm-unknown'];
    expect(looked.map((id) => boardView(desk, { question, cells: [], find: id }).found)).toEqual(
      looked.map((id) => plain.find(id)),
    );
    const hidden = { ...question, filters: [{ type: 'among' as const, column: 'departement', values: ['99'] }] };
    expect(boardView(desk, { question: hidden, cells: [], find: 'm-003' }).found).toBeNull();
  });

  it('F114 shows a move at once in its new lane, waiting; and where a colleague put a card, with who and when', () => {
    const { store, desk } = there();
    confirm(store, entryOf('mission', 'm-move', { departement: '54', priorityVersion: 3, priority: 'P3' }, 500));
    const cardOf = () => {
      desk.image.flush();
      return boardCards(desk, ['m-move', 'm-unknown']).cards;
    };
    expect(cardOf()).toMatchObject([{ lane: 'P3', version: 3, hasOpenIntent: false, movedBy: null }]);
    decide(
      store,
      decisionOf(
        { commandId: 'k-1', kind: 'mission.set-priority', subject: 'm-move', fact: 'priority', missionId: 'm-move' },
        { priority: 'P1', reason: null },
      ),
    );
    expect(cardOf()).toMatchObject([{ lane: 'P1', version: 3, hasOpenIntent: true }]);
    const theirs = { priority: 'P2', priorityVersion: 4, priorityByName: 'Inès Fictive' };
    confirm(store, entryOf('mission', 'm-theirs', { ...theirs, priorityAt: '2020-11-15T10:59:00.000Z' }, 501));
    confirm(store, entryOf('mission', 'm-mine', { ...theirs, priorityByName: 'Camille Exemple (ARS Grand-Est)' }, 502));
    desk.image.flush();
    expect(boardCards(desk, ['m-theirs', 'm-mine']).cards).toMatchObject([
      { lane: 'P2', movedBy: 'Inès Fictive', movedAt: '2020-11-15T10:59:00.000Z' },
      { lane: 'P2', movedBy: null, movedAt: null },
    ]);
  });

  it('D3 gives a refused move back, with what the service said, until it was read', () => {
    const { store, desk } = there();
    confirm(store, entryOf('mission', 'm-refused', { priority: 'P4' }, 600));
    decide(
      store,
      decisionOf(
        {
          commandId: 'k-2',
          kind: 'mission.set-priority',
          subject: 'm-refused',
          fact: 'priority',
          missionId: 'm-refused',
        },
        { priority: 'P1', reason: null },
      ),
    );
    const settle = (column: string, value: string) =>
      store.transaction('mirror', ({ statements, touched }) => {
        statements.run(`UPDATE main.outbox SET "${column}" = ? WHERE "commandId" = 'k-2'`, value);
        touched.row('mission', 'm-refused');
      });
    settle('message', 'Vous ne régulez pas cette région.');
    settle('state', 'refused');
    desk.image.flush();
    const cards = () => boardCards(desk, ['m-refused']).cards;
    expect(cards()).toMatchObject([{ lane: 'P4', hasOpenIntent: false, trouble: 'Vous ne régulez pas cette région.' }]);
    settle('acknowledgedAt', '2020-11-15T11:05:00.000Z');
    expect(cards()).toMatchObject([{ lane: 'P4', trouble: null }]);
  });

  it('D5 proposes an order without deciding anything: what nobody decided apart, the deferred left alone', () => {
    const { store, desk } = there();
    confirm(
      store,
      entryOf('mission', 'm-later', { departement: '88', startDate: '2020-11-15', deferredUntil: '2020-11-20' }, 700),
      entryOf('mission', 'm-soon', { departement: '88', startDate: '2020-11-15', headcount: 1 }, 701),
      entryOf('mission', 'm-far', { departement: '88', startDate: '2020-11-28', headcount: 9, priority: 'P1' }, 702),
    );
    desk.image.deriveAll();
    const filters = [{ type: 'among' as const, column: 'departement', values: ['88'] }];
    const proposal = proposeOrder(desk, { ...ALL, filters });
    expect(proposal).toMatchObject({ ranked: 2, deferred: 1, undecided: 1, decided: 1 });
    expect(proposal.rows.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['m-soon', 'none', 'P1'],
      ['m-far', 'P1', 'P2'],
    ]);
    expect(proposal.whole.map(({ priority, set }) => [priority, desk.handles.resolve(set)])).toEqual([
      ['P1', ['m-soon']],
    ]);
    expect(boardCards(desk, ['m-soon']).cards).toMatchObject([{ lane: 'none', hasOpenIntent: false }]);
  });
});
