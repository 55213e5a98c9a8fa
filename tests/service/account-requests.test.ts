/** From the public form to an account that can sign in, and every way in which it may not. DOMAIN §5. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { activateAccount } from '../../national-api/accounts/activate-account.ts';
import { FormRefusal } from '../../national-api/accounts/form-refusal.ts';
import { renewActivation } from '../../national-api/accounts/renew-activation.ts';
import { signInAccount } from '../../national-api/accounts/sign-in-account.ts';
import { submitAccountRequest } from '../../national-api/accounts/submit-account-request.ts';
import { principalOfSubject } from '../../national-api/identity/principal-of-subject.ts';
import { accountForm, NO_NEED_YET, TWO_NURSES } from '../support/account-form.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const PASSWORD = 'Motdepasse-2020!';

onBothDatabases('account requests', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(kind);
  });
  afterEach(() => world.dispose());

  const mails = () =>
    world.ground.database.read.selectFrom('mail').selectAll().orderBy('createdAt').orderBy('id').execute();
  const accounts = () => world.ground.database.read.selectFrom('account').selectAll().orderBy('id').execute();
  const missions = () => world.ground.database.read.selectFrom('mission').selectAll().orderBy('id').execute();

  async function submit(patch: Parameters<typeof accountForm>[1] = {}): Promise<string> {
    const id = world.nextId();
    await submitAccountRequest(world.ground, accountForm(id, patch));
    return id;
  }
  async function decide(
    decision: 'validate' | 'refuse' | 'attach-missions' | 'drop',
    id: string,
    actor = world.regulator(),
  ) {
    const { version } = await world.row('accountRequest', id);
    const reason = 'Contrôle de la cellule';
    const command =
      decision === 'validate'
        ? world.command('account-request.validate', id, {}, { version })
        : decision === 'refuse'
          ? world.command('account-request.refuse', id, { reason }, { version })
          : world.command('account-request.resolve-duplicate', id, { resolution: decision, reason }, { version });
    const [verdict] = await world.send(actor, command);
    return verdict;
  }
  async function lastToken(): Promise<string> {
    const links = (await mails()).filter(({ kind: name }) => name.startsWith('account-activation'));
    return /jeton=([\w-]+)/.exec(links.at(-1)?.body ?? '')?.[1] ?? '';
  }

  it('F39 F40 F135 takes a request once, whatever the number of clicks, and acknowledges it', async () => {
    const id = world.nextId();
    const first = await submitAccountRequest(world.ground, accountForm(id));
    const again = await submitAccountRequest(world.ground, accountForm(id));
    expect(first).toMatchObject({ requestId: id, state: 'submitted' });
    expect(first.message).toContain('a bien été prise en compte');
    expect(again).toEqual(first);
    expect((await mails()).map(({ kind: name, recipient }) => [name, recipient])).toEqual([
      ['account-request-received', 'claude.fictive@ehpad-demo.example'],
    ]);
    await expect(
      submitAccountRequest(world.ground, accountForm(id, { establishmentName: 'Un autre établissement' })),
    ).rejects.toMatchObject({ code: 'form-id-reused' });
  });

  it('F44 F45 F47 says every field at fault at once, and writes nothing', async () => {
    const refused = submitAccountRequest(
      world.ground,
      accountForm(world.nextId(), {
        email: 'pas une adresse',
        phone: '12',
        finess: '12345',
        postalCode: 'x',
        missions: [{ ...TWO_NURSES, endDate: '2020-11-19', specialty: 'SM18' }],
      }),
    );
    await expect(refused).rejects.toBeInstanceOf(FormRefusal);
    const { errors } = (await refused.catch((error: unknown) => error)) as FormRefusal;
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/email',
      '/finess',
      '/missions/0/endDate',
      '/missions/0/specialty',
      '/phone',
      '/postalCode',
    ]);
    expect(await mails()).toEqual([]);
  });

  it('F33 F34 F136 validates: account, establishment, missions, and a link that lives 72 h and works once', async () => {
    const id = await submit({ missions: [TWO_NURSES, NO_NEED_YET] });
    expect(await decide('validate', id)).toMatchObject({ outcome: 'accepted' });
    const [account] = await accounts();
    expect(account).toMatchObject({ state: 'pending-activation', passwordHash: null });
    const made = await missions();
    expect(made.map(({ headcount, agency, state }) => [headcount, agency, state]).sort()).toEqual([
      [0, 6, 'open'],
      [2, 6, 'open'],
    ]);
    expect(made.every(({ requesterAccountId }) => requesterAccountId === account?.id)).toBe(true);
    const establishment = await world.row('establishment', made[0]?.establishmentId ?? '');
    expect(establishment).toMatchObject({ finess: '549900074', family: 'ehpad', departement: '54', agency: 6 });
    expect(establishment.latitude).toBeCloseTo(48.69, 1);

    const token = await lastToken();
    world.advance(72);
    expect((await activateAccount(world.ground, { token, password: PASSWORD })).message).toContain('enregistré');
    expect(await world.row('accountRequest', id)).toMatchObject({ state: 'activated' });
    const signed = await signInAccount(world.ground, 'Claude.Fictive@EHPAD-demo.example', PASSWORD);
    expect(signed).toEqual({ ok: true, accountId: account?.id });
    await expect(activateAccount(world.ground, { token, password: PASSWORD })).rejects.toMatchObject({
      code: 'activation-link-dead',
      message: expect.stringContaining('déjà servi'),
    });
  });

  it('F35 F137 gives a new link for an expired one, and answers alike whether the address is known', async () => {
    await decide('validate', await submit());
    const old = await lastToken();
    world.advance(72.01);
    await expect(activateAccount(world.ground, { token: old, password: PASSWORD })).rejects.toMatchObject({
      message: expect.stringContaining('expiré'),
    });
    const known = await renewActivation(world.ground, 'claude.fictive@ehpad-demo.example');
    const unknown = await renewActivation(world.ground, 'personne@ehpad-demo.example');
    expect(unknown).toEqual(known);
    const renewed = (await mails()).filter(({ kind: name }) => name === 'account-activation-renewed');
    expect(renewed).toHaveLength(1);
    await activateAccount(world.ground, { token: await lastToken(), password: PASSWORD });
    expect(await signInAccount(world.ground, 'claude.fictive@ehpad-demo.example', PASSWORD)).toMatchObject({
      ok: true,
    });
  });

  it('F37 refuses a weak password without using the link up', async () => {
    await decide('validate', await submit());
    const token = await lastToken();
    await expect(activateAccount(world.ground, { token, password: 'tropcourt' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('au moins 12 caractères'),
    });
    await expect(activateAccount(world.ground, { token, password: PASSWORD })).resolves.toBeDefined();
  });

  it('F38 brakes guessing without saying which addresses exist', async () => {
    await decide('validate', await submit());
    await activateAccount(world.ground, { token: await lastToken(), password: PASSWORD });
    const wrong = await signInAccount(world.ground, 'claude.fictive@ehpad-demo.example', 'Autre-chose-2020');
    expect(await signInAccount(world.ground, 'inconnu@ehpad-demo.example', 'Autre-chose-2020')).toEqual(wrong);
    for (let count = 0; count < 9; count += 1) {
      await signInAccount(world.ground, 'claude.fictive@ehpad-demo.example', 'Autre-chose-2020');
    }
    const braked = await signInAccount(world.ground, 'claude.fictive@ehpad-demo.example', PASSWORD);
    expect(braked).toMatchObject({ ok: false, message: expect.stringContaining('Trop d’essais') });
    world.advance(0.26);
    expect(await signInAccount(world.ground, 'claude.fictive@ehpad-demo.example', PASSWORD)).toMatchObject({
      ok: true,
    });
  });

  it('F23 F24 puts a second request with the same e-mail aside, pointing at the first, and blocks neither', async () => {
    const first = await submit();
    const second = await submit({ email: ' Claude.FICTIVE@ehpad-demo.example', missions: [NO_NEED_YET] });
    expect(await world.row('accountRequest', second)).toMatchObject({ state: 'duplicate', duplicateOf: first });
    expect((await mails()).map(({ kind: name }) => name)).toContain('account-request-duplicate');
    expect(await decide('validate', second)).toMatchObject({
      outcome: 'refused',
      code: 'account-request-not-in-this-state',
    });
    expect(await decide('attach-missions', second)).toMatchObject({ outcome: 'refused', code: 'first-request-waits' });
    expect(await decide('validate', first)).toMatchObject({ outcome: 'accepted' });
    expect(await accounts()).toHaveLength(1);
  });

  it('F24 F26 adds a duplicate’s missions to the account, with another establishment when it names one', async () => {
    await decide('validate', await submit());
    const second = await submit({ finess: '549900082', establishmentName: 'SSIAD de démonstration', category: '354' });
    expect(await decide('attach-missions', second)).toMatchObject({ outcome: 'accepted' });
    const [account] = await accounts();
    expect(JSON.parse(account?.establishments ?? '[]')).toHaveLength(2);
    expect(await missions()).toHaveLength(2);
    expect(await world.row('accountRequest', second)).toMatchObject({ state: 'validated' });
    expect((await mails()).at(-1)?.kind).toBe('account-request-attached');
  });

  it('F24 drops a duplicate with a reason that its author reads; its missions are named in the mail', async () => {
    await submit();
    const second = await submit();
    expect(await decide('drop', second)).toMatchObject({ outcome: 'accepted' });
    expect(await world.row('accountRequest', second)).toMatchObject({ state: 'refused' });
    const mail = (await mails()).find(({ kind: name }) => name === 'account-request-refused');
    expect(mail?.body).toContain('Contrôle de la cellule');
    expect(mail?.body).toContain("2 × Infirmier diplômé d'État");
    expect(await missions()).toEqual([]);
  });

  it('F24 makes a duplicate an ordinary request again when the other one is gone', async () => {
    const first = await submit();
    const second = await submit();
    await decide('refuse', first);
    expect(await decide('attach-missions', second)).toMatchObject({ outcome: 'accepted' });
    expect(await world.row('accountRequest', second)).toMatchObject({ state: 'submitted', duplicateOf: null });
    expect(await decide('validate', second)).toMatchObject({ outcome: 'accepted' });
  });

  it('F27 attaches a second account to the establishment of the same FINESS: it sees all its missions', async () => {
    await decide('validate', await submit());
    const second = await submit({ email: 'autre@ehpad-demo.example', finess: '54 99 00 074' });
    expect((await world.row('accountRequest', second)).sameEstablishmentId).not.toBeNull();
    await decide('validate', second);
    const all = await missions();
    expect(new Set(all.map(({ establishmentId }) => establishmentId)).size).toBe(1);
    const account = (await accounts()).find(({ email }) => email === 'autre@ehpad-demo.example');
    await activateAccount(world.ground, { token: await lastToken(), password: PASSWORD });
    const answer = await principalOfSubject(
      world.ground.database.read,
      { kind: 'account', id: account?.id ?? '' },
      world.ground.clock(),
    );
    expect(answer).toMatchObject({
      ok: true,
      principal: { role: 'establishment', establishments: [all[0]?.establishmentId] },
    });
  });

  it('F28 F48 knows a vaccination centre by its GID', async () => {
    const centre = { category: 'centre-vaccination', finess: null, gid: 'gid-01 234' };
    await decide('validate', await submit(centre));
    await decide('validate', await submit({ ...centre, gid: 'GID01234', email: 'autre@centre-demo.example' }));
    const found = await world.ground.database.read.selectFrom('establishment').selectAll().execute();
    expect(found.map(({ gid, finess, family }) => ({ gid, finess, family }))).toEqual([
      { gid: 'GID01234', finess: null, family: 'vaccination-centre' },
    ]);
  });

  it('S42 F33 is for the ARS of the region or the CCS; a FINESS of another region opens nothing', async () => {
    const id = await submit();
    expect(await decide('validate', id, world.regulator(14))).toMatchObject({ code: 'out-of-scope' });
    expect(await decide('validate', id, world.regulator(6, { departements: ['57'] }))).toMatchObject({
      code: 'out-of-scope',
    });
    expect(await decide('validate', id, world.regulator(6, { role: 'auditor' }))).toMatchObject({ code: 'no-right' });
    await world.establishment({ agency: 10, departement: '75', finess: '549900074' });
    expect(await decide('validate', id)).toMatchObject({ code: 'out-of-scope' });
    expect(await decide('validate', id, world.desk())).toMatchObject({ outcome: 'accepted' });
  });

  it('refuses a validated request before activation: account closed, link dead, missions withdrawn', async () => {
    const id = await submit();
    await decide('validate', id);
    const token = await lastToken();
    expect(await decide('refuse', id)).toMatchObject({ outcome: 'accepted' });
    expect((await accounts()).map(({ state }) => state)).toEqual(['disabled']);
    expect((await missions()).map(({ state, closingReason }) => [state, closingReason])).toEqual([
      ['closed', 'withdrawn'],
    ]);
    await expect(activateAccount(world.ground, { token, password: PASSWORD })).rejects.toMatchObject({
      code: 'activation-link-dead',
    });
    expect(await decide('refuse', id)).toMatchObject({ code: 'account-request-not-in-this-state' });
  });

  it('tells the loser of two decisions by whom and when', async () => {
    const id = await submit();
    const { version } = await world.row('accountRequest', id);
    await decide('validate', id, world.regulator(6, { displayName: 'Camille A.' }));
    const late = world.command('account-request.refuse', id, { reason: 'Trop tard' }, { version });
    const [verdict] = await world.send(world.regulator(6, { personId: 'b' }), late);
    expect(verdict).toMatchObject({ outcome: 'conflict', author: 'Camille A.', code: 'subject-changed' });
  });
});
