/** The feed: what a workstation pulls is exactly what its scope shows, whatever happened while it slept. */
import { afterEach, expect, it } from 'vitest';
import { pull } from '../../national-api/feed/pull.ts';
import { changeOpening, changeRow, closePools, eraseRow, openPools, WORLD_TODAY } from '../support/change-rows.ts';
import { onBothDatabases } from '../support/databases.ts';
import { feedClient, visibleRows } from '../support/feed-client.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const BREST = { agency: 4, departement: '29', postalCode: '29200', city: 'Brest' };

onBothDatabases('pulling the feed', (kind) => {
  let world: World;
  const start = async (): Promise<World> => {
    world = await startWorld(kind);
    return world;
  };
  afterEach(() => world.dispose());

  it('F160 gives an ARS its region, F161 the CCS all regions, in the order of the numbers', async () => {
    await start();
    const own = await world.mission();
    const other = await world.mission({ agency: 14 });
    const regional = feedClient(world.ground, world.regulator(6));
    const national = feedClient(world.ground, world.desk());
    const numbers = (await regional.catchUp(1)).map(({ number }) => number);
    await national.catchUp();
    expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
    expect(regional.mirror.has(`mission:${own.id}`)).toBe(true);
    expect(regional.mirror.has(`mission:${other.id}`)).toBe(false);
    expect(national.mirror.has(`mission:${other.id}`)).toBe(true);
    expect(regional.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    expect(national.mirror).toEqual(await visibleRows(world.ground, world.desk(), WORLD_TODAY));
  });

  it('S42 gives nothing to establishments, candidates and administrators', async () => {
    await start();
    for (const role of ['establishment', 'candidate', 'administrator', 'system'] as const) {
      await expect(
        pull(world.ground, world.regulator(6, { role }), { after: 0, scopeVersion: 0, limit: 10 }),
      ).rejects.toMatchObject({ code: 'no-right' });
    }
    const auditor = feedClient(world.ground, world.regulator(6, { role: 'auditor', agency: null }));
    await world.mission({ agency: 14 });
    await auditor.catchUp();
    expect(auditor.mirror).toEqual(await visibleRows(world.ground, world.desk(), WORLD_TODAY));
  });

  it('never carries contact details nor private columns', async () => {
    await start();
    const person = await world.candidate({ emailKey: 'exemple@example.org', involvedAgencies: 0 });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const columns = Object.keys(client.mirror.get(`candidate:${person.id}`)?.row ?? {});
    expect(columns).toContain('lastName');
    expect(columns).not.toContain('emailKey');
    expect(columns).not.toContain('involvedAgencies');
  });

  it('goes to the head when only other regions changed', async () => {
    await start();
    for (let count = 0; count < 5; count += 1) await world.candidate(BREST);
    const page = await pull(world.ground, world.regulator(6), { after: 0, scopeVersion: 0, limit: 2 });
    expect(page).toMatchObject({ entries: [], more: false, after: 5, head: 5, phase: 'feed', scope: 'agency:6' });
  });

  it('refuses a cursor of another scope, of another life, or a token of its own making', async () => {
    await start();
    await world.mission();
    const ask = (patch: object) =>
      pull(world.ground, world.regulator(6), { after: 0, scopeVersion: 0, limit: 10, ...patch });
    await expect(ask({ scope: 'agency:4' })).rejects.toMatchObject({ code: 'scope-changed' });
    await expect(ask({ scopeVersion: 3 })).rejects.toMatchObject({ code: 'unknown-scope-version' });
    await expect(ask({ after: 999 })).rejects.toMatchObject({ code: 'cursor-ahead' });
    await expect(ask({ resume: 'e30' })).rejects.toMatchObject({ code: 'unknown-resume' });
    await openPools(world);
    const forged = [
      'not json',
      Buffer.from('{"target":9,"beyond":""}').toString('base64url'),
      Buffer.from('{"target":1,"beyond":"","x":1}').toString('base64url'),
    ];
    for (const resume of forged) await expect(ask({ resume })).rejects.toMatchObject({ code: 'unknown-resume' });
    await expect(pull(world.ground, world.desk(), { after: 0, scopeVersion: 1, limit: 10 })).rejects.toMatchObject({
      code: 'unknown-scope-version',
    });
  });

  it('F108 tells first what an opening lets enter, then what its end takes back, by the id alone', async () => {
    await start();
    const volunteer = await world.candidate(BREST);
    const homebody = await world.candidate({ ...BREST, mobilisation: 'local' });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const opening = await openPools(world);
    const entered = await client.step();
    expect(entered).toMatchObject({ phase: 'difference', scopeVersion: 1, more: true });
    expect(entered.entries).toMatchObject([
      { kind: 'candidate', id: volunteer.id, row: { lastName: volunteer.lastName } },
    ]);
    await client.catchUp();
    await closePools(world, opening);
    const left = await client.step();
    expect(left.entries).toEqual([{ number: 1, kind: 'candidate', id: volunteer.id, gone: 'left-scope' }]);
    await client.catchUp();
    expect(client.mirror.has(`candidate:${volunteer.id}`)).toBe(false);
    expect(client.mirror.has(`candidate:${homebody.id}`)).toBe(false);
    expect(client.cursor).toMatchObject({ scopeVersion: 2, resume: null });
  });

  it('shows a person without specialty when an opening by specialty becomes one for all', async () => {
    await start();
    const person = await world.candidate({ ...BREST, specialty: null });
    const nowhere = await world.candidate({ agency: null, departement: '975' });
    const narrow = await openPools(world, { specialties: '["SM54"]', lenderAgencies: '[4]' });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(false);
    await closePools(world, narrow);
    await openPools(world, { lenderAgencies: null });
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(true);
    expect(client.mirror.has(`candidate:${nowhere.id}`)).toBe(true);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
  });

  it('takes back a person who changed profession while the receiver slept, after the opening closed', async () => {
    await start();
    const person = await world.candidate(BREST);
    const opening = await openPools(world, { professions: '["infirmier-diplome-etat"]' });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    await closePools(world, opening);
    await changeRow(world, 'candidate', person.id, { profession: 'aide-soignant' });
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(false);
  });

  it('takes back a person whose change one opening hid from the departures and whose showing another ended', async () => {
    await start();
    const person = await world.candidate(BREST);
    await openPools(world, { professions: '["infirmier-diplome-etat"]' });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const wide = await openPools(world, { professions: '["aide-soignant"]' });
    // Still shown, now by the second opening: no departure is due at this moment.
    await changeRow(world, 'candidate', person.id, { profession: 'aide-soignant' });
    await closePools(world, wide);
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(false);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
  });

  it('keeps a person who left and came back between two pulls', async () => {
    await start();
    const person = await world.candidate();
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    await changeRow(world, 'candidate', person.id, BREST);
    await changeRow(world, 'candidate', person.id, { agency: 6, city: 'Metz' });
    const entries = await client.catchUp(1);
    expect(entries.map((entry) => ('gone' in entry ? entry.gone : 'row'))).toEqual(['left-scope', 'row']);
    expect(client.mirror.get(`candidate:${person.id}`)?.row).toMatchObject({ city: 'Metz' });
    await changeRow(world, 'candidate', person.id, BREST);
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(false);
  });

  it('tells an erased row to everybody and lets the CCS keep a row that only changed region', async () => {
    await start();
    const person = await world.candidate();
    const moved = await world.candidate();
    const regional = feedClient(world.ground, world.regulator(6));
    const national = feedClient(world.ground, world.desk());
    await regional.catchUp();
    await national.catchUp();
    await eraseRow(world, 'candidate', person.id);
    await changeRow(world, 'candidate', moved.id, BREST);
    expect((await regional.catchUp()).map((entry) => 'gone' in entry && entry.gone)).toEqual(['erased', 'left-scope']);
    expect((await national.catchUp()).map((entry) => 'gone' in entry && entry.gone)).toEqual(['erased', false]);
    expect(national.mirror.size).toBe(1);
  });

  it('resumes a difference that was interrupted while rows and openings went on changing', async () => {
    await start();
    const people = [];
    for (let count = 0; count < 9; count += 1) people.push(await world.candidate(BREST));
    const [first, second, last] = [people[0], people[1], people.at(-1)];
    if (!first || !second || !last) throw new Error('people are missing');
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const opening = await openPools(world);
    const page = await client.step(3);
    expect(page).toMatchObject({ phase: 'difference', scopeVersion: 0, more: true });
    expect(page.resume).not.toBeNull();
    // One already told leaves, one not yet told changes, and a narrower opening replaces the first.
    await changeRow(world, 'candidate', first.id, { mobilisation: 'local' });
    await changeRow(world, 'candidate', last.id, { city: 'Quimper' });
    await openPools(world, { mobilisations: '["national"]', professions: '["aide-soignant"]' });
    await closePools(world, opening);
    await changeRow(world, 'candidate', second.id, { profession: 'aide-soignant' });
    await client.catchUp(3);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    expect([...client.mirror.keys()].filter((key) => key.startsWith('candidate'))).toEqual([`candidate:${second.id}`]);
  });

  it('takes back what a lost difference had given', async () => {
    await start();
    for (let count = 0; count < 6; count += 1) await world.candidate(BREST);
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const opening = await openPools(world);
    await client.step(2);
    await closePools(world, opening);
    client.forgetResume();
    await client.catchUp(2);
    expect([...client.mirror.keys()].filter((key) => key.startsWith('candidate'))).toEqual([]);
  });

  it('F160 leaves alone a person whom a live proposal shows anyway', async () => {
    await start();
    const person = await world.candidate({ ...BREST, involvedAgencies: 32 });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const opening = await openPools(world);
    expect((await client.step()).entries).toEqual([]);
    await client.catchUp();
    await closePools(world, opening);
    expect((await client.step()).entries).toEqual([]);
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(true);
  });

  it('gives back what a lost difference had taken', async () => {
    await start();
    for (let count = 0; count < 6; count += 1) await world.candidate(BREST);
    const opening = await openPools(world);
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    await closePools(world, opening);
    const taken = await client.step(2);
    expect(taken.entries).toHaveLength(2);
    await openPools(world);
    client.forgetResume();
    await client.catchUp(2);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    expect([...client.mirror.keys()].filter((key) => key.startsWith('candidate'))).toHaveLength(6);
  });

  it('makes a sleeper of too many scope versions start again', async () => {
    await start();
    const opening = await openPools(world);
    const { database } = world.ground;
    const versions = Array.from({ length: 201 }, (_, index) => ({
      id: 'agency:6',
      version: index + 2,
      definition: JSON.stringify([
        {
          id: `${opening}-${index}`,
          lenderAgencies: [4],
          poolKinds: 4,
          professions: [],
          specialties: [],
          mobilisations: ['national'],
        },
      ]),
      at: '2020-11-15T08:00:00.000Z',
    }));
    await database.write.insertInto('scope').values(versions).execute();
    await expect(
      pull(world.ground, world.regulator(6), { after: 0, scopeVersion: 1, limit: 10 }),
    ).rejects.toMatchObject({ code: 'unknown-scope-version' });
    const near = await pull(world.ground, world.regulator(6), { after: 0, scopeVersion: 10, limit: 10 });
    expect(near).toMatchObject({ phase: 'difference', scopeVersion: 202 });
  });

  it('keeps showing the people of an opening that is only full', async () => {
    await start();
    const person = await world.candidate(BREST);
    const opening = await openPools(world);
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    await changeOpening(world, opening, { state: 'paused', used: 10 });
    await client.catchUp();
    expect(client.mirror.has(`candidate:${person.id}`)).toBe(true);
    expect(client.cursor.scopeVersion).toBe(1);
  });
});
