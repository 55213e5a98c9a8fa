import { describe, expect, it } from 'vitest';
import type { SnapshotOrder } from '../../src-main/engine/snapshots/make-snapshot.ts';
import type { OpenedSnapshot } from '../../src-main/snapshots/compare/compare-snapshots.ts';
import { compareSnapshots } from '../../src-main/snapshots/compare/compare-snapshots.ts';
import { countPeople } from '../../src-main/snapshots/compare/count-people.ts';
import { createSnapshotRows } from '../../src-main/snapshots/compare/snapshot-rows.ts';
import { approve } from '../../src-main/snapshots/format/approval.ts';
import { openSnapshot } from '../../src-main/snapshots/format/open-snapshot.ts';
import { NO_KEYS } from '../../src-main/snapshots/format/unseal.ts';
import type { Store } from '../../src-main/store/store.ts';
import { confirm, entryOf, memoryStore } from '../support/desk-rows.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { randomFrom } from '../support/seeded-random.ts';
import { exported, WHOLE } from './exported.ts';
import { COLLEAGUE, NOW, SECOND, streamOf, TRUST } from './sample-snapshot.ts';

const NOMINATIVE = { ...WHOLE, nominative: true };
const AGREED: Partial<SnapshotOrder> = {
  request: NOMINATIVE,
  approval: approve(NOMINATIVE, SECOND, '2020-11-15T10:00:00.000Z', COLLEAGUE),
};
const SERIES_KEY = new Uint8Array(32).fill(3);

async function taken(store: Store, patch: Partial<SnapshotOrder>): Promise<OpenedSnapshot> {
  const rows = createSnapshotRows();
  const options = { trust: TRUST, now: NOW, expiredOpens: false, onBlock: rows.onBlock };
  const { manifest } = await openSnapshot(streamOf(await exported(store, patch)), NO_KEYS, options);
  return { manifest, rows };
}

interface World {
  readonly store: Store;
  readonly missions: Map<string, Record<string, string | number | null>>;
  readonly people: Map<string, Record<string, string | number | null>>;
  number: number;
}

function makeWorld(random: SeededRandom): World {
  const world: World = { store: memoryStore(), missions: new Map(), people: new Map(), number: 1 };
  for (let index = 0; index < 25; index += 1) addMission(world, `m-${index}`, 1 + random.next(4));
  for (let index = 0; index < 60; index += 1) addPerson(world, `c-${index}`);
  return world;
}

function put(
  world: World,
  kind: 'mission' | 'candidate',
  id: string,
  row: Record<string, string | number | null>,
): void {
  world.number += 1;
  (kind === 'mission' ? world.missions : world.people).set(id, row);
  confirm(world.store, entryOf(kind, id, row, world.number));
}

const addMission = (world: World, id: string, headcount: number) =>
  put(world, 'mission', id, {
    headcount,
    accepted: 0,
    state: 'open',
    priority: 'none',
    establishmentName: id,
    city: 'Nancy',
  });
const addPerson = (world: World, id: string) =>
  put(world, 'candidate', id, {
    engagement: 'none',
    availability: 'available',
    verification: 'verified',
    lastName: id,
  });

