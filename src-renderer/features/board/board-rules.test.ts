import { describe, expect, it } from 'vitest';
import type { BoardCard } from '../../../contract/app/board-contract.ts';
import { acceptOrder, setsOfRows } from './accept-order.ts';
import { BOARD_COLUMNS } from './board-columns.ts';
import { priorityOfKey } from './board-keys.ts';
import { FIRST_BOARD, readBoardState, withBoardFilter, withFoldedLane, withQuestion } from './board-state.ts';
import { cardSentence, recentMover, shortName } from './board-words.ts';
import { cellFilters } from './cell-filters.ts';
import { countChosen, NO_CHOICE, setOf, withAdded, withToggled } from './choice.ts';
import { filterWords } from './filter-words.ts';
import type { Hold } from './hold.ts';
import { changesOf, withTarget } from './hold.ts';

const NOW = Date.parse('2021-03-15T09:00:00.000Z');

const CARD: BoardCard = {
  ...{ id: 'm-1', lane: 'P3', establishmentName: 'EHPAD de démonstration – Les Tilleuls', city: 'Nancy' },
  ...{ departement: '54', profession: 'aide-soignant', specialty: null, missionState: 'open' },
  ...{ headcount: 3, accepted: 1, remaining: 2, daysToStart: 2, ageDays: 5, score: 61 },
  ...{ supplyOwn: 4, supplyOpened: 1, alert: 'raised', deferredUntil: null, regulatorName: 'Inès Fictive' },
  ...{ version: 3, movedBy: null, movedAt: null, hasOpenIntent: false, hasConflict: false, trouble: null },
};

describe('cards that are held', () => {
  it.each([
    ['nothing happened', {}, false],
    ['one’s own decision was confirmed', { version: 4, movedBy: null }, false],
    ['a colleague judged it anew, even alike', { version: 4, movedBy: 'Inès Fictive' }, true],
    ['a colleague moved it', { version: 4, movedBy: 'Inès Fictive', lane: 'P1' as const }, true],
    ['another window of this desk moved it', { lane: 'P1' as const }, true],
  ])('says what changed meanwhile: %s', (_, patch, isChange) => {
    expect(changesOf([CARD], [{ ...CARD, ...patch }])).toHaveLength(isChange ? 1 : 0);
  });

  it('says of a card that left this desk that it is gone', () => {
    expect(changesOf([CARD], [])).toEqual([{ id: 'm-1', card: null, name: CARD.establishmentName }]);
  });

  it('moves from lane to lane and no further than the last', () => {
    const hold: Hold = { by: 'keys', set: { type: 'ids', ids: ['m-1'] }, card: CARD, target: 'P2' };
    const lanes = ['P1', 'P2'] as const;
    expect(withTarget(hold, lanes, -1).target).toBe('P1');
    expect(withTarget(hold, lanes, 1).target).toBe('P2');
  });
});

describe('what is chosen', () => {
  it('is toggled one by one, added by range, and a whole cell travels as a handle', () => {
    const some = withAdded(withToggled(NO_CHOICE, 'm-1'), ['m-2', 'm-3']);
    expect(setOf(withToggled(some, 'm-2'))).toEqual({ type: 'ids', ids: ['m-1', 'm-3'] });
    expect(setOf(NO_CHOICE)).toBeNull();
    const cell = {
      ids: new Set<string>(),
      cell: { band: '"54"', lane: 'P1', set: { type: 'handle', handle: 'h', count: 4_213 } },
    } as const;
    expect(countChosen(cell)).toBe(4_213);
    expect(countChosen(withToggled(cell, 'm-1'))).toBe(1);
  });

  it('is the same missions in the queue’s own words', () => {
    expect(cellFilters({ swimlane: 'departement', withFilled: true }, '54', 'P2')).toEqual([
      { type: 'among', column: 'missionState', values: ['open', 'filled'] },
      { type: 'among', column: 'priority', values: ['P2'] },
      { type: 'among', column: 'departement', values: ['54'] },
    ]);
    expect(cellFilters({ swimlane: 'none', withFilled: false }, null, 'closed')).toEqual([
      { type: 'among', column: 'missionState', values: ['closed'] },
    ]);
  });
});

