/** The other ends of a proposal: withdrawal, release, reminder, assignment on behalf, early end, cancellation. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import {
  accepted,
  assigned,
  contacted,
  delivered,
  journalOf,
  mailsTo,
  proposed,
  reachable,
  withAccount,
} from '../support/regulation.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const BEGUN = { startDate: '2020-11-01', endDate: '2020-12-31' } as const;

onBothDatabases('the ends of a proposal', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(kind);
  });
  afterAll(() => world.dispose());

  it('F138 F139 a withdrawal inside the grace period cancels both mails and sends none (DOMAIN §4.9)', async () => {
    const [mission, candidate] = [await world.mission(), await world.candidate()];
    const addresses = [await withAccount(world, mission), await reachable(world, candidate)];
    const { id, version } = await proposed(world, mission, candidate);
    const withdraw = world.command('proposal.withdraw', id, { reason: 'Erreur de saisie' }, { version });
    accepted((await world.send(world.regulator(), withdraw))[0]);
    expect(await world.row('proposal', id)).toMatchObject({
      state: 'withdrawn',
      reason: 'Erreur de saisie',
      mailState: 'cancelled',
    });
    expect(await world.row('candidate', candidate.id)).toMatchObject({ engagement: 'none', involvedAgencies: 0 });
    expect(await mailsTo(world, ...addresses)).toEqual([
      'candidates-proposed cancelled',
      'candidate-proposed cancelled',
    ]);
  });

  it('an undo in the same batch leaves no mail at all', async () => {
    const [mission, candidate] = [await world.mission(), await world.candidate()];
    const addresses = [await withAccount(world, mission), await reachable(world, candidate)];
    const id = world.nextId();
    const input = { missionId: mission.id, candidateId: candidate.id, openingId: null, reason: null };
    const verdicts = await world.send(
      world.regulator(),
      world.command('proposal.create', id, input),
      world.command('proposal.withdraw', id, { reason: 'Annulé' }, { version: 1, origin: 'undo' }),
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(await mailsTo(world, ...addresses)).toEqual([]);
  });

  it('a later withdrawal tells those who were told: "proposition retirée" (DOMAIN §4.9)', async () => {
    const [mission, candidate] = [await world.mission(), await world.candidate()];
    const [requester, address] = [await withAccount(world, mission), await reachable(world, candidate)];
    const { id, version } = await proposed(world, mission, candidate);
    await delivered(world);
    const withdraw = world.command('proposal.withdraw', id, { reason: 'Besoin plus urgent' }, { version });
    accepted((await world.send(world.regulator(), withdraw))[0]);
    expect(await mailsTo(world, requester)).toEqual([
      'candidates-proposed sent',
      'proposal-withdrawn-to-establishment waiting',
    ]);
    expect(await mailsTo(world, address)).toEqual([
      'candidate-proposed sent',
      'proposal-withdrawn-to-candidate waiting',
    ]);
  });

  it('D1 a regulator releases a contacted person with a reason, and the requester is mailed', async () => {
    const [mission, candidate] = [await world.mission(), await world.candidate()];
    const other = await proposed(world, await world.mission(), candidate);
    const mine = await proposed(world, mission, candidate);
    const requester = await withAccount(world, mission);
    const held = await contacted(world, mission, candidate, mine);
    const input = { reason: 'blocked-too-long', comment: '49 heures sans réponse' } as const;
    const release = world.command('proposal.release', held.id, input, { version: held.version });
    const [elsewhere] = await world.send(
      world.regulator(14),
      world.command('proposal.release', held.id, input, { version: held.version }),
    );
    expect(elsewhere).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    accepted((await world.send(world.regulator(), release))[0]);
    expect(await world.row('proposal', held.id)).toMatchObject({
      state: 'released',
      reason: 'blocked-too-long',
      decidedByName: 'Régulation 6',
    });
    expect(await world.row('proposal', other.id)).toMatchObject({ state: 'open' });
    expect(await world.row('candidate', candidate.id)).toMatchObject({ engagement: 'proposed', openProposals: 1 });
    expect(await mailsTo(world, requester)).toEqual(['contact-released waiting']);
    expect(await journalOf(world, release)).toEqual([`proposal.release ${held.id}`, `proposal.resume ${other.id}`]);
  });

  it('D1 an establishment is reminded once in 24 hours, and the reminder is no conflict for its answer', async () => {
    const [mission, candidate] = [await world.mission(), await world.candidate()];
    const held = await contacted(world, mission, candidate);
    const remind = () => world.command('proposal.remind', held.id, {}, { version: held.version });
    const [nobody] = await world.send(world.regulator(), remind());
    expect(nobody).toMatchObject({ outcome: 'refused', code: 'no-requester' });
    const requester = await withAccount(world, mission);
    const [first, again] = await world.send(world.regulator(), remind(), remind());
    accepted(first);
    expect(again).toMatchObject({ outcome: 'refused', code: 'already-reminded' });
    world.advance(24);
    accepted((await world.send(world.regulator(), remind()))[0]);
    expect(await mailsTo(world, requester)).toEqual(['contact-reminder waiting', 'contact-reminder waiting']);
    const accept = world.command('proposal.accept', held.id, {}, { version: held.version });
    accepted((await world.send(world.requester(mission.establishmentId), accept))[0]);
  });

  it.each(['free', 'proposed', 'contacted', 'suspended'] as const)(
    'F82 F112 an ARS assigns on behalf a person who is %s there',
    async (from) => {
      const establishment = await world.establishment();
      const [mission, sister] = [
        await world.mission({ establishmentId: establishment.id, headcount: 2 }),
        await world.mission({ establishmentId: establishment.id }),
      ];
      const candidate = await world.candidate();
      const [requester, address] = [await withAccount(world, mission), await reachable(world, candidate)];
      let proposal = from === 'free' ? null : await proposed(world, mission, candidate);
      if (from === 'contacted' && proposal) proposal = await contacted(world, mission, candidate, proposal);
      if (from === 'suspended' && proposal) {
        await contacted(world, sister, candidate, await proposed(world, sister, candidate));
        proposal = await world.row('proposal', proposal.id);
      }
      const assign = world.command(
        'proposal.assign-on-behalf',
        proposal?.id ?? world.nextId(),
        { missionId: mission.id, candidateId: candidate.id, openingId: null, reason: 'Accord par téléphone' },
        { version: proposal?.version ?? 0 },
      );
      accepted((await world.send(world.regulator(), assign))[0]);
      expect(await world.row('proposal', assign.subject)).toMatchObject({
        state: 'accepted',
        contactedByName: from === 'contacted' ? 'Compte établissement' : 'Régulation 6',
        decidedByName: 'Régulation 6',
        origin: from === 'free' ? 'on-behalf' : 'agency',
        endDate: '2020-11-30',
      });
      expect(await world.row('mission', mission.id)).toMatchObject({ accepted: 1, contacted: 0, proposed: 0 });
      expect(await world.row('mission', sister.id)).toMatchObject({ contacted: 0 });
      expect(await world.row('candidate', candidate.id)).toMatchObject({ engagement: 'assigned' });
      expect((await journalOf(world, assign))[0]).toBe(`proposal.assign-on-behalf ${assign.subject}`);
      const { body } = await world.ground.database.read
        .selectFrom('mail')
        .select('body')
        .where('recipient', '=', address)
        .where('kind', '=', 'assignment')
        .executeTakeFirstOrThrow();
      expect(body).toContain(requester);
    },
  );

  it('F85 F112 never on behalf when another establishment holds the person: by whom and when is told', async () => {
    const [mission, holder] = [await world.mission(), await world.mission()];
    const candidate = await world.candidate();
    const held = await contacted(world, holder, candidate);
    const input = { missionId: mission.id, candidateId: candidate.id, openingId: null, reason: 'Urgence' };
    const [verdict] = await world.send(
      world.regulator(),
      world.command('proposal.assign-on-behalf', world.nextId(), input),
    );
    expect(verdict).toMatchObject({
      outcome: 'conflict',
      code: 'candidate-contacted',
      author: holder.establishmentName,
      at: held.contactedAt,
      current: { kind: 'candidate', id: candidate.id, row: { engagement: 'contacted' } },
    });
  });

  it('D3 of two assignments of one person the second meets a conflict with author and time', async () => {
    const [one, two] = [await world.mission(), await world.mission()];
    const candidate = await world.candidate();
    const assign = (missionId: string) =>
      world.command('proposal.assign-on-behalf', world.nextId(), {
        missionId,
        candidateId: candidate.id,
        openingId: null,
        reason: 'Décidé au point du matin',
      });
    const [first, second] = await world.send(world.regulator(), assign(one.id), assign(two.id));
    accepted(first);
    expect(second).toMatchObject({
      outcome: 'conflict',
      code: 'candidate-assigned',
      author: one.establishmentName,
      at: new Date(world.ground.clock()).toISOString(),
    });
  });

  it('an assignment that has begun ends early: k goes down, the need is open again, both are mailed (DOMAIN §4.8)', async () => {
    const [mission, candidate] = [await world.mission(BEGUN), await world.candidate()];
    const [requester, address] = [await withAccount(world, mission), await reachable(world, candidate)];
    const { id, version, startDate } = await assigned(world, mission, candidate);
    expect(startDate).toBe('2020-11-16');
    await delivered(world);
    world.advance(48);
    const end = (on: string) =>
      world.command('proposal.end-early', id, { on, reason: 'withdrawal', comment: null }, { version });
    const [before, after] = await world.send(
      world.requester(mission.establishmentId),
      end('2020-11-15'),
      end('2020-12-31'),
    );
    expect(before).toMatchObject({ outcome: 'refused', code: 'date-out-of-range' });
    expect(after).toMatchObject({ outcome: 'refused', code: 'date-out-of-range' });
    accepted((await world.send(world.requester(mission.establishmentId), end('2020-11-20')))[0]);
    expect(await world.row('proposal', id)).toMatchObject({ state: 'ended-early', endDate: '2020-11-20' });
    expect(await world.row('mission', mission.id)).toMatchObject({ accepted: 0 });
    expect(await world.row('candidate', candidate.id)).toMatchObject({ engagement: 'none', assignedUntil: null });
    expect((await mailsTo(world, address)).at(-1)).toBe('early-end-to-candidate waiting');
    expect((await mailsTo(world, requester)).at(-1)).toBe('early-end-to-establishment waiting');
    // Days promised until the 20th stay promised: dates that touch overlap.
    const next = await world.mission({ startDate: '2020-11-20', endDate: '2020-11-30' });
    const input = { missionId: next.id, candidateId: candidate.id };
    const [touching] = await world.send(
      world.requester(next.establishmentId),
      world.command('proposal.contact', world.nextId(), input),
    );
    expect(touching).toMatchObject({ code: 'overlapping-assignment' });
    await contacted(world, await world.mission({ startDate: '2020-11-21' }), candidate);
  });

  it('an assignment that has not begun is cancelled, not ended; both are mailed', async () => {
    const mission = await world.mission({ startDate: '2020-12-10', endDate: '2020-12-20' });
    const candidate = await world.candidate();
    const [requester, address] = [await withAccount(world, mission), await reachable(world, candidate)];
    const { id, version } = await assigned(world, mission, candidate);
    await delivered(world);
    const [end, cancel] = await world.send(
      world.regulator(),
      world.command('proposal.end-early', id, { on: '2020-12-12', reason: 'absence', comment: null }, { version }),
      world.command('proposal.cancel-assignment', id, { reason: 'withdrawal', comment: null }, { version }),
    );
    expect(end).toMatchObject({ outcome: 'refused', code: 'assignment-not-begun' });
    accepted(cancel);
    expect(await world.row('mission', mission.id)).toMatchObject({ accepted: 0 });
    expect(await world.row('proposal', id)).toMatchObject({ state: 'cancelled', reason: 'withdrawal' });
    expect((await mailsTo(world, address)).at(-1)).toBe('cancellation-to-candidate waiting');
    expect((await mailsTo(world, requester)).at(-1)).toBe('cancellation-to-establishment waiting');
  });

  it('F140 an acceptance undone inside the grace period is never told', async () => {
    const [mission, candidate] = [await world.mission(BEGUN), await world.candidate()];
    const addresses = [await withAccount(world, mission), await reachable(world, candidate)];
    const { id, version } = await assigned(world, mission, candidate);
    const cancel = (reason: 'error' | 'absence') =>
      world.command('proposal.cancel-assignment', id, { reason, comment: null }, { version });
    const [begun, undone] = await world.send(
      world.requester(mission.establishmentId),
      cancel('absence'),
      cancel('error'),
    );
    expect(begun).toMatchObject({ outcome: 'refused', code: 'assignment-begun' });
    accepted(undone);
    expect(await mailsTo(world, ...addresses)).toEqual(['assignment cancelled']);
    expect(await world.row('proposal', id)).toMatchObject({ state: 'cancelled', mailState: 'cancelled' });
  });

  it('a stale version is told by whom and when', async () => {
    const [mission, candidate] = [await world.mission(), await world.candidate()];
    const proposal = await proposed(world, mission, candidate);
    const held = await contacted(world, mission, candidate, proposal);
    const withdraw = world.command('proposal.withdraw', held.id, { reason: 'Trop tard' }, { version: 1 });
    const [verdict] = await world.send(world.regulator(), withdraw);
    expect(verdict).toMatchObject({
      outcome: 'conflict',
      code: 'proposal-changed',
      author: 'Compte établissement',
      at: held.contactedAt,
      current: { row: { state: 'contacted', version: 2 } },
    });
  });
});