/** Changes once what was not changed yet, and says what a comparison must list for it. */
const CHANGES: readonly ((
  world: World,
  random: SeededRandom,
  fresh: (kind: 'mission' | 'candidate') => string,
) => string[])[] = [
  (world, random) => {
    const id = `m-new-${world.number}-${random.next(9)}`;
    addMission(world, id, 3);
    return [`need-appeared ${id} null→0/3`];
  },
  (world, _, fresh) => {
    const id = fresh('mission');
    const row = world.missions.get(id) ?? {};
    put(world, 'mission', id, { ...row, priority: 'P1', priorityByName: 'Régulatrice Fictive' });
    return [`priority-moved ${id} none→P1`];
  },
  (world, _, fresh) => {
    const id = fresh('mission');
    const row = world.missions.get(id) ?? {};
    const { headcount = 0 } = row;
    put(world, 'mission', id, { ...row, accepted: headcount });
    return [
      `cover-moved ${id} 0/${headcount}→${headcount}/${headcount}`,
      `need-covered ${id} 0/${headcount}→${headcount}/${headcount}`,
    ];
  },
  (world, _, fresh) => {
    const id = fresh('mission');
    const row = world.missions.get(id) ?? {};
    put(world, 'mission', id, { ...row, state: 'closed', closedByName: 'Régulatrice Fictive' });
    return [`need-closed ${id} 0/${row['headcount']}→0/${row['headcount']}`];
  },
  (world, random) => {
    const id = `c-new-${world.number}-${random.next(9)}`;
    addPerson(world, id);
    return [`person-gained ${id} null→none`];
  },
  (world, random, fresh) => {
    const id = fresh('candidate');
    const to = random.pick(['proposed', 'contacted', 'assigned'] as const);
    put(world, 'candidate', id, { ...world.people.get(id), engagement: to });
    const figure = { proposed: 'person-proposed', contacted: 'person-reserved', assigned: 'person-assigned' }[to];
    return [`${figure} ${id} none→${to}`];
  },
  (world, _, fresh) => {
    const id = fresh('candidate');
    put(world, 'candidate', id, { ...world.people.get(id), availability: 'unavailable' });
    return [`person-withdrew ${id} available→unavailable`];
  },
  (world, _, fresh) => {
    const id = fresh('candidate');
    world.people.delete(id);
    world.number += 1;
    confirm(world.store, { kind: 'candidate', id, number: world.number, gone: 'left-scope' });
    return [`person-lost ${id} none→null`];
  },
  (world, random) => {
    const agency = 1 + random.next(18);
    const profession = `profession-${world.number}`;
    world.number += 1;
    const id = `${agency}:${profession}`;
    confirm(world.store, entryOf('crisisMode', id, { agency, profession, active: 1, byName: 'X' }, world.number));
    return [`crisis-on ${id} null→null`];
  },
  (world) => {
    world.number += 1;
    const id = `o-${world.number}`;
    confirm(
      world.store,
      entryOf(
        'opening',
        id,
        { state: 'active', receiverAgency: 6, ceiling: 10, untilDate: '2020-12-01' },
        world.number,
      ),
    );
    return [`opening-made ${id} null→active · 10 · 2020-12-01`];
  },
];