describe('the board’s words', () => {
  it('say the whole card to who does not see it', () => {
    expect(cardSentence(CARD, NOW)).toBe(
      'EHPAD de démonstration – Les Tilleuls (54), 3 × Aide-soignant, POURVUE 1/3, commence dans 2 jours, ' +
        'déposée depuis 5 jours, 4 dans vos viviers, 1 par ouverture, score 61, CCS : POSÉE, confiée à Inès Fictive',
    );
    const back = { ...CARD, trouble: 'Vous ne régulez pas cette région.', hasConflict: false };
    expect(cardSentence(back, NOW)).toMatch(/Vous ne régulez pas cette région\.$/);
  });

  it('name who moved a card while it is news, and in short', () => {
    const moved = { movedBy: 'Inès Coquelicot', movedAt: '2021-03-15T08:59:00.000Z' };
    expect(recentMover(moved, NOW)).toBe('Inès Coquelicot');
    expect(recentMover({ ...moved, movedAt: '2021-03-15T08:50:00.000Z' }, NOW)).toBeNull();
    const names = ['Inès Coquelicot', 'Inès Coquelicot (ARS Grand-Est)', 'CCS'].map(shortName);
    expect(names).toEqual(['Inès C.', 'Inès C.', 'CCS']);
  });

  it('put a filter on a chip', () => {
    const column = BOARD_COLUMNS.find(({ name }) => name === 'departement');
    if (column === undefined) throw new Error('no column');
    const filter = { type: 'among', column: 'departement', values: ['54', '57', '67'] } as const;
    expect(filterWords(column, { ...filter, values: [...filter.values] })).toBe(
      'Département : 54 · Meurthe-et-Moselle, 57 · Moselle + 1',
    );
  });
});

describe('what a person set', () => {
  it('comes back as it was, and whatever else was kept does no harm', () => {
    const set = withFoldedLane(
      withBoardFilter(withQuestion(FIRST_BOARD, { swimlane: 'profession', order: 'ageDays' }), 'ehpad', {
        ...{ type: 'flag', column: 'ehpad', value: true },
      }),
      'P4',
    );
    expect(readBoardState(JSON.stringify({ ...set, scroll: 1_204 }))).toEqual({ ...set, scroll: 1_204 });
    for (const kept of [null, '', '[]', '{"filters":[{"column":"nope"}],"swimlane":"x","scroll":-4,"foldedLanes":7}'])
      expect(readBoardState(kept)).toEqual(FIRST_BOARD);
  });

  it('knows digits on a French keyboard too, where they need Shift', () => {
    expect([
      priorityOfKey({ key: '&', code: 'Digit1' }),
      priorityOfKey({ key: '0', code: 'Numpad0' }),
      priorityOfKey({ key: '9', code: 'Digit9' }),
    ]).toEqual(['P1', 'none', null]);
  });
});

describe('an accepted order', () => {
  const row = (id: string, after: 'P1' | 'P2') => ({
    ...{ id, establishmentName: 'EHPAD', departement: '54', profession: 'iade', score: 9, remaining: 1 },
    ...{ before: 'none' as const, after, byName: null },
  });
  const client = (asksReason: string | null) => {
    const committed: string[] = [];
    const preview = (index: { priority: string; ids: number }) => ({
      ...{ previewId: index.priority, revision: 1, rows: [], counts: { changes: index.ids, unchanged: 0, invalid: 0 } },
      consequences: index.priority === 'P1' ? ['Après cette décision, 26 % seraient en P1.'] : [],
      asksReason: index.priority === 'P1' ? asksReason : null,
    });
    const decisions = {
      preview: async (input: {
        decision: { priority: string; reason: string | null };
        targets: { ids: string[] };
      }) => ({
        ...preview({ priority: input.decision.priority, ids: input.targets.ids.length }),
        ...(input.decision.reason === null ? {} : { asksReason: null }),
      }),
      commit: async ({ previewId }: { previewId: string }) => {
        committed.push(previewId);
        return { batchId: `b-${previewId}`, committed: 2 };
      },
    };
    return { committed, client: { decisions } as never };
  };
  const sets = setsOfRows([row('m-1', 'P1'), row('m-2', 'P2'), row('m-3', 'P1')]);

  it('D5 is one decision a lane', async () => {
    expect(sets.map(({ priority, set }) => [priority, set.type === 'ids' && set.ids])).toEqual([
      ['P1', ['m-1', 'm-3']],
      ['P2', ['m-2']],
    ]);
    const desk = client(null);
    expect(await acceptOrder(desk.client, sets, null)).toMatchObject({ committed: 4, batchIds: ['b-P1', 'b-P2'] });
    expect(desk.committed).toEqual(['P1', 'P2']);
  });

  it('F114 commits nothing before a missing reason is given', async () => {
    const desk = client('Dites pourquoi.');
    const asked = await acceptOrder(desk.client, sets, null);
    expect(asked.asksReason).toBe('Après cette décision, 26 % seraient en P1. Dites pourquoi.');
    expect(desk.committed).toEqual([]);
    expect((await acceptOrder(desk.client, sets, 'Troisième vague')).committed).toBe(4);
  });
});
