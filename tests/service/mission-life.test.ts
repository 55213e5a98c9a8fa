/** The life of a mission: deposit, change, closing, archive, and the regulators' facts on it (DOMAIN §2). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import { onBothDatabases } from '../support/databases.ts';
import {
  accepted,
  assigned,
  contacted,
  journalOf,
  mailsTo,
  proposed,
  reachable,
  withAccount,
} from '../support/regulation.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const NEED: MissionNeed = {
  profession: 'infirmier-diplome-etat',
  specialty: null,
  headcount: 2,
  startDate: '2020-11-16',
  endDate: '2020-11-30',
  ehpad: true,
  intensiveCare: false,
  vehicle: false,
  weekend: false,
  vaccinationHelp: false,
  vaccinationExperience: false,
  vaccinationProfessions: [],
};

onBothDatabases('the life of a mission', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(kind);
  });
  afterAll(() => world.dispose());

  it('F52 F159 an establishment deposits a need for itself only', async () => {
    const [establishment, other] = [await world.establishment(), await world.establishment()];
    const create = (establishmentId: string) =>
      world.command('mission.create', world.nextId(), { establishmentId, need: NEED });
    const mine = create(establishment.id);
    const [done, foreign] = await world.send(world.requester(establishment.id), mine, create(other.id));
    accepted(done);
    expect(foreign).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    expect(await world.row('mission', mine.subject)).toMatchObject({
      establishmentName: establishment.name,
      agency: 6,
      headcount: 2,
      ehpad: 1,
      state: 'open',
      priority: 'none',
      requesterAccountId: `account-${establishment.id}`,
    });
    const again = { ...create(establishment.id), subject: mine.subject };
    const [twice] = await world.send(world.requester(establishment.id), again);
    expect(twice).toMatchObject({ outcome: 'conflict', code: 'subject-exists' });
  });

  it.each([
    [
      'F30 F57 F172 n = 0, profession Autre, today twice',
      { headcount: 0, profession: 'autre', startDate: '2020-11-15', endDate: '2020-11-15' },
      null,
    ],
    [
      'F54 F55 vaccination with its professions',
      { vaccinationHelp: true, vaccinationProfessions: ['infirmier-diplome-etat', 'sage-femme'] },
      null,
    ],
    ['vaccination without professions', { vaccinationHelp: true }, 'vaccination-professions-required'],
    ['dates in the wrong order', { startDate: '2020-12-01' }, 'dates-reversed'],
    ['a day that does not exist', { endDate: '2021-02-30' }, 'date-unknown'],
    ['an end already past', { startDate: '2020-10-01', endDate: '2020-11-01' }, 'date-out-of-range'],
    ['an end in another age', { endDate: '2190-01-01' }, 'date-out-of-range'],
    ['a specialty of another profession', { specialty: 'SM04' }, 'unknown-specialty'],
  ] as const)('accepts or refuses: %s', async (_title, change, code) => {
    const establishment = await world.establishment();
    const need = { ...NEED, ...change } as MissionNeed;
    const create = world.command('mission.create', world.nextId(), { establishmentId: establishment.id, need });
    const [verdict] = await world.send(world.requester(establishment.id), create);
    expect(verdict).toMatchObject(code === null ? { outcome: 'accepted' } : { outcome: 'refused', code });
  });

  it('n never goes below k, and n = k frees whoever waits (DOMAIN §2.2, §4.7)', async () => {
    const mission = await world.mission({ headcount: 3 });
    const requester = await withAccount(world, mission);
    await assigned(world, mission, await world.candidate());
    const waiting = await contacted(world, mission, await world.candidate());
    const change = (headcount: number, version = 1) =>
      world.command('mission.change-need', mission.id, { need: { ...NEED, headcount } }, { version });
    const actor = world.requester(mission.establishmentId);
    const [below] = await world.send(actor, change(0));
    expect(below).toMatchObject({ outcome: 'refused', code: 'below-recruited' });
    const filled = change(1);
    accepted((await world.send(actor, filled))[0]);
    expect(await world.row('proposal', waiting.id)).toMatchObject({ state: 'lapsed', reason: 'mission-filled' });
    expect(await world.row('candidate', waiting.candidateId)).toMatchObject({ engagement: 'none' });
    expect(await world.row('mission', mission.id)).toMatchObject({
      headcount: 1,
      accepted: 1,
      contacted: 0,
      version: 2,
    });
    expect(await mailsTo(world, requester)).toEqual(['mission-filled waiting']);
    expect(await journalOf(world, filled)).toEqual([
      `mission.change-need ${mission.id}`,
      `proposal.lapse ${waiting.id}`,
    ]);
    const [late] = await world.send(world.regulator(), change(4, 1));
    expect(late).toMatchObject({ outcome: 'conflict', code: 'subject-changed', author: 'Compte établissement' });
  });

  it('moves the people already recruited with its dates, unless another assignment stands in the way', async () => {
    const [mission, candidate] = [await world.mission({ headcount: 1 }), await world.candidate()];
    const address = await reachable(world, candidate);
    const held = await assigned(world, mission, candidate);
    const change = (need: Partial<MissionNeed>, version: number) =>
      world.command('mission.change-need', mission.id, { need: { ...NEED, headcount: 1, ...need } }, { version });
    const actor = world.requester(mission.establishmentId);
    accepted((await world.send(actor, change({ startDate: '2020-11-18', endDate: '2020-12-10' }, 1)))[0]);
    expect(await world.row('proposal', held.id)).toMatchObject({ startDate: '2020-11-18', endDate: '2020-12-10' });
    expect(await world.row('candidate', candidate.id)).toMatchObject({ assignedUntil: '2020-12-10' });
    expect(await mailsTo(world, address)).toEqual(['assignment waiting', 'assignment-dates-changed waiting']);
    const promised = await world.mission({ startDate: '2021-01-05', endDate: '2021-01-20' });
    await world.place('proposal', {
      missionId: promised.id,
      candidateId: candidate.id,
      state: 'ended-early',
      startDate: '2021-01-05',
      endDate: '2021-01-06',
      missionAgency: 6,
    });
    const [over] = await world.send(actor, change({ startDate: '2020-11-18', endDate: '2021-01-05' }, 2));
    expect(over).toMatchObject({ outcome: 'refused', code: 'overlapping-assignment' });
    expect(await world.row('mission', mission.id)).toMatchObject({ endDate: '2020-12-10', version: 2 });
  });

  it('the profession of a need with people engaged does not change', async () => {
    const mission = await world.mission();
    await proposed(world, mission, await world.candidate());
    const input = { need: { ...NEED, profession: 'aide-soignant' as const } };
    const [verdict] = await world.send(
      world.requester(mission.establishmentId),
      world.command('mission.change-need', mission.id, input, { version: 1 }),
    );
    expect(verdict).toMatchObject({ outcome: 'refused', code: 'profession-engaged' });
  });

  it('F164 closed with a reason: people assigned stay, the others are free, the alert is lifted; then open again', async () => {
    const mission = await world.mission({ headcount: 3 });
    const requester = await withAccount(world, mission);
    const kept = await assigned(world, mission, await world.candidate());
    const waiting = [
      await proposed(world, mission, await world.candidate()),
      await contacted(world, mission, await world.candidate()),
    ];
    const alert = world.command('alert.raise', mission.id, { message: 'Plus personne', tried: [] });
    accepted((await world.send(world.regulator(), alert))[0]);
    const close = world.command(
      'mission.close',
      mission.id,
      { reason: 'covered-elsewhere', comment: null },
      { version: 1 },
    );
    const [own] = await world.send(world.requester(mission.establishmentId), { ...close, commandId: world.nextId() });
    expect(own).toMatchObject({ outcome: 'refused', code: 'no-right' });
    accepted((await world.send(world.regulator(), close))[0]);
    expect(await world.row('mission', mission.id)).toMatchObject({
      state: 'closed',
      closingReason: 'covered-elsewhere',
      closedByName: 'Régulation 6',
      accepted: 1,
      contacted: 0,
      proposed: 0,
      alert: 'lifted',
    });
    expect(await world.row('proposal', kept.id)).toMatchObject({ state: 'accepted' });
    for (const { id } of waiting) {
      expect(await world.row('proposal', id)).toMatchObject({ state: 'lapsed', reason: 'mission-closed' });
    }
    expect(await mailsTo(world, requester)).toContain('mission-closed waiting');
    const reopen = world.command('mission.reopen', mission.id, { reason: 'Doublon supposé à tort' }, { version: 2 });
    accepted((await world.send(world.regulator(), reopen))[0]);
    expect(await world.row('mission', mission.id)).toMatchObject({
      state: 'open',
      closingReason: null,
      closedAt: null,
    });
  });

  it('F63 F163 only an administrator archives, only what ended or was closed', async () => {
    const administrator = world.regulator(6, { role: 'administrator', agency: null });
    const open = await world.mission();
    const ended = await world.mission({ startDate: '2020-10-01', endDate: '2020-11-14' });
    const archive = (missionId: string) => world.command('mission.archive', missionId, {}, { version: 1 });
    const [living, done] = await world.send(administrator, archive(open.id), archive(ended.id));
    const [regulator] = await world.send(world.regulator(), archive(ended.id));
    expect(living).toMatchObject({ outcome: 'refused', code: 'mission-not-finished' });
    accepted(done);
    expect(regulator).toMatchObject({ outcome: 'refused', code: 'no-right' });
    expect(await world.row('mission', ended.id)).toMatchObject({ state: 'archived' });
  });

  it('F114 one P1 past a fifth of the open posts of the region must say why (DOMAIN §2.7)', async () => {
    const region = { agency: 13, departement: '976' };
    await world.mission({ ...region, headcount: 8 });
    const two = await world.mission({ ...region, headcount: 2 });
    const one = await world.mission({ ...region, headcount: 1 });
    const set = (missionId: string, reason: string | null, version = 0) =>
      world.command('mission.set-priority', missionId, { priority: 'P1', reason }, { version });
    const [fits, tooMany, motivated] = await world.send(
      world.regulator(13),
      set(two.id, null),
      set(one.id, null),
      set(one.id, 'Maternité fermée demain'),
    );
    accepted(fits);
    expect(tooMany).toMatchObject({ outcome: 'refused', code: 'reason-required' });
    expect(tooMany).toHaveProperty('message', expect.stringContaining('3 postes sur 11'));
    accepted(motivated);
  });

  it('deferral, note and regulator are facts of their own: no conflict between them, nor with the need', async () => {
    const mission = await world.mission();
    await world.place('regulator', { id: 'camille', name: 'Camille R.', role: 'ars-regulator', agency: 6 });
    await world.place('regulator', { id: 'ailleurs', name: 'Ailleurs', role: 'ars-regulator', agency: 14 });
    await world.place('regulator', { id: 'bureau', name: 'Bureau', role: 'ccs-desk', agency: null });
    const regulator = (regulatorId: string | null, version: number) =>
      world.command('mission.assign-regulator', mission.id, { regulatorId }, { version });
    const verdicts = await world.send(
      world.regulator(),
      world.command('mission.defer', mission.id, { until: '2020-11-20', reason: 'Renfort promis' }),
      world.command('mission.note', mission.id, { text: 'Rappeler lundi' }),
      regulator('camille', 0),
      regulator('ailleurs', 1),
      regulator('inconnu', 1),
      regulator('bureau', 1),
      world.command('mission.note', mission.id, { text: 'Sans voir la première' }),
      world.command('mission.defer', mission.id, { until: '2020-11-15', reason: null }, { version: 1 }),
      world.command('mission.defer', mission.id, { until: '2020-12-24', reason: null }, { version: 1 }),
      world.command('mission.defer', mission.id, { until: null, reason: null }, { version: 1 }),
    );
    expect(verdicts.map((verdict) => ('code' in verdict ? verdict.code : verdict.outcome))).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'regulator-elsewhere',
      'unknown-regulator',
      'accepted',
      'fact-changed',
      'date-out-of-range',
      'date-out-of-range',
      'accepted',
    ]);
    expect(await world.row('mission', mission.id)).toMatchObject({
      deferredUntil: null,
      deferralVersion: 2,
      note: 'Rappeler lundi',
      noteVersion: 1,
      regulatorId: 'bureau',
      regulatorName: 'Bureau',
      regulatorVersion: 2,
      version: 1,
    });
  });
});
