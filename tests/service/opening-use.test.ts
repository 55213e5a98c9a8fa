/** Proposals under an opening of pools: reach, ceiling, pause, end (DOMAIN §4.3, §6; D6). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import { onBothDatabases } from '../support/databases.ts';
import { accepted, contacted, proposed } from '../support/regulation.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

onBothDatabases('proposals under an opening', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(kind);
  });
  afterAll(() => world.dispose());

  const opening = (patch: Partial<Stored<'opening'>> = {}) =>
    world.place('opening', {
      state: 'active',
      receiverAgency: 6,
      lenderAgencies: '[14]',
      poolKinds: 4,
      professions: '[]',
      specialties: '[]',
      mobilisations: '["national"]',
      fromDate: '2020-11-01',
      untilDate: '2020-12-31',
      ceiling: 1,
      reason: 'Vague',
      authorName: 'CCS',
      createdAt: '2020-11-01T08:00:00.000Z',
      ...patch,
    });
  const away = (patch: Partial<Stored<'candidate'>> = {}) =>
    world.candidate({ agency: 14, departement: '31', mobilisation: 'national', ...patch });
  const propose = (missionId: string, candidateId: string, openingId: string | null) =>
    world.command('proposal.create', world.nextId(), { missionId, candidateId, openingId, reason: null });

  it('F108 makes people of the lender reachable; full it pauses, a place back resumes it', async () => {
    const mission = await world.mission({ headcount: 5 });
    const { id } = await opening();
    const [first, second] = [await away(), await away()];
    const made = propose(mission.id, first.id, id);
    const [without, done, full] = await world.send(
      world.regulator(),
      propose(mission.id, first.id, null),
      made,
      propose(mission.id, second.id, id),
    );
    expect(without).toMatchObject({ outcome: 'refused', code: 'out-of-region' });
    accepted(done);
    expect(full).toMatchObject({ outcome: 'refused', code: 'opening-full' });
    expect(await world.row('opening', id)).toMatchObject({ state: 'paused', used: 1, assigned: 0, version: 1 });
    // The person already counted may be proposed elsewhere under it.
    accepted((await world.send(world.regulator(), propose((await world.mission()).id, first.id, id)))[0]);
    expect(await world.row('opening', id)).toMatchObject({ state: 'paused', used: 1 });
    const proposals = await world.ground.database.read
      .selectFrom('proposal')
      .select(['id', 'version'])
      .where('openingId', '=', id)
      .execute();
    await world.send(
      world.regulator(),
      ...proposals.map((proposal) =>
        world.command('proposal.withdraw', proposal.id, { reason: 'Rendue' }, { version: proposal.version }),
      ),
    );
    expect(await world.row('opening', id)).toMatchObject({ state: 'active', used: 0 });
    accepted((await world.send(world.regulator(), propose(mission.id, second.id, id)))[0]);
  });

  it('D6 closes when as many as the ceiling are assigned; people already proposed stay', async () => {
    const mission = await world.mission({ headcount: 5 });
    const { id } = await opening({ ceiling: 1 });
    const person = await away();
    const command = propose(mission.id, person.id, id);
    accepted((await world.send(world.regulator(), command))[0]);
    const held = await contacted(world, mission, person, await world.row('proposal', command.subject));
    const accept = world.command('proposal.accept', held.id, {}, { version: held.version });
    accepted((await world.send(world.requester(mission.establishmentId), accept))[0]);
    expect(await world.row('opening', id)).toMatchObject({
      state: 'closed',
      assigned: 1,
      used: 1,
      closedByName: 'Service national',
      closedReason: 'Plafond atteint',
    });
    const [after] = await world.send(world.regulator(), propose(mission.id, (await away()).id, id));
    expect(after).toMatchObject({ outcome: 'refused', code: 'opening-closed' });
    expect(await world.row('proposal', held.id)).toMatchObject({ state: 'accepted', openingId: id });
  });

  it.each([
    ['another profession', { professions: '["aide-soignant"]' }],
    ['another pool', { poolKinds: 1 }],
    ['another lender', { lenderAgencies: '[4]' }],
    ['another receiver', { receiverAgency: 5 }],
    ['other missions', { receiverMissions: '["autre"]' }],
    ['other days', { fromDate: '2020-12-01' }],
  ])('does not cover %s', async (_title, patch) => {
    const [mission, person] = [await world.mission(), await away()];
    const { id } = await opening(patch);
    const [verdict] = await world.send(world.regulator(), propose(mission.id, person.id, id));
    expect(verdict).toMatchObject({ outcome: 'refused', code: 'opening-does-not-cover' });
  });

  it('waits for the agreement of the lender, and is not needed within the region', async () => {
    const [mission, person] = [await world.mission(), await away()];
    const awaiting = await opening({ state: 'awaiting-agreement' });
    const [verdict] = await world.send(world.regulator(), propose(mission.id, person.id, awaiting.id));
    expect(verdict).toMatchObject({ outcome: 'refused', code: 'opening-awaiting-agreement' });
    const local = propose(mission.id, (await world.candidate()).id, awaiting.id);
    accepted((await world.send(world.regulator(), local))[0]);
    expect(await world.row('proposal', local.subject)).toMatchObject({ openingId: null });
  });

  it('serves direct access too, and counts it', async () => {
    const mission = await world.mission({ agency: 7, departement: '2A' });
    const person = await away({ agency: 8, departement: '971' });
    const input = { missionId: mission.id, candidateId: person.id };
    const contact = () => world.command('proposal.contact', world.nextId(), input);
    const [closed] = await world.send(world.requester(mission.establishmentId), contact());
    expect(closed).toMatchObject({ outcome: 'refused', code: 'out-of-region' });
    const { id } = await opening({ receiverAgency: 7, lenderAgencies: '[8]', ceiling: 3 });
    const held = await contacted(world, mission, person);
    expect(held).toMatchObject({ origin: 'direct', openingId: id, candidateAgency: 8 });
    expect(await world.row('opening', id)).toMatchObject({ used: 1, state: 'active' });
  });

  it('the person stays visible to the receiving region while engaged there', async () => {
    const [mission, person] = [await world.mission(), await away()];
    const { id } = await opening();
    const command = propose(mission.id, person.id, id);
    accepted((await world.send(world.regulator(), command))[0]);
    expect(await world.row('candidate', person.id)).toMatchObject({ involvedAgencies: 32 });
    const own = await proposed(world, await world.mission(), await world.candidate());
    expect(own.openingId).toBeNull();
  });
});
