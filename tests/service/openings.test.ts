/** Openings of pools by the national desk: who sees whom, under which ceiling, until when, and who may say no. */
import { afterEach, expect, it } from 'vitest';
import type { Command } from '../../contract/national/commands/command.ts';
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { onBothDatabases } from '../support/databases.ts';
import { feedClient } from '../support/feed-client.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const BREST = { agency: 4, departement: '29', postalCode: '29200', city: 'Brest' };
const TERMS: CommandInput<'opening.create'> = {
  receiverAgency: 6,
  receiverMissions: null,
  lenderAgencies: [4],
  poolKinds: ['regional-volunteers'],
  professions: ['infirmier-diplome-etat'],
  specialties: [],
  mobilisations: ['national'],
  fromDate: '2020-11-15',
  untilDate: '2020-11-30',
  ceiling: 10,
  reason: 'Vague dans le Grand-Est',
};
const codeOf = (verdict: Verdict | undefined) => (verdict && 'code' in verdict ? verdict.code : verdict?.outcome);

onBothDatabases('openings of pools', (kind) => {
  let world: World;
  const start = async () => {
    world = await startWorld(kind);
  };
  afterEach(() => world.dispose());

  const lead = (agency: number) => world.regulator(agency, { role: 'ars-lead', displayName: `Responsable ${agency}` });
  const deskLead = () => world.desk({ personId: 'desk-lead', role: 'ccs-lead', displayName: 'Responsable CCS' });
  const create = async (
    patch: Partial<CommandInput<'opening.create'>> = {},
    actor?: Principal,
    id = world.nextId(),
  ) => {
    const [verdict] = await world.send(
      actor ?? world.desk(),
      world.command('opening.create', id, { ...TERMS, ...patch }),
    );
    return { id, verdict, code: codeOf(verdict) };
  };
  const act = async <K extends 'agree' | 'object' | 'overrule' | 'close' | 'adjust'>(
    actor: Principal,
    what: K,
    id: string,
    version: number,
    input: CommandInput<`opening.${K}`>,
  ) => {
    const [verdict] = await world.send(
      actor,
      world.command(`opening.${what}`, id, input as never, { version } as never) as unknown as Command,
    );
    return codeOf(verdict);
  };

  it('F108 takes effect at once: the receiver sees the people, the CCS closes it, they are gone', async () => {
    await start();
    const nurse = await world.candidate(BREST);
    const aide = await world.candidate({ ...BREST, profession: 'aide-soignant' });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    const { id, code } = await create();
    expect(code).toBe('accepted');
    await client.catchUp();
    expect(client.mirror.has(`candidate:${nurse.id}`)).toBe(true);
    expect(client.mirror.has(`candidate:${aide.id}`)).toBe(false);
    expect(client.mirror.get(`opening:${id}`)?.row).toMatchObject({ state: 'active', authorName: 'CCS', ceiling: 10 });
    expect(await act(world.desk(), 'close', id, 1, { reason: 'Besoin couvert' })).toBe('accepted');
    await client.catchUp();
    expect(client.mirror.has(`candidate:${nurse.id}`)).toBe(false);
    expect(await world.row('opening', id)).toMatchObject({
      state: 'closed',
      closedByName: 'CCS',
      closedReason: 'Besoin couvert',
    });
    expect(await act(world.desk(), 'close', id, 2, { reason: 'encore' })).toBe('opening-closed');
  });

  it('F160 keeps before the receiver’s eyes the people already proposed when an opening closes', async () => {
    await start();
    const mission = await world.mission();
    const nurse = await world.candidate(BREST);
    const { id } = await create();
    const [proposed] = await world.send(
      world.regulator(6),
      world.command('proposal.create', world.nextId(), {
        missionId: mission.id,
        candidateId: nurse.id,
        openingId: id,
        reason: null,
      }),
    );
    expect(proposed?.outcome).toBe('accepted');
    expect(await world.row('opening', id)).toMatchObject({ used: 1, version: 1 });
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    await act(world.desk(), 'close', id, 1, { reason: 'Besoin couvert' });
    await client.catchUp();
    expect(client.mirror.has(`candidate:${nurse.id}`)).toBe(true);
  });

  it('S42 is the CCS’s to make; an ARS cannot', async () => {
    await start();
    expect((await create({}, world.regulator(6))).code).toBe('no-right');
    expect((await create({}, lead(4))).code).toBe('no-right');
    const { id } = await create({}, deskLead());
    expect(await act(lead(6), 'close', id, 1, { reason: 'x' })).toBe('no-right');
    expect(await act(lead(6), 'agree', id, 1, {})).toBe('out-of-scope');
    expect(await act(lead(14), 'object', id, 1, { reason: 'x' })).toBe('out-of-scope');
    expect(await act(world.regulator(4), 'object', id, 1, { reason: 'x' })).toBe('no-right');
    expect(await act(world.desk(), 'overrule', id, 1, { reason: 'x' })).toBe('no-right');
    expect(await act(world.desk(), 'close', 'no-such-opening', 1, { reason: 'x' })).toBe('unknown-opening');
  });

  it.each<[string, Partial<CommandInput<'opening.create'>>]>([
    ['reserve-not-opened', { poolKinds: ['reserve-sanitaire', 'regional-volunteers'] }],
    ['lender-is-receiver', { lenderAgencies: [4, 6] }],
    ['students-need-lenders', { poolKinds: ['student-reserve'], lenderAgencies: null }],
    ['opening-dates', { fromDate: '2020-11-20', untilDate: '2020-11-19' }],
    ['opening-dates', { fromDate: '2020-10-01', untilDate: '2020-11-14' }],
    ['opening-dates', { fromDate: '2020-02-30' }],
    ['unknown-specialty', { specialties: ['SM99'] }],
    ['unknown-mission', { receiverMissions: [] }],
    ['unknown-mission', { receiverMissions: ['no-such-mission'] }],
  ])('refuses %s', async (code, patch) => {
    await start();
    const { verdict } = await create(patch);
    expect(verdict).toMatchObject({ outcome: 'refused', code });
    expect(await world.ground.database.read.selectFrom('opening').selectAll().execute()).toEqual([]);
  });

  it('may serve some missions, open ones of the receiving region', async () => {
    await start();
    const here = await world.mission();
    const closed = await world.mission({ state: 'closed' });
    const elsewhere = await world.mission({ agency: 14 });
    expect((await create({ receiverMissions: [here.id, closed.id] })).code).toBe('mission-not-open');
    expect((await create({ receiverMissions: [here.id, elsewhere.id] })).code).toBe('unknown-mission');
    const { id, code } = await create({ receiverMissions: [here.id, here.id] });
    expect(code).toBe('accepted');
    expect(await world.row('opening', id)).toMatchObject({ receiverMissions: JSON.stringify([here.id]) });
  });

  it('leaves a territorial platform to its members until its support EHPAD opens it', async () => {
    await start();
    const pool = { kind: 'territorial', name: 'Plateforme du Finistère', agency: 4, memberEstablishments: '[]' };
    await world.place('pool', { ...pool, openToAll: 0 });
    await world.place('pool', { ...pool, agency: 16, name: 'Plateforme de Vendée', openToAll: 1 });
    const { verdict } = await create({ poolKinds: ['territorial'] });
    expect(verdict).toMatchObject({
      code: 'territorial-pool-closed',
      message: expect.stringContaining('Plateforme du Finistère'),
    });
    expect((await create({ poolKinds: ['territorial'], lenderAgencies: [16] })).code).toBe('accepted');
    expect((await create({ poolKinds: ['territorial'], lenderAgencies: null })).code).toBe('territorial-pool-closed');
  });

  it('F108 refuses a second opening that says the same or the contrary, and one that is there already', async () => {
    await start();
    const { id } = await create();
    expect((await create({ ceiling: 3 })).verdict).toMatchObject({
      code: 'opening-overlaps',
      message: expect.stringContaining('Vague dans le Grand-Est'),
    });
    expect((await create({ receiverAgency: 4, lenderAgencies: [6] })).code).toBe('opening-contradicts');
    expect((await create({ professions: ['aide-soignant'] })).code).toBe('accepted');
    expect((await create({}, world.desk(), id)).verdict).toMatchObject({
      outcome: 'conflict',
      code: 'subject-exists',
      author: 'CCS',
    });
    await act(world.desk(), 'close', id, 1, { reason: 'Fini' });
    expect((await create({ ceiling: 3 })).code).toBe('accepted');
  });

  it('F108 lets only one of two desks open the same pools at the same moment', async () => {
    await start();
    const both = await Promise.all([
      create({}, world.desk({ personId: 'a' })),
      create({}, world.desk({ personId: 'b' })),
      create({ receiverAgency: 4, lenderAgencies: [6] }, world.desk({ personId: 'c' })),
    ]);
    expect(both.filter(({ code }) => code === 'accepted')).toHaveLength(1);
    const scopes = await world.ground.database.read.selectFrom('scope').select('version').execute();
    expect(scopes).toEqual([{ version: 1 }]);
  });

  it('opens a student reserve only when each lender’s lead agreed', async () => {
    await start();
    const student = await world.candidate({ ...BREST, poolKinds: 1, profession: 'etudiant-infirmier' });
    const client = feedClient(world.ground, world.regulator(6));
    const { id } = await create({
      poolKinds: ['student-reserve'],
      lenderAgencies: [4, 16],
      professions: ['etudiant-infirmier'],
    });
    await client.catchUp();
    expect(client.mirror.get(`opening:${id}`)?.row).toMatchObject({ state: 'awaiting-agreement' });
    expect(await act(lead(4), 'agree', id, 1, {})).toBe('accepted');
    expect(await act(lead(4), 'agree', id, 2, {})).toBe('agreement-given');
    await client.catchUp();
    expect(client.mirror.has(`candidate:${student.id}`)).toBe(false);
    expect(await act(lead(16), 'agree', id, 1, {})).toBe('opening-changed');
    expect(await act(lead(16), 'agree', id, 2, {})).toBe('accepted');
    await client.catchUp();
    expect(client.mirror.has(`candidate:${student.id}`)).toBe(true);
    const opening = await world.row('opening', id);
    expect(opening).toMatchObject({ state: 'active', agreedByName: 'Responsable 16' });
    expect(JSON.parse(opening.agreements ?? '[]')).toMatchObject([{ agency: 4 }, { agency: 16 }]);
    expect(await act(lead(4), 'agree', id, 3, {})).toBe('agreement-not-needed');
  });

  it('lets a lender object within 24 h without suspending, and the CCS lead overrule with a reason', async () => {
    await start();
    const nurse = await world.candidate(BREST);
    const { id } = await create();
    world.advance(23);
    expect(await act(deskLead(), 'overrule', id, 1, { reason: 'Trop tôt' })).toBe('no-objection');
    expect(await act(lead(4), 'object', id, 1, { reason: 'Nous en manquons' })).toBe('accepted');
    expect(await act(lead(4), 'object', id, 2, { reason: 'Encore' })).toBe('objection-made');
    const client = feedClient(world.ground, world.regulator(6));
    await client.catchUp();
    expect(client.mirror.has(`candidate:${nurse.id}`)).toBe(true);
    expect(await act(deskLead(), 'overrule', id, 2, { reason: 'Sans commune mesure' })).toBe('accepted');
    expect(await act(deskLead(), 'overrule', id, 3, { reason: 'Encore' })).toBe('no-objection');
    expect(await world.row('opening', id)).toMatchObject({
      state: 'active',
      objectionByName: 'Responsable 4',
      overruledByName: 'Responsable CCS',
      overruledReason: 'Sans commune mesure',
    });
    const late = await create({ professions: ['aide-soignant'] });
    world.advance(25);
    expect(await act(lead(4), 'object', late.id, 1, { reason: 'Trop tard' })).toBe('objection-too-late');
  });

  it('follows its ceiling when the CCS adjusts it, and its last day', async () => {
    await start();
    const mission = await world.mission({ headcount: 3 });
    const nurse = await world.candidate(BREST);
    const { id } = await create({ ceiling: 1 });
    await world.send(
      world.regulator(6),
      world.command('proposal.create', world.nextId(), {
        missionId: mission.id,
        candidateId: nurse.id,
        openingId: id,
        reason: null,
      }),
    );
    expect(await world.row('opening', id)).toMatchObject({ state: 'paused', used: 1 });
    const adjust = (version: number, ceiling: number, untilDate = '2020-11-30') =>
      act(world.desk(), 'adjust', id, version, { ceiling, untilDate, reason: 'Besoin plus grand' });
    expect(await adjust(1, 2, '2020-11-14')).toBe('opening-dates');
    expect(await adjust(1, 2)).toBe('accepted');
    expect(await world.row('opening', id)).toMatchObject({ state: 'active', ceiling: 2 });
    expect(await adjust(1, 5)).toBe('opening-changed');
    const next = await create({ fromDate: '2020-12-01', untilDate: '2020-12-31' });
    expect(next.code).toBe('accepted');
    expect(await adjust(2, 2, '2020-12-05')).toBe('opening-overlaps');
    expect(await adjust(2, 2, '2020-11-20')).toBe('accepted');
  });

  it('does not let a ceiling sink under those already assigned', async () => {
    await start();
    const mission = await world.mission({ headcount: 3 });
    const { id } = await create({ ceiling: 5 });
    for (let count = 0; count < 2; count += 1) {
      const nurse = await world.candidate(BREST);
      const [verdict] = await world.send(
        world.regulator(6),
        world.command('proposal.assign-on-behalf', world.nextId(), {
          missionId: mission.id,
          candidateId: nurse.id,
          openingId: id,
          reason: 'Accord de l’établissement',
        }),
      );
      expect(verdict?.outcome).toBe('accepted');
    }
    const adjust = (ceiling: number) =>
      act(world.desk(), 'adjust', id, 1, { ceiling, untilDate: '2020-11-30', reason: 'Moins' });
    expect(await adjust(1)).toBe('ceiling-below-assigned');
    expect(await adjust(2)).toBe('accepted');
    expect(await world.row('opening', id)).toMatchObject({
      state: 'closed',
      assigned: 2,
      closedReason: 'Plafond atteint',
    });
  });
});
