/** What the calendar and the clock do by themselves (DOMAIN §2.6, §3, §4.4, §6). */
import { afterEach, expect, it } from 'vitest';
import { sweep } from '../../national-api/clock/sweep.ts';
import { currentScope, scopeOfAgency } from '../../national-api/feed/scope-versions.ts';
import { onBothDatabases } from '../support/databases.ts';
import { accepted, assigned, contacted, proposed } from '../support/regulation.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const NOTHING = { missionsEnded: 0, assignmentsEnded: 0, proposalsLapsed: 0, scopesTurned: 0 };
const DAY = 24;

onBothDatabases('the sweep', (kind) => {
  const worlds: World[] = [];
  const start = async (): Promise<World> => {
    const world = await startWorld(kind);
    worlds.push(world);
    return world;
  };
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.dispose();
  });
  const systemLines = async (world: World): Promise<readonly string[]> => {
    const lines = await world.ground.database.read
      .selectFrom('journal')
      .select(['kind', 'subjectId'])
      .where('role', '=', 'system')
      .where('origin', '=', 'system')
      .orderBy('number')
      .execute();
    return lines.map((line) => `${line.kind} ${line.subjectId}`);
  };

  it('F82 ends assignments the day after their last one, where the agency lives, once', async () => {
    const world = await start();
    const dates = { startDate: '2020-11-16', endDate: '2020-11-16' };
    const reunion = { agency: 11, departement: '974' };
    const [nancy, saintDenis] = [await world.mission(dates), await world.mission({ ...dates, ...reunion })];
    const [here, there] = [
      await assigned(world, nancy, await world.candidate()),
      await assigned(world, saintDenis, await world.candidate(reunion)),
    ];
    // 16 November 21:00 UTC: still the 16th in Paris, already the 17th in Saint-Denis.
    world.advance(DAY + 13);
    expect(await sweep(world.ground)).toEqual({ ...NOTHING, assignmentsEnded: 1 });
    expect(await world.row('proposal', there.id)).toMatchObject({
      state: 'ended',
      decidedByName: 'Compte établissement',
    });
    expect(await world.row('proposal', here.id)).toMatchObject({ state: 'accepted' });
    world.advance(2);
    expect(await sweep(world.ground)).toEqual({ ...NOTHING, assignmentsEnded: 1 });
    expect(await world.row('candidate', here.candidateId)).toMatchObject({
      engagement: 'none',
      assignedUntil: null,
      engagedProposalId: null,
      involvedAgencies: 0,
    });
    expect(await world.row('mission', nancy.id)).toMatchObject({ accepted: 1 });
    expect(await sweep(world.ground)).toEqual(NOTHING);
    expect(await systemLines(world)).toEqual([`assignment.end ${there.id}`, `assignment.end ${here.id}`]);
  });

  it('F80 EN COURS lapses at 72 hours, counted again from a resumption; a contact never lapses by itself (DOMAIN §4.4)', async () => {
    const world = await start();
    const [mission, other] = [await world.mission({ headcount: 9 }), await world.mission()];
    const [forgotten, resumed, held] = [await world.candidate(), await world.candidate(), await world.candidate()];
    const open = await proposed(world, mission, forgotten);
    const contact = await contacted(world, mission, held);
    const waiting = await proposed(world, mission, resumed);
    const brief = await contacted(world, other, resumed, await proposed(world, other, resumed));
    world.advance(2 * DAY);
    const refuse = world.command(
      'proposal.refuse',
      brief.id,
      { reason: 'distance', comment: null },
      { version: brief.version },
    );
    accepted((await world.send(world.requester(other.establishmentId), refuse))[0]);
    world.advance(DAY - 0.1);
    expect(await sweep(world.ground)).toEqual(NOTHING);
    world.advance(0.1);
    expect(await sweep(world.ground)).toEqual({ ...NOTHING, proposalsLapsed: 1 });
    expect(await world.row('proposal', open.id)).toMatchObject({
      state: 'lapsed',
      reason: 'no-contact-in-time',
      decidedByName: 'Service national',
    });
    expect(await world.row('candidate', forgotten.id)).toMatchObject({ engagement: 'none', openProposals: 0 });
    expect(await world.row('proposal', waiting.id)).toMatchObject({ state: 'open' });
    world.advance(2 * DAY);
    expect(await sweep(world.ground)).toEqual({ ...NOTHING, proposalsLapsed: 1 });
    expect(await world.row('proposal', contact.id)).toMatchObject({ state: 'contacted' });
    expect(await world.row('mission', mission.id)).toMatchObject({ contacted: 1, proposed: 0 });
  });

  it('a mission that ended holds nobody, and its alert is lifted (DOMAIN §2.6, §4.6)', async () => {
    const world = await start();
    const mission = await world.mission({ endDate: '2020-11-17', headcount: 3 });
    const waiting = [
      await proposed(world, mission, await world.candidate()),
      await contacted(world, mission, await world.candidate()),
    ];
    const alert = world.command('alert.raise', mission.id, { message: 'Plus personne', tried: [] });
    accepted((await world.send(world.regulator(), alert))[0]);
    world.advance(2 * DAY);
    expect(await sweep(world.ground)).toEqual(NOTHING);
    world.advance(DAY);
    expect(await sweep(world.ground)).toMatchObject({ missionsEnded: 1, proposalsLapsed: 0 });
    for (const { id } of waiting) {
      expect(await world.row('proposal', id)).toMatchObject({ state: 'lapsed', reason: 'mission-ended' });
    }
    expect(await world.row('mission', mission.id)).toMatchObject({ alert: 'lifted', contacted: 0, proposed: 0 });
    expect(await sweep(world.ground)).toEqual(NOTHING);
  });

  it('D6 an opening begins and closes by date, and the receiver’s scope follows', async () => {
    const world = await start();
    const { id } = await world.place('opening', {
      state: 'active',
      receiverAgency: 6,
      lenderAgencies: '[14]',
      poolKinds: 4,
      professions: '[]',
      specialties: '[]',
      mobilisations: '["national"]',
      fromDate: '2020-11-17',
      untilDate: '2020-11-18',
      ceiling: 5,
      createdAt: '2020-11-15T08:00:00.000Z',
    });
    const scope = async () => {
      const { version, definition } = await currentScope(world.ground.database.read, scopeOfAgency(6));
      return { version, openings: definition.map((opening) => opening.id) };
    };
    expect(await sweep(world.ground)).toEqual(NOTHING);
    world.advance(2 * DAY);
    expect(await sweep(world.ground)).toEqual({ ...NOTHING, scopesTurned: 1 });
    expect(await scope()).toEqual({ version: 1, openings: [id] });
    expect(await sweep(world.ground)).toEqual(NOTHING);
    world.advance(2 * DAY);
    expect(await sweep(world.ground)).toEqual({ ...NOTHING, scopesTurned: 1 });
    expect(await scope()).toEqual({ version: 2, openings: [] });
    expect(await world.row('opening', id)).toMatchObject({ state: 'closed', closedByName: 'Service national' });
    expect(await systemLines(world)).toEqual([`opening.begin ${id}`, `opening.close-by-itself ${id}`]);
  });

  it('two sweeps at once do each thing once', async () => {
    const world = await start();
    const mission = await world.mission({ headcount: 9 });
    for (let count = 0; count < 4; count += 1) await proposed(world, mission, await world.candidate());
    world.advance(3 * DAY);
    const reports = await Promise.all([sweep(world.ground), sweep(world.ground)]);
    expect(reports.reduce((sum, { proposalsLapsed }) => sum + proposalsLapsed, 0)).toBe(4);
    expect(await systemLines(world)).toHaveLength(4);
  });
});
