/** Decisions about a candidate: verification, availability, duplicates, pools (DOMAIN §3, §6). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Principal } from '../../contract/national/principal.ts';
import { onBothDatabases } from '../support/databases.ts';
import { accepted, contacted, journalOf, mailsTo, proposed, reachable } from '../support/regulation.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

onBothDatabases('decisions about a candidate', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(kind);
  });
  afterAll(() => world.dispose());

  const self = (candidateId: string): Principal =>
    world.regulator(6, {
      role: 'candidate',
      agency: null,
      candidateId,
      personId: candidateId,
      displayName: 'Elle-même',
    });
  const merge = (duplicateId: string, intoId: string, version = 1) =>
    world.command('candidate.merge', duplicateId, { intoId, reason: 'Même personne' }, { version });

  it('F77 an ARS verifies, and takes it back with a reason; the loser of two is told by whom', async () => {
    const candidate = await world.candidate({ verification: 'to-verify' });
    const verify = (verified: boolean, version: number, reason: string | null = null) =>
      world.command('candidate.verify', candidate.id, { verified, reason }, { version });
    const [first, late, silent, back] = await world.send(
      world.regulator(),
      verify(true, 0),
      verify(true, 0),
      verify(false, 1),
      verify(false, 1, 'Diplôme illisible'),
    );
    accepted(first);
    expect(late).toMatchObject({ outcome: 'conflict', code: 'fact-changed', author: 'Régulation 6' });
    expect(silent).toMatchObject({ outcome: 'refused', code: 'reason-required' });
    accepted(back);
    expect(await world.row('candidate', candidate.id)).toMatchObject({
      verification: 'to-verify',
      verificationVersion: 2,
      verificationByName: 'Régulation 6',
      version: 1,
    });
    const [elsewhere] = await world.send(world.regulator(14), verify(true, 2));
    expect(elsewhere).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
  });

  it('F79 F162 a person withdraws by themselves, and no establishment may contact them until they are back', async () => {
    const [mission, candidate, other] = [await world.mission(), await world.candidate(), await world.candidate()];
    const proposal = await proposed(world, mission, candidate);
    const available = (isAvailable: boolean, version: number, subject = candidate.id) =>
      world.command(
        'candidate.set-availability',
        subject,
        { available: isAvailable, reason: isAvailable ? null : 'Malade' },
        { version },
      );
    const [away, foreign] = await world.send(self(candidate.id), available(false, 0), available(false, 0, other.id));
    accepted(away);
    expect(foreign).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    expect(await world.row('candidate', candidate.id)).toMatchObject({
      availability: 'unavailable',
      availabilityReason: 'Malade',
      engagement: 'proposed',
    });
    const contact = () =>
      world.command(
        'proposal.contact',
        proposal.id,
        { missionId: mission.id, candidateId: candidate.id },
        { version: 1 },
      );
    const [refused] = await world.send(world.requester(mission.establishmentId), contact());
    expect(refused).toMatchObject({ outcome: 'refused', code: 'candidate-unavailable' });
    accepted((await world.send(world.regulator(), available(true, 1)))[0]);
    accepted((await world.send(world.requester(mission.establishmentId), contact()))[0]);
  });

  it('two records of one person become one: proposals, documents and pools follow, the duplicate is erased', async () => {
    const email = { emailKey: 'dominique@exemple.test' };
    const [kept, duplicate] = [
      await world.candidate({ ...email, pools: '["p1"]', poolKinds: 4 }),
      await world.candidate({ ...email, pools: '["p2"]', poolKinds: 2, diploma: 1 }),
    ];
    const address = await reachable(world, duplicate);
    const [first, second] = [await world.mission(), await world.mission()];
    const theirs = await proposed(world, first, duplicate);
    const mine = await contacted(world, second, kept);
    const command = merge(duplicate.id, kept.id);
    accepted((await world.send(world.regulator(), command))[0]);
    await expect(world.row('candidate', duplicate.id)).rejects.toThrow();
    expect(await world.row('candidate', kept.id)).toMatchObject({
      pools: '["p1","p2"]',
      poolKinds: 6,
      diploma: 1,
      engagement: 'contacted',
      engagedProposalId: mine.id,
      openProposals: 1,
    });
    expect(await world.row('proposal', theirs.id)).toMatchObject({ candidateId: kept.id, state: 'suspended' });
    expect(await mailsTo(world, address)).toEqual(['candidate-proposed waiting']);
    const contact = await world.ground.database.read
      .selectFrom('candidateContact')
      .select('email')
      .where('candidateId', '=', kept.id)
      .executeTakeFirst();
    expect(contact).toEqual({ email: address });
    expect(await journalOf(world, command)).toEqual([
      `proposal.change-record ${theirs.id}`,
      `candidate.merge ${duplicate.id}`,
      `proposal.suspend ${theirs.id}`,
    ]);
    const tombstone = await world.ground.database.read
      .selectFrom('departure')
      .select('reason')
      .where('id', '=', duplicate.id)
      .executeTakeFirst();
    expect(tombstone).toEqual({ reason: 'erased' });
    const [late] = await world.send(
      world.regulator(),
      world.command('candidate.verify', duplicate.id, { verified: true, reason: null }),
    );
    expect(late).toMatchObject({ outcome: 'refused', code: 'candidate-merged' });
  });

  it('a merge that would break a rule is refused, as is one of two different people', async () => {
    const rpps = { identifierKind: 'rpps', identifier: '10000000018' };
    const [one, two, stranger] = [await world.candidate(rpps), await world.candidate(rpps), await world.candidate()];
    await contacted(world, await world.mission(), one);
    await contacted(world, await world.mission(), two);
    const [both, different, itself] = await world.send(
      world.regulator(),
      merge(two.id, one.id),
      merge(stranger.id, one.id),
      merge(one.id, one.id),
    );
    expect(both).toMatchObject({ outcome: 'refused', code: 'merge-breaks-rule' });
    expect(different).toMatchObject({ outcome: 'refused', code: 'not-duplicates' });
    expect(itself).toMatchObject({ outcome: 'refused', code: 'not-duplicates' });
  });

  it('S42 an ARS merges within its region; across two, the CCS does', async () => {
    const email = { emailKey: 'deux-regions@exemple.test' };
    const [here, there] = [
      await world.candidate(email),
      await world.candidate({ ...email, agency: 14, departement: '31' }),
    ];
    const [region, desk] = [
      (await world.send(world.regulator(), merge(there.id, here.id)))[0],
      (await world.send(world.desk(), merge(there.id, here.id)))[0],
    ];
    expect(region).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    accepted(desk);
  });

  it('one person, several pools: the mask that openings test follows (DOMAIN §6)', async () => {
    const candidate = await world.candidate({ pools: '[]', poolKinds: 4 });
    const pool = (patch: object) => world.place('pool', { agency: 6, memberEstablishments: '[]', ...patch });
    const [students, others, reserve, elsewhere] = [
      await pool({ kind: 'student-reserve' }),
      await pool({ kind: 'student-reserve' }),
      await pool({ kind: 'reserve-sanitaire', agency: null }),
      await pool({ kind: 'professional-reserve', agency: 14 }),
    ];
    const join = (poolId: string) => world.command('candidate.join-pool', candidate.id, { poolId });
    const leave = (poolId: string) => world.command('candidate.leave-pool', candidate.id, { poolId });
    const verdicts = await world.send(
      world.regulator(),
      join(students.id),
      join(students.id),
      join(others.id),
      join(reserve.id),
      join(elsewhere.id),
      join('inconnu'),
    );
    expect(verdicts.map((verdict) => ('code' in verdict ? verdict.code : verdict.outcome))).toEqual([
      'accepted',
      'already-so',
      'accepted',
      'unlisted-pool',
      'pool-elsewhere',
      'unknown-pool',
    ]);
    const ids = [students.id, others.id].sort();
    expect(await world.row('candidate', candidate.id)).toMatchObject({ pools: JSON.stringify(ids), poolKinds: 5 });
    accepted((await world.send(world.regulator(), leave(students.id)))[0]);
    expect(await world.row('candidate', candidate.id)).toMatchObject({
      pools: JSON.stringify([others.id]),
      poolKinds: 5,
    });
    accepted((await world.send(world.regulator(), leave(others.id)))[0]);
    expect(await world.row('candidate', candidate.id)).toMatchObject({ pools: '[]', poolKinds: 4 });
  });

  it('a territorial pool serves its members only, unless its support EHPAD agrees', async () => {
    const [member, stranger] = [await world.mission(), await world.mission()];
    const pool = await world.place('pool', {
      kind: 'territorial',
      agency: 6,
      departement: '54',
      memberEstablishments: JSON.stringify([member.establishmentId]),
    });
    const person = () => world.candidate({ pools: JSON.stringify([pool.id]), poolKinds: 8 });
    await contacted(world, member, await person());
    const candidate = await person();
    const input = { missionId: stranger.id, candidateId: candidate.id };
    const [refused] = await world.send(
      world.requester(stranger.establishmentId),
      world.command('proposal.contact', world.nextId(), input),
    );
    expect(refused).toMatchObject({ outcome: 'refused', code: 'territorial-pool-only' });
    await world.ground.database.write.updateTable('pool').set({ openToAll: 1 }).where('id', '=', pool.id).execute();
    await contacted(world, stranger, candidate);
  });
});
