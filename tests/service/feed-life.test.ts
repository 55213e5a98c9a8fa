/** The feed under a long random life, and under transactions that end in another order than they began. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Principal } from '../../contract/national/principal.ts';
import { openDatabase } from '../../national-api/database/open-database.ts';
import { bulkLines } from '../../national-api/feed/bulk.ts';
import { refreshScopes } from '../../national-api/feed/scope-versions.ts';
import { seal } from '../../national-api/kernel/seal.ts';
import { UnitOfWork } from '../../national-api/kernel/unit-of-work.ts';
import { changeOpening, changeRow, eraseRow, openPools, WORLD_TODAY } from '../support/change-rows.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { FeedClient } from '../support/feed-client.ts';
import { feedClient, visibleRows } from '../support/feed-client.ts';
import { randomFrom } from '../support/seeded-random.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const PROFESSIONS = ['infirmier-diplome-etat', 'aide-soignant', 'sage-femme'] as const;
const AGENCIES = [4, 6, 14, null] as const;

/** A workstation that sleeps, wakes, loses its place, starts again: in every way that the contract allows. */
interface Sleeper {
  readonly principal: Principal;
  client: FeedClient;
}

onBothDatabases('the feed of a random life', (kind) => {
  let world: World;
  afterEach(() => world.dispose());

  // Seed 119 found that a difference abandoned half-way may have taken rows back.
  it.each([1, 2, 3, 4, 5, 119])(
    'F160 F161 leaves each mirror equal to what its scope shows (seed %i)',
    async (seed) => {
      world = await startWorld(kind, { seed: `life-${seed}` });
      const random = randomFrom(seed);
      const people: string[] = [];
      const openings: string[] = [];
      const sleepers: Sleeper[] = [world.regulator(6), world.regulator(4), world.regulator(14), world.desk()].map(
        (principal) => ({ principal, client: feedClient(world.ground, principal) }),
      );
      const traits = () => ({
        agency: random.pick(AGENCIES),
        profession: random.pick(PROFESSIONS),
        specialty: random.pick([null, null, 'SM18', 'SM40']),
        mobilisation: random.pick(['national', 'national', 'local']),
        poolKinds: random.pick([1, 2, 4, 5]),
        involvedAgencies: random.pick([0, 0, 0, 32, 8]),
      });
      const criteria = () => ({
        lenderAgencies: random.pick(['[4]', '[14]', '[4,14]', null]),
        professions: random.pick(['[]', '["aide-soignant"]', '["infirmier-diplome-etat","sage-femme"]']),
        specialties: random.pick(['[]', '[]', '["SM18"]']),
        poolKinds: random.pick([7, 4, 1]),
        mobilisations: random.pick(['["national"]', '["local","national"]']),
      });
      const steps: readonly (() => Promise<unknown>)[] = [
        async () => people.push((await world.candidate(traits())).id),
        async () => people.length > 0 && changeRow(world, 'candidate', random.pick(people), traits()),
        async () =>
          people.length > 0 && changeRow(world, 'candidate', random.pick(people), { city: `V${random.next(99)}` }),
        async () => {
          const [erased] = people.splice(random.next(people.length), 1);
          if (erased !== undefined && random.next(4) === 0) await eraseRow(world, 'candidate', erased);
          else if (erased !== undefined) people.push(erased);
        },
        async () => openings.push(await openPools(world, { receiverAgency: random.pick([6, 4]), ...criteria() })),
        async () =>
          openings.length > 0 &&
          changeOpening(world, random.pick(openings), {
            state: random.pick(['closed', 'paused', 'active']),
            ...(random.next(2) === 0 ? criteria() : {}),
          }),
        async () => random.pick(sleepers).client.step(1 + random.next(4)),
        async () => random.pick(sleepers).client.step(1 + random.next(4)),
        async () => random.pick(sleepers).client.forgetResume(),
        async () => {
          if (random.next(6) !== 0) return;
          const sleeper = random.pick(sleepers);
          sleeper.client = feedClient(world.ground, sleeper.principal);
          for await (const line of await bulkLines(world.ground, sleeper.principal)) {
            if ('format' in line) {
              Object.assign(sleeper.client.cursor, { after: line.after, scopeVersion: line.scopeVersion });
            }
            if (!('kind' in line)) continue;
            for (const [index, number] of line.numbers.entries()) {
              const row = Object.fromEntries(line.columns.map((name, column) => [name, line.values[column]?.[index]]));
              sleeper.client.mirror.set(`${line.kind}:${row['id']}`, { number, row });
            }
            if (people.length > 0) await changeRow(world, 'candidate', random.pick(people), traits());
          }
        },
      ];
      for (let step = 0; step < 220; step += 1) await random.pick(steps)();
      for (const { client, principal } of sleepers) {
        await client.catchUp(1 + random.next(5));
        expect(client.mirror).toEqual(await visibleRows(world.ground, principal, WORLD_TODAY));
      }
    },
  );
});

describe('two transactions that end in the reverse order of their start, on PostgreSQL', () => {
  let world: World;
  afterEach(() => world.dispose());

  it('F161 skip nothing: the one that was held open comes after the cursor of whoever pulled meanwhile', async () => {
    world = await startWorld('postgres');
    const held = await world.candidate();
    const quick = await world.candidate();
    const client = feedClient(world.ground, world.desk());
    await client.catchUp();
    const other = await openDatabase(world.address);
    let release: () => void = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written: () => void = () => {};
    const rowsWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    // Begins first, writes its row, and waits before it is sealed.
    const slow = other.transaction(async (writer) => {
      const work = new UnitOfWork(writer, { ...world.ground, database: other });
      const row = await work.get('candidate', held.id);
      if (row === null) throw new Error('the candidate is missing');
      await work.update('candidate', row, { city: 'Lente' });
      written();
      await released;
      return seal(work);
    });
    await rowsWritten;
    await changeRow(world, 'candidate', quick.id, { city: 'Rapide' });
    const first = await client.catchUp();
    expect(first.map(({ id }) => id)).toEqual([quick.id]);
    const cursor = client.cursor.after;
    release();
    await slow;
    const second = await client.catchUp();
    expect(second.map(({ id }) => id)).toEqual([held.id]);
    expect(second[0]?.number).toBeGreaterThan(cursor);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.desk(), WORLD_TODAY));
    await other.close();
  });

  it('F108 nor a person who changes while an opening is being made: sealed before or after, the receiver is right', async () => {
    world = await startWorld('postgres');
    const person = await world.candidate({ agency: 4 });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const other = await openDatabase(world.address);
    const opening = await openPools(world);
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(true);
    let sealing: () => void = () => {};
    const sealNow = new Promise<void>((resolve) => {
      sealing = resolve;
    });
    let closing: () => void = () => {};
    const scopeWritten = new Promise<void>((resolve) => {
      closing = resolve;
    });
    // The closing has written its scope version and is not committed: the change below does not see it.
    const close = other.transaction(async (writer) => {
      const work = new UnitOfWork(writer, { ...world.ground, database: other });
      const row = await work.get('opening', opening);
      if (row === null) throw new Error('the opening is missing');
      await work.update('opening', row, { state: 'closed' });
      await refreshScopes(work, [6], WORLD_TODAY);
      closing();
      await sealNow;
      return seal(work);
    });
    await scopeWritten;
    await changeRow(world, 'candidate', person.id, { profession: 'aide-soignant' });
    await client.step();
    expect(client.mirror.get(`candidate:${person.id}`)?.row).toMatchObject({ profession: 'aide-soignant' });
    sealing();
    await close;
    await client.catchUp();
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(false);
    await other.close();
  });
});
