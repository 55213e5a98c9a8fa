/** Rights are held by a person, for a scope, until a date; who may give and end which. DOMAIN §9; D10. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { principalOfSubject } from '../../national-api/identity/principal-of-subject.ts';
import { seedDemoPeople } from '../../national-api/identity/seed-demo-people.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

type Grant = CommandInput<'habilitation.grant'>;

onBothDatabases('habilitations', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(kind);
  });
  afterEach(() => world.dispose());

  const lead = (agency = 6, patch: Partial<Principal> = {}) => world.regulator(agency, { role: 'ars-lead', ...patch });
  const ccsLead = () => world.desk({ role: 'ccs-lead' });
  const administrator = () => world.desk({ role: 'administrator', personId: 'admin' });
  const asked = (patch: Partial<Grant> = {}): Grant => ({
    email: 'Sam.Nouvelle@ars.example',
    name: 'Sam Nouvelle',
    role: 'ars-regulator',
    agency: 6,
    departements: null,
    validUntil: '2021-03-31',
    reason: 'Renfort de la cellule',
    ...patch,
  });
  const grant = async (actor: Principal, patch: Partial<Grant> = {}, person = 'person-1') =>
    (await world.send(actor, world.command('habilitation.grant', person, asked(patch))))[0];
  const revoke = async (actor: Principal, person = 'person-1') =>
    (await world.send(actor, world.command('habilitation.revoke', person, { reason: 'Départ' })))[0];
  const who = (id = 'person-1') =>
    principalOfSubject(world.ground.database.read, { kind: 'person', id }, world.ground.clock());
  const regulators = () => world.ground.database.read.selectFrom('regulator').selectAll().orderBy('id').execute();

  it('D10 an ARS lead gives a right in its region for a time, and the regulator can be given missions', async () => {
    expect(await grant(lead())).toMatchObject({ outcome: 'accepted' });
    expect(await who()).toMatchObject({
      ok: true,
      principal: {
        displayName: 'Sam Nouvelle (ARS Grand-Est)',
        role: 'ars-regulator',
        agency: 6,
        validUntil: '2021-03-31',
      },
    });
    expect(await regulators()).toMatchObject([{ id: 'person-1', name: 'Sam Nouvelle', agency: 6 }]);
    world.advance(24 * 136);
    expect(await who()).toMatchObject({ ok: true });
    world.advance(24);
    expect(await who()).toMatchObject({ ok: false, status: 403, code: 'habilitation-ended' });
  });

  it('S42 nobody gives more than they may', async () => {
    expect(await grant(lead(), { agency: 14 })).toMatchObject({ code: 'out-of-scope' });
    expect(await grant(lead(), { validUntil: null })).toMatchObject({ code: 'habilitation-end' });
    expect(await grant(lead(), { validUntil: '2023-01-01' })).toMatchObject({ code: 'habilitation-end' });
    expect(await grant(ccsLead(), { validUntil: '2020-11-14' })).toMatchObject({ code: 'habilitation-end' });
    expect(await grant(lead(), { role: 'ccs-desk' })).toMatchObject({ code: 'role-not-grantable' });
    expect(await grant(ccsLead(), { role: 'administrator', agency: null })).toMatchObject({
      code: 'role-not-grantable',
    });
    expect(await grant(ccsLead(), { role: 'ccs-desk', agency: 6 })).toMatchObject({ code: 'habilitation-scope' });
    expect(await grant(ccsLead(), { agency: null })).toMatchObject({ code: 'habilitation-scope' });
    expect(await grant(lead(), { departements: ['75'] })).toMatchObject({ code: 'habilitation-scope' });
    expect(await grant(lead(6, { departements: ['57'] }), { departements: ['54'] })).toMatchObject({
      code: 'out-of-scope',
    });
    for (const role of ['ars-regulator', 'ccs-desk', 'auditor'] as const) {
      expect(await grant(world.regulator(6, { role }))).toMatchObject({ code: 'no-right' });
    }
    expect(await regulators()).toEqual([]);
  });

  it('D10 a right may be limited to some départements (direction territoriale)', async () => {
    expect(await grant(lead(), { departements: ['57', '54'] })).toMatchObject({ outcome: 'accepted' });
    expect(await who()).toMatchObject({ principal: { departements: ['57', '54'] } });
  });

  it('D10 an administrator and the CCS lead give national roles; the widest one counts', async () => {
    expect(await grant(administrator(), { role: 'administrator', agency: null, validUntil: null })).toMatchObject({
      outcome: 'accepted',
    });
    expect(await who()).toMatchObject({ principal: { role: 'administrator' } });
    expect(await regulators()).toEqual([]);
    await grant(ccsLead(), { role: 'ccs-desk', agency: null, validUntil: null });
    expect(await who()).toMatchObject({ principal: { role: 'ccs-desk', agency: null } });
    expect(await regulators()).toMatchObject([{ role: 'ccs-desk', agency: null }]);
  });

  it('D10 a renewal replaces; a revocation ends at once what its author could have given', async () => {
    await grant(lead());
    await grant(lead(), { validUntil: '2021-06-30' });
    const held = await world.ground.database.read.selectFrom('habilitation').selectAll().execute();
    expect(held.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
    expect(await who()).toMatchObject({ principal: { validUntil: '2021-06-30' } });
    expect(await revoke(lead(14))).toMatchObject({ code: 'out-of-scope' });
    expect(await revoke(lead())).toMatchObject({ outcome: 'accepted' });
    expect(await who()).toMatchObject({ ok: false, code: 'habilitation-ended' });
    expect(await regulators()).toEqual([]);
    const gone = await world.ground.database.read.selectFrom('departure').selectAll().execute();
    expect(gone).toMatchObject([{ kind: 'regulator', id: 'person-1', reason: 'erased' }]);
    expect(await revoke(lead())).toMatchObject({ code: 'no-habilitation' });
  });

  it('D10 an ARS lead ends the regional right of a person, not the national one', async () => {
    await grant(lead());
    await grant(ccsLead(), { role: 'auditor', agency: null, validUntil: null });
    expect(await revoke(lead())).toMatchObject({ outcome: 'accepted' });
    expect(await who()).toMatchObject({ principal: { role: 'auditor', agency: null } });
  });

  it('refuses one address for two people, and one person under two addresses', async () => {
    await grant(lead());
    expect(await grant(lead(), {}, 'person-2')).toMatchObject({ code: 'person-known' });
    expect(await grant(lead(), { email: 'autre@ars.example' })).toMatchObject({ code: 'person-known' });
    expect(await grant(lead(), { email: 'pas une adresse' }, 'person-3')).toMatchObject({ code: 'invalid-input' });
  });

  it('D7 every grant and revocation is in the journal with its reason', async () => {
    await grant(lead());
    await revoke(lead());
    const lines = await world.ground.database.read
      .selectFrom('journal')
      .innerJoin('journalValue', 'journalValue.journalNumber', 'journal.number')
      .select(['journal.kind', 'journal.subjectId', 'journalValue.reason'])
      .orderBy('journal.number')
      .execute();
    expect(lines).toEqual([
      { kind: 'habilitation.grant', subjectId: 'person-1', reason: 'Renfort de la cellule' },
      { kind: 'habilitation.revoke', subjectId: 'person-1', reason: 'Départ' },
    ]);
  });

  it('gives the demonstration its people once: two for each ARS, the CCS, an auditor, an administrator', async () => {
    await seedDemoPeople(world.ground);
    await seedDemoPeople(world.ground);
    const people = await world.ground.database.read.selectFrom('person').selectAll().execute();
    expect(people.length).toBe(new Set(people.map(({ email }) => email)).size);
    const seen = await Promise.all(people.map(({ id }) => who(id)));
    const roles = seen.map((answer) => (answer.ok ? answer.principal.role : answer.code));
    expect(new Set(roles)).toEqual(
      new Set(['ars-regulator', 'ars-lead', 'ccs-desk', 'ccs-lead', 'auditor', 'administrator', 'habilitation-ended']),
    );
    const agencies = seen.flatMap((answer) =>
      answer.ok && answer.principal.role === 'ars-lead' ? [answer.principal.agency] : [],
    );
    expect(new Set(agencies).size).toBe(18);
    expect(people.every(({ email }) => email.endsWith('.example'))).toBe(true);
  });
});
