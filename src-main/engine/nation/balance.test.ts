import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../contract/domain/civil-date.ts';
import type { CandidateRow } from '../../../contract/national/rows/candidate-row.ts';
import type { MissionRow } from '../../../contract/national/rows/mission-row.ts';
import type { ProposalRow } from '../../../contract/national/rows/proposal-row.ts';
import { confirm, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import { randomFrom } from '../../../tests/support/seeded-random.ts';
import { makeMirrorWhole } from '../../../tests/support/whole-mirror.ts';
import type { Store } from '../../store/store.ts';
import { createRowSource } from '../row-source.ts';
import { DeskImage } from '../tables/desk-image.ts';
import { balanceOf, figuresOfToday, standingOf, weeksOf } from './balance-answers.ts';
import { keepDailyLine } from './keep-daily-line.ts';
import type { NationDesk } from './nation-desk.ts';

const NOON = Date.parse('2020-11-15T11:00:00Z');
const PROFESSIONS = ['infirmier-diplome-etat', 'aide-soignant'];
const PLACES = [
  { agency: 6, departement: '54' },
  { agency: 6, departement: '57' },
  { agency: 4, departement: '29' },
  { agency: null, departement: '975' },
];

/** The plain way: every row read, every rule said once more in words. */
function plainCells(store: Store, from: string, until: string): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  const add = (agency: number | null, profession: string, part: number, amount: number) => {
    const key = `${agency} ${profession}`;
    const cell = cells.get(key) ?? [0, 0, 0, 0];
    cell[part] = (cell[part] ?? 0) + amount;
    cells.set(key, cell);
  };
  for (const row of store.statements.rows<MissionRow>('SELECT * FROM "missionView"')) {
    const posts = row.headcount - row.accepted;
    const isOpen = row.state === 'open' && row.endDate >= '2020-11-15' && posts > 0;
    if (!isOpen || row.startDate > until || row.endDate < from) continue;
    add(row.agency, row.profession, 0, 1);
    add(row.agency, row.profession, 1, posts);
  }
  const promised = store.statements.rows<ProposalRow>(`SELECT * FROM "proposalView" WHERE state = 'accepted'`);
  for (const row of store.statements.rows<CandidateRow>('SELECT * FROM "candidateView"')) {
    if (row.availability !== 'available' || row.startDate > until || (row.endDate ?? '9999') < from) continue;
    const days = promised.filter(({ candidateId }) => candidateId === row.id);
    if (row.engagement === 'assigned' && days.length === 0) continue;
    if (days.some(({ startDate, endDate }) => (startDate ?? '') <= until && (endDate ?? '9999') >= from)) continue;
    const engaged = row.engagement === 'contacted' || row.openProposals > 0;
    add(row.agency, row.profession, engaged ? 3 : 2, 1);
  }
  return cells;
}

