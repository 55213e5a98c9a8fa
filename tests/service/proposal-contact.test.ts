/** From need to recruit: proposing, contacting, accepting, refusing (DOMAIN §4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import { assigned, contacted, journalOf, mailsTo, proposed, reachable, withAccount } from '../support/regulation.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

onBothDatabases('proposals and contacts', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(kind);
  });
  afterAll(() => world.dispose());

  it('F80 F104 an ARS proposes: EN COURS, told to the requester and to the candidate', async () => {
    const mission = await world.mission({ agency: 6 });
    const candidate = await world.candidate();
    const addresses = [await withAccount(world, mission), await reachable(world, candidate)];
    const proposal = await proposed(world, mission, candidate);
    expect(proposal).toMatchObject({ state: 'open', origin: 'agency', mailState: 'waiting', version: 1 });
    expect(await world.row('candidate', candidate.id)).toMatchObject({
      engagement: 'proposed',
      openProposals: 1,
      involvedAgencies: 32,
      engagedSince: proposal.proposedAt,
    });
    expect(await world.row('mission', mission.id)).toMatchObject({
      proposed: 1,
      contacted: 0,
      accepted: 0,
      version: 1,
    });
    expect(await mailsTo(world, ...addresses)).toEqual(['candidates-proposed waiting', 'candidate-proposed waiting']);
  });

  it('F85 F87 one contacting establishment at a time, and no mail', async () => {
    const [first, second] = [await world.mission(), await world.mission()];
    const candidate = await world.candidate();
    const address = await reachable(world, candidate);
    const held = await contacted(world, first, candidate);
    expect(held).toMatchObject({ state: 'contacted', origin: 'direct', contactedByName: 'Compte établissement' });
    const input = { missionId: second.id, candidateId: candidate.id };
    const [verdict] = await world.send(
      world.requester(second.establishmentId),
      world.command('proposal.contact', world.nextId(), input),
    );
    expect(verdict).toMatchObject({
      outcome: 'conflict',
      code: 'candidate-contacted',
      author: first.establishmentName,
      at: held.contactedAt,
      current: null,
    });
    expect(await mailsTo(world, address)).toEqual([]);
  });

  it('F85 the first contact suspends the other proposals; a refusal resumes them without a mail (F83, F87, F141)', async () => {
    const [first, second] = [await world.mission(), await world.mission()];
    const candidate = await world.candidate();
    const [address, requester] = [await reachable(world, candidate), await withAccount(world, first)];
    const [mine, other] = [await proposed(world, first, candidate), await proposed(world, second, candidate)];
    const held = await contacted(world, first, candidate, mine);
    expect(await world.row('proposal', other.id)).toMatchObject({ state: 'suspended' });
    const [late] = await world.send(
      world.requester(second.establishmentId),
      world.command(
        'proposal.contact',
        other.id,
        { missionId: second.id, candidateId: candidate.id },
        { version: other.version },
      ),
    );
    expect(late).toMatchObject({ outcome: 'conflict', author: first.establishmentName, at: held.contactedAt });
    world.advance(0.5);
    const refuse = world.command(
      'proposal.refuse',
      held.id,
      { reason: 'unreachable', comment: null },
      { version: held.version },
    );
    const [refused] = await world.send(world.requester(first.establishmentId), refuse);
    expect(refused?.outcome).toBe('accepted');
    expect(await world.row('proposal', mine.id)).toMatchObject({ state: 'refused', reason: 'unreachable' });
    expect(await world.row('proposal', other.id)).toMatchObject({
      state: 'open',
      resumedAt: new Date(world.ground.clock()).toISOString(),
    });
    expect(await world.row('candidate', candidate.id)).toMatchObject({
      engagement: 'proposed',
      engagedSince: new Date(world.ground.clock()).toISOString(),
      engagedProposalId: null,
      openProposals: 1,
    });
    expect(await mailsTo(world, address, requester)).toEqual([
      'candidates-proposed waiting',
      'candidate-proposed waiting',
      'candidate-proposed waiting',
    ]);
    expect(await journalOf(world, refuse)).toEqual([`proposal.refuse ${mine.id}`, `proposal.resume ${other.id}`]);
  });

  it('F84 accepting needs a contact', async () => {
    const mission = await world.mission();
    const proposal = await proposed(world, mission, await world.candidate());
    const [verdict] = await world.send(
      world.requester(mission.establishmentId),
      world.command('proposal.accept', proposal.id, {}, { version: 1 }),
    );
    expect(verdict).toMatchObject({ outcome: 'refused', code: 'not-in-this-state' });
  });

  it('F82 F91 F140 accepting assigns, counts, mails the person, and lapses what else waited (DOMAIN §4.7)', async () => {
    const [mission, elsewhere] = [await world.mission({ headcount: 1 }), await world.mission()];
    const [kept, other] = [await world.candidate(), await world.candidate()];
    const [requester, address] = [await withAccount(world, mission), await reachable(world, kept)];
    const proposalElsewhere = await proposed(world, elsewhere, kept);
    const rival = await contacted(world, mission, other);
    const mine = await proposed(world, mission, kept);
    const held = await contacted(world, mission, kept, mine);
    world.advance(0.5);
    const accept = world.command('proposal.accept', held.id, {}, { version: held.version });
    const [verdict] = await world.send(world.requester(mission.establishmentId), accept);
    expect(verdict?.outcome).toBe('accepted');
    expect(await world.row('mission', mission.id)).toMatchObject({ accepted: 1, contacted: 0, proposed: 0 });
    expect(await world.row('mission', elsewhere.id)).toMatchObject({ proposed: 0 });
    expect(await world.row('proposal', held.id)).toMatchObject({
      state: 'accepted',
      startDate: '2020-11-16',
      endDate: '2020-11-30',
    });
    expect(await world.row('proposal', rival.id)).toMatchObject({ state: 'lapsed', reason: 'mission-filled' });
    expect(await world.row('proposal', proposalElsewhere.id)).toMatchObject({
      state: 'lapsed',
      reason: 'candidate-assigned',
    });
    expect(await world.row('candidate', kept.id)).toMatchObject({
      engagement: 'assigned',
      assignedUntil: '2020-11-30',
      engagedProposalId: held.id,
      openProposals: 0,
      involvedAgencies: 32,
    });
    expect(await world.row('candidate', other.id)).toMatchObject({ engagement: 'none', involvedAgencies: 0 });
    expect(await mailsTo(world, address)).toContain('assignment waiting');
    expect(await mailsTo(world, requester)).toContain('mission-filled waiting');
    const { body } = await world.ground.database.read
      .selectFrom('mail')
      .select('body')
      .where('recipient', '=', address)
      .where('kind', '=', 'assignment')
      .executeTakeFirstOrThrow();
    expect(body).toContain(requester);
    expect(body).toContain('du 16 nov. 2020 au 30 nov. 2020');
    expect(await journalOf(world, accept)).toEqual([
      `proposal.accept ${held.id}`,
      `proposal.lapse ${rival.id}`,
      `proposal.lapse ${proposalElsewhere.id}`,
    ]);
  });

  it('F59 at k = n nobody is accepted any more: the second is told by whom and when', async () => {
    const mission = await world.mission({ headcount: 1 });
    const [one, two] = [
      await contacted(world, mission, await world.candidate()),
      await contacted(world, mission, await world.candidate()),
    ];
    const actor = world.requester(mission.establishmentId);
    const [first, second] = await world.send(
      actor,
      world.command('proposal.accept', one.id, {}, { version: one.version }),
      world.command('proposal.accept', two.id, {}, { version: two.version }),
    );
    expect(first?.outcome).toBe('accepted');
    expect(second).toMatchObject({
      outcome: 'conflict',
      author: 'Compte établissement',
      at: (await world.row('proposal', one.id)).decidedAt,
      current: { row: { state: 'lapsed' } },
    });
    expect(await world.row('mission', mission.id)).toMatchObject({ accepted: 1 });
  });

  it('F82 an assigned person is neither proposed nor contacted, wherever the dates', async () => {
    const candidate = await world.candidate();
    await assigned(world, await world.mission(), candidate);
    const later = await world.mission({ startDate: '2020-12-10', endDate: '2020-12-20' });
    const input = { missionId: later.id, candidateId: candidate.id };
    const [propose] = await world.send(
      world.regulator(),
      world.command('proposal.create', world.nextId(), { ...input, openingId: null, reason: null }),
    );
    const [contact] = await world.send(
      world.requester(later.establishmentId),
      world.command('proposal.contact', world.nextId(), input),
    );
    expect(propose).toMatchObject({
      outcome: 'conflict',
      code: 'candidate-assigned',
      current: { kind: 'candidate', row: { engagement: 'assigned' } },
    });
    expect(contact).toMatchObject({ outcome: 'conflict', code: 'candidate-assigned' });
  });

  it('at most three open proposals, one live proposal per pair (DOMAIN §3, §4.3)', async () => {
    const candidate = await world.candidate();
    const first = await world.mission();
    await proposed(world, first, candidate);
    await proposed(world, await world.mission(), candidate);
    const propose = (missionId: string) =>
      world.command('proposal.create', world.nextId(), {
        missionId,
        candidateId: candidate.id,
        openingId: null,
        reason: null,
      });
    const [again] = await world.send(world.regulator(), propose(first.id));
    expect(again).toMatchObject({ outcome: 'conflict', code: 'live-pair', author: 'Régulation 6' });
    await proposed(world, await world.mission(), candidate);
    const [fourth] = await world.send(world.regulator(), propose((await world.mission()).id));
    expect(fourth).toMatchObject({ outcome: 'refused', code: 'too-many-proposals' });
  });

  it('a refused pair returns only by hand, with a reason (DOMAIN §4.3)', async () => {
    const [mission, candidate] = [await world.mission(), await world.candidate()];
    const held = await contacted(world, mission, candidate);
    const input = { missionId: mission.id, candidateId: candidate.id };
    await world.send(
      world.requester(mission.establishmentId),
      world.command('proposal.refuse', held.id, { reason: 'distance', comment: null }, { version: 1 }),
    );
    const [direct] = await world.send(
      world.requester(mission.establishmentId),
      world.command('proposal.contact', world.nextId(), input),
    );
    const create = (reason: string | null) =>
      world.command('proposal.create', world.nextId(), { ...input, openingId: null, reason });
    const [silent, motivated] = await world.send(world.regulator(), create(null), create('Logement trouvé'));
    expect(direct).toMatchObject({ outcome: 'refused', code: 'refused-pair' });
    expect(silent).toMatchObject({ outcome: 'refused', code: 'refused-pair' });
    expect(motivated?.outcome).toBe('accepted');
  });

  it.each([
    ['F93 profession', { profession: 'aide-soignant' }, {}, 'profession-mismatch'],
    ['F94 weekends', { weekend: 0 as const }, { weekend: 1 as const }, 'weekends-mismatch'],
    ['F95 vehicle', { vehicle: 0 as const }, { vehicle: 1 as const }, 'vehicle-mismatch'],
    [
      'F96 vaccination',
      {},
      { vaccinationHelp: 1 as const, vaccinationProfessions: '["infirmier-diplome-etat"]' },
      'vaccination-mismatch',
    ],
    ['F79 unavailable', { availability: 'unavailable' }, {}, 'candidate-unavailable'],
    ['F160 another region', { agency: 14, departement: '31' }, {}, 'out-of-region'],
    ['F60 nobody is missing', {}, { headcount: 0 }, 'mission-not-open'],
    ['F63 an ended mission', {}, { startDate: '2020-10-01', endDate: '2020-11-14' }, 'mission-not-open'],
  ])('%s is a wall for the ARS and for the establishment', async (_title, person, need, code) => {
    const [mission, candidate] = [await world.mission(need), await world.candidate(person)];
    const input = { missionId: mission.id, candidateId: candidate.id };
    const [propose] = await world.send(
      world.regulator(),
      world.command('proposal.create', world.nextId(), { ...input, openingId: null, reason: null }),
    );
    const [contact] = await world.send(
      world.requester(mission.establishmentId),
      world.command('proposal.contact', world.nextId(), input),
    );
    expect(propose).toMatchObject({ outcome: 'refused', code });
    expect(contact).toMatchObject({ outcome: 'refused', code });
  });

  it('F97 dates of availability are not a wall', async () => {
    const candidate = await world.candidate({ startDate: '2021-06-01', endDate: '2021-06-30' });
    const proposal = await proposed(world, await world.mission(), candidate);
    expect(proposal.state).toBe('open');
  });

  it('F88 S42 only the establishment that asked acts on its contacts', async () => {
    const [mission, stranger] = [await world.mission(), await world.mission()];
    const held = await contacted(world, mission, await world.candidate());
    const accept = () => world.command('proposal.accept', held.id, {}, { version: held.version });
    const [other] = await world.send(world.requester(stranger.establishmentId), accept());
    const [regulator] = await world.send(world.regulator(), accept());
    expect(other).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    expect(regulator).toMatchObject({ outcome: 'refused', code: 'no-right' });
  });

  it('F106 the CCS proposes across regions by arbitration, and both regions see it', async () => {
    const mission = await world.mission();
    const away = await world.candidate({ agency: 14, departement: '31', mobilisation: 'national' });
    const local = await world.candidate({ agency: 14, departement: '31', mobilisation: 'local' });
    const propose = (candidateId: string, id: string) =>
      world.command('proposal.create', id, { missionId: mission.id, candidateId, openingId: null, reason: null });
    const id = world.nextId();
    const [done, refused] = await world.send(world.desk(), propose(away.id, id), propose(local.id, world.nextId()));
    expect(done?.outcome).toBe('accepted');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'mobilisation-mismatch' });
    expect(await world.row('proposal', id)).toMatchObject({ origin: 'ccs', missionAgency: 6, candidateAgency: 14 });
    expect(await world.row('candidate', away.id)).toMatchObject({ involvedAgencies: 32 });
    const line = await world.ground.database.read
      .selectFrom('journal')
      .select(['subjectAgency', 'role'])
      .where('subjectId', '=', id)
      .executeTakeFirstOrThrow();
    expect(line).toEqual({ subjectAgency: 6, role: 'ccs-desk' });
  });
});
