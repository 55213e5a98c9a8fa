/** Crisis mode, per agency and per profession, and the access granted inside it (DOMAIN §4.1, §4.2). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import { onBothDatabases } from '../support/databases.ts';
import { accepted, contacted, journalOf, mailsTo, proposed, withAccount } from '../support/regulation.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

interface Switch {
  readonly agency: number;
  readonly profession?: ProfessionCode;
  readonly active?: boolean;
  readonly recallContacts?: boolean;
  readonly version?: number;
}

onBothDatabases('crisis mode', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(kind);
  });
  afterAll(() => world.dispose());

  const lead = (agency: number) => world.regulator(agency, { role: 'ars-lead', displayName: `Responsable ${agency}` });
  const turn = ({ agency, profession, active = true, recallContacts = false, version = 0 }: Switch) =>
    world.command(
      'crisis-mode.switch',
      `${agency}:${profession ?? '*'}`,
      { agency, profession: profession ?? null, active, recallContacts, reason: 'Deuxième vague' },
      { version },
    );
  const place = (agency: number, departement: string) => ({ agency, departement });
  const contact = (missionId: string, candidateId: string) =>
    world.command('proposal.contact', world.nextId(), { missionId, candidateId });

  it('F101 F102 F103 closes direct access to a profession of a region; proposals of the ARS go on', async () => {
    const region = place(2, '14');
    const nurse = { ...region, profession: 'infirmier-diplome-etat' };
    const aide = { ...region, profession: 'aide-soignant' };
    const [nurses, aides] = [await world.mission(nurse), await world.mission(aide)];
    const [regulator, done, again] = [
      (await world.send(world.regulator(2), turn({ agency: 2, profession: 'infirmier-diplome-etat' })))[0],
      (await world.send(lead(2), turn({ agency: 2, profession: 'infirmier-diplome-etat' })))[0],
      (await world.send(lead(2), turn({ agency: 2, profession: 'infirmier-diplome-etat', version: 1 })))[0],
    ];
    expect(regulator).toMatchObject({ outcome: 'refused', code: 'no-right' });
    accepted(done);
    expect(again).toMatchObject({ outcome: 'refused', code: 'already-so' });
    const person = await world.candidate(nurse);
    const [closed] = await world.send(world.requester(nurses.establishmentId), contact(nurses.id, person.id));
    expect(closed).toMatchObject({ outcome: 'refused', code: 'crisis-mode' });
    await contacted(world, aides, await world.candidate(aide));
    await contacted(world, nurses, person, await proposed(world, nurses, person));
    const off = turn({ agency: 2, profession: 'infirmier-diplome-etat', active: false, version: 1 });
    accepted((await world.send(lead(2), off))[0]);
    await contacted(world, nurses, await world.candidate(nurse));
  });

  it('EN COURS takes a person out of direct access for the others (DOMAIN §3)', async () => {
    const [mine, other] = [await world.mission(), await world.mission()];
    const candidate = await world.candidate();
    await proposed(world, mine, candidate);
    const [elsewhere] = await world.send(world.requester(other.establishmentId), contact(other.id, candidate.id));
    const [twice] = await world.send(world.requester(mine.establishmentId), contact(mine.id, candidate.id));
    expect(elsewhere).toMatchObject({ outcome: 'refused', code: 'candidate-proposed' });
    expect(twice).toMatchObject({ outcome: 'conflict', code: 'live-pair', current: { kind: 'proposal' } });
  });

  it('D9 keeps contacts when switched on, or recalls them with a mail', async () => {
    const region = place(3, '21');
    const mission = await world.mission(region);
    const requester = await withAccount(world, mission);
    const candidate = await world.candidate(region);
    const held = await contacted(world, mission, candidate);
    accepted((await world.send(lead(3), turn({ agency: 3 })))[0]);
    expect(await world.row('proposal', held.id)).toMatchObject({ state: 'contacted' });
    accepted((await world.send(lead(3), turn({ agency: 3, active: false, version: 1 })))[0]);
    const recall = turn({ agency: 3, recallContacts: true, version: 2 });
    accepted((await world.send(lead(3), recall))[0]);
    expect(await world.row('proposal', held.id)).toMatchObject({ state: 'released', reason: 'crisis-recall' });
    expect(await world.row('candidate', candidate.id)).toMatchObject({ engagement: 'none' });
    expect(await mailsTo(world, requester)).toEqual(['contact-recalled waiting']);
    expect(await journalOf(world, recall)).toEqual(['crisis-mode.switch 3:*', `proposal.recall ${held.id}`]);
  });

  it('F8 direct access granted to an establishment or a mission until a date, and taken back', async () => {
    const region = place(4, '35');
    const [mission, plain] = [await world.mission(region), await world.mission(region)];
    accepted((await world.send(lead(4), turn({ agency: 4 })))[0]);
    const grant = (patch: { establishmentId?: string; missionId?: string; until?: string }) =>
      world.command('direct-access.grant', world.nextId(), {
        agency: 4,
        establishmentId: patch.establishmentId ?? null,
        missionId: patch.missionId ?? null,
        until: patch.until ?? '2020-11-20',
        reason: 'Cluster',
      });
    const byMission = grant({ missionId: mission.id });
    const verdicts = await world.send(
      lead(4),
      byMission,
      grant({ missionId: mission.id, establishmentId: mission.establishmentId }),
      grant({}),
      grant({ missionId: mission.id, until: '2020-11-01' }),
      grant({ establishmentId: 'inconnu' }),
    );
    expect(verdicts.map((verdict) => ('code' in verdict ? verdict.code : verdict.outcome))).toEqual([
      'accepted',
      'one-target',
      'one-target',
      'date-out-of-range',
      'unknown-establishment',
    ]);
    await contacted(world, mission, await world.candidate(region));
    const [closed] = await world.send(
      world.requester(plain.establishmentId),
      contact(plain.id, (await world.candidate(region)).id),
    );
    expect(closed).toMatchObject({ outcome: 'refused', code: 'crisis-mode' });
    const revoke = world.command(
      'direct-access.revoke',
      byMission.subject,
      { reason: 'Fin du cluster' },
      { version: 1 },
    );
    accepted((await world.send(lead(4), revoke))[0]);
    const [after] = await world.send(
      world.requester(mission.establishmentId),
      contact(mission.id, (await world.candidate(region)).id),
    );
    expect(after).toMatchObject({ outcome: 'refused', code: 'crisis-mode' });
    const [late] = await world.send(lead(4), { ...revoke, commandId: world.nextId() });
    expect(late).toMatchObject({ outcome: 'conflict', author: 'Responsable 4' });
  });

  it('S42 a lead switches its own region; the CCS desk any, with a reason; the subject says which', async () => {
    const wrong = { ...turn({ agency: 5 }), subject: '6:*' };
    const [foreign, incoherent] = await world.send(lead(14), turn({ agency: 5 }), {
      ...wrong,
      commandId: world.nextId(),
    });
    expect(foreign).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    expect(incoherent).toMatchObject({ outcome: 'refused', code: 'out-of-scope' });
    const [desk, mismatch] = await world.send(world.desk(), turn({ agency: 5 }), wrong);
    accepted(desk);
    expect(mismatch).toMatchObject({ outcome: 'refused', code: 'wrong-subject' });
    expect(await world.row('crisisMode', '5:*')).toMatchObject({
      active: 1,
      byName: 'CCS',
      agency: 5,
      profession: null,
    });
  });
});