describe('the balance of needs and resources', () => {
  let store: Store;
  const images: DeskImage[] = [];
  const time = { now: NOON };
  beforeEach(() => {
    time.now = NOON;
    store = memoryStore();
  });
  afterEach(() => {
    for (const image of images.splice(0)) image.stop();
    store.close();
  });

  async function deskOf(agency: number | null): Promise<NationDesk> {
    makeMirrorWhole(store);
    const image = new DeskImage({
      source: createRowSource(store),
      clock: () => time.now,
      turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
      tell: () => undefined,
      onFault: (error) => {
        throw error;
      },
    });
    images.push(image);
    await image.loaded('mission');
    await image.loaded('candidate');
    image.flush();
    return { store, image, person: () => ({ agency }) as ReturnType<NationDesk['person']> };
  }

  function placeNation(seed: number): void {
    const random = randomFrom(seed);
    const day = (span: number) => addDays('2020-11-15', random.next(span) - 8);
    for (let index = 0; index < 60; index += 1) {
      const startDate = day(30);
      confirm(
        store,
        entryOf('mission', `m-${index}`, {
          ...random.pick(PLACES),
          profession: random.pick(PROFESSIONS),
          headcount: random.next(5),
          accepted: random.next(2),
          startDate,
          endDate: addDays(startDate, random.next(20)),
          state: random.pick(['open', 'open', 'open', 'closed']),
        }),
      );
    }
    for (let index = 0; index < 120; index += 1) {
      const startDate = day(30);
      const engagement = random.pick(['none', 'none', 'none', 'proposed', 'contacted', 'assigned', 'assigned']);
      confirm(
        store,
        entryOf('candidate', `c-${index}`, {
          ...random.pick(PLACES),
          profession: random.pick(PROFESSIONS),
          startDate,
          endDate: random.pick([null, addDays(startDate, random.next(25))]),
          availability: random.pick(['available', 'available', 'available', 'unavailable']),
          engagement,
          openProposals: engagement === 'proposed' ? 1 : 0,
        }),
      );
      if (engagement === 'assigned' && random.next(3) > 0) {
        const first = addDays('2020-11-15', random.next(10) - 9);
        const patch = { candidateId: `c-${index}`, missionId: `m-${random.next(60)}`, state: 'accepted' };
        const endDate = addDays(first, 10 + random.next(10));
        confirm(store, entryOf('proposal', `p-${index}`, { ...patch, startDate: first, endDate }));
      }
    }
  }

  it.each([3, 17, 29, 71])('says at any period what reading every row says (seed %i)', async (seed) => {
    placeNation(seed);
    const desk = await deskOf(null);
    for (const [from, days] of [
      ['2020-11-15', 1],
      ['2020-11-15', 7],
      ['2020-11-20', 3],
      ['2020-12-01', 28],
    ] as const) {
      const until = addDays(from, days - 1);
      const { cells } = balanceOf(desk, { by: 'agency', from, days });
      const counted = cells.map(({ place, profession, missions, posts, free, engaged }) => [
        `${place} ${profession}`,
        [missions, posts, free, engaged],
      ]);
      expect(new Map(counted as [string, number[]][])).toEqual(plainCells(store, from, until));
      const week = weeksOf(desk, { by: 'agency', place: { code: 6 }, profession: 'aide-soignant', from, weeks: 2 });
      const [, posts = 0, free = 0] = plainCells(store, from, addDays(from, 6)).get('6 aide-soignant') ?? [];
      expect(week.weeks[0]).toMatchObject({ from, until: addDays(from, 6), posts, free });
    }
  });

  it('counts by département for a region, what openings show of others apart', async () => {
    placeNation(5);
    const desk = await deskOf(6);
    const { cells } = balanceOf(desk, { by: 'departement', from: '2020-11-15', days: 7 });
    expect(new Set(cells.map(({ place }) => place))).toEqual(new Set(['54', '57', null]));
    const national = balanceOf(await deskOf(null), { by: 'agency', from: '2020-11-15', days: 7 }).cells;
    const sum = (list: typeof cells) => list.reduce((all, { posts, free }) => all + posts + free, 0);
    expect(sum(cells)).toBe(sum(national));
  });

  it('keeps one line a day, and tells what moved since the last one', async () => {
    confirm(store, entryOf('mission', 'm-1', { headcount: 3, endDate: '2020-12-30' }));
    confirm(store, entryOf('candidate', 'c-1'), entryOf('candidate', 'c-2'));
    const desk = await deskOf(6);
    expect(standingOf(desk, 'departement')).toMatchObject({
      since: null,
      posts: 3,
      free: 2,
      postsBefore: null,
      moves: [],
    });
    expect(keepDailyLine(desk)).toBe(true);
    expect(keepDailyLine(desk)).toBe(false);
    time.now = NOON + 20 * 60_000;
    confirm(store, entryOf('mission', 'm-1', { headcount: 5, endDate: '2020-12-30' }, 2));
    desk.image.flush();
    expect(keepDailyLine(desk)).toBe(true);
    time.now = NOON + 26 * 3_600_000;
    confirm(store, entryOf('candidate', 'c-2', { availability: 'unavailable' }, 2));
    desk.image.flush();
    // A new day reads everything again, turn after turn.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(standingOf(desk, 'departement')).toMatchObject({
      ...{ day: '2020-11-16', since: '2020-11-15', posts: 5, postsBefore: 5, free: 1, freeBefore: 2 },
      moves: [{ place: '54', profession: 'infirmier-diplome-etat', posts: 5, postsBefore: 5, free: 1, freeBefore: 2 }],
    });
  });

  it('holds counts alone: no line of the day names or numbers anybody', async () => {
    confirm(store, entryOf('mission', 'm-1'), entryOf('candidate', 'c-1', { lastName: 'Noisetier', number: 6552 }));
    const desk = await deskOf(6);
    keepDailyLine(desk);
    const [row] = store.statements.rows<{ figures: string }>('SELECT figures FROM "dailyFigures"');
    expect(JSON.parse(row?.figures ?? '')).toEqual([[6, '54', 'infirmier-diplome-etat', 1, 2, 1]]);
    expect(figuresOfToday(desk).day).toBe('2020-11-15');
  });
});