describe('a comparison', () => {
  it('lists exactly the changes that were made between two snapshots (40 seeded histories)', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = randomFrom(seed);
      const world = makeWorld(random);
      const before = await taken(world.store, AGREED);
      const untouched = { mission: [...world.missions.keys()], candidate: [...world.people.keys()] };
      const fresh = (kind: 'mission' | 'candidate') => {
        const [id = ''] = untouched[kind].splice(random.next(untouched[kind].length), 1);
        return id;
      };
      const made = Array.from({ length: random.next(14) }, () => random.pick(CHANGES)(world, random, fresh)).flat();
      const { lines } = compareSnapshots(before, await taken(world.store, AGREED));
      const found = lines.map(({ figure, id, before: was, after: now }) => `${figure} ${id} ${was}→${now}`);
      expect({ seed, found: found.sort() }).toEqual({ seed, found: made.sort() });
    }
  });

  it('says who moved a priority, and by which pseudonym when it is one', async () => {
    const world = makeWorld(randomFrom(1));
    const hidden = { pseudonymKey: SERIES_KEY };
    const [named, blurred] = [await taken(world.store, AGREED), await taken(world.store, hidden)];
    put(world, 'mission', 'm-1', {
      ...world.missions.get('m-1'),
      priority: 'P2',
      priorityByName: 'Régulatrice Fictive',
    });
    const byOf = (before: OpenedSnapshot, after: OpenedSnapshot) =>
      compareSnapshots(before, after).lines.map(({ by }) => by);
    expect(byOf(named, await taken(world.store, AGREED))).toEqual(['Régulatrice Fictive']);
    expect(byOf(blurred, await taken(world.store, hidden))[0]).toMatch(/^Agent [0-9A-F]{6}$/);
  });

  it('follows people inside a series, and only counts them between two, nothing under five', async () => {
    const world = makeWorld(randomFrom(2));
    const before = await taken(world.store, { pseudonymKey: SERIES_KEY });
    for (let index = 0; index < 8; index += 1)
      put(world, 'candidate', `c-${index}`, { ...world.people.get(`c-${index}`), engagement: 'contacted' });
    const same = compareSnapshots(before, await taken(world.store, { pseudonymKey: SERIES_KEY }));
    expect(same.peopleAreComparable).toBe(true);
    expect(same.lines.map(({ figure }) => figure)).toEqual(Array.from({ length: 8 }, () => 'person-reserved'));
    const request = { ...WHOLE, series: { id: 'series-2', name: 'Autre série' } };
    const other = compareSnapshots(before, await taken(world.store, { request }));
    expect(other.peopleAreComparable).toBe(false);
    expect(other.lines).toEqual([]);
    expect(other.counts.map(({ engagement, before: was, after }) => [engagement, was, after]).sort()).toEqual([
      ['contacted', 0, 8],
      ['none', 60, 52],
    ]);
    const [counted] = other.counts;
    expect(counted?.departement).toBe('54');
  });

  it('tells whom a snapshot left out neither gained nor lost, and how many are so for sure', async () => {
    const world = makeWorld(randomFrom(4));
    const hidden = { pseudonymKey: SERIES_KEY };
    const whole = await taken(world.store, hidden);
    for (let index = 0; index < 3; index += 1)
      put(world, 'candidate', `c-${index}`, { ...world.people.get(`c-${index}`), engagement: 'contacted' });
    const less = await taken(world.store, hidden);
    expect([whole.manifest.withheld, less.manifest.withheld]).toEqual([0, 3]);
    const gone = compareSnapshots(whole, less);
    expect(gone.lines.map(({ figure }) => figure)).toEqual(Array.from({ length: 3 }, () => 'person-unseen-after'));
    expect(gone.unseen).toMatchObject({ withheldAfter: 3, gone: 3, lostAtLeast: 0 });
    for (let index = 0; index < 10; index += 1) addPerson(world, `c-later-${index}`);
    const back = compareSnapshots(less, await taken(world.store, hidden));
    expect(new Set(back.lines.map(({ figure }) => figure))).toEqual(new Set(['person-unseen-before']));
    expect(back.unseen).toMatchObject({ withheldBefore: 3, appeared: 10, gainedAtLeast: 7, gone: 0, lostAtLeast: 0 });
  });

  it('says which counts are not comparable: people whose place or profession is left out may be of them', () => {
    const row = (id: string, departement: string | null, engagement = 'none') =>
      [id, { id, agency: 6, departement, profession: 'aide-soignant', engagement }] as const;
    const people = (departement: string | null, from: number, until: number) =>
      Array.from({ length: until - from }, (_, index) => row(`c-${from + index}`, departement));
    const before = new Map([...people('54', 0, 10), ...people('57', 10, 40), ...people(null, 40, 46)]);
    const after = new Map([...people('54', 0, 14), ...people('57', 14, 24)]);
    const told = countPeople(before, after, 5, { before: 0, after: 0 });
    const of = (departement: string | null) => told.find((one) => one.departement === departement);
    expect(of('54')).toMatchObject({ before: 10, after: 14, untoldBefore: 6, certain: false });
    expect(of('57')).toMatchObject({ before: 30, after: 10, certain: true });
    expect(of(null)).toMatchObject({ before: 6, after: 0, certain: false });
    expect(countPeople(before, after, 5, { before: 0, after: 20 }).some(({ certain }) => certain)).toBe(false);
  });

  it('says when the two do not show the same territory', async () => {
    const { store } = makeWorld(randomFrom(3));
    const scope = { ...WHOLE.scope, departements: ['54'] };
    const [whole, part] = [await taken(store, {}), await taken(store, { request: { ...WHOLE, scope } })];
    expect(compareSnapshots(whole, part).scopesDiffer).toBe(true);
    expect(compareSnapshots(whole, whole).scopesDiffer).toBe(false);
  });
});
