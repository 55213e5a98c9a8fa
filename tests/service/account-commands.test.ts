/** What a cell orders about accounts beside validating them: a line of annex 2, a new link. F34-F35, F42, F116-F120. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';
import { activateAccount } from '../../national-api/accounts/activate-account.ts';
import { submitAccountRequest } from '../../national-api/accounts/submit-account-request.ts';
import { accountForm } from '../support/account-form.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const LINE: CommandInput<'account-request.import'> = {
  agency: 6,
  finess: '549900074',
  gid: null,
  establishmentName: 'EHPAD de démonstration – Les Tilleuls',
  category: '500',
  address: '1 rue de la Démonstration',
  postalCode: '54000',
  city: 'Nancy',
  lastName: 'Fictive',
  firstName: 'Claude',
  email: 'Claude.Fictive@ehpad-demo.example',
  phone: '01 99 00 12 34',
};
const PASSWORD = 'Motdepasse-2020!';

onBothDatabases('accounts decided at the desk', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(kind);
  });
  afterEach(() => world.dispose());

  const read = () => world.ground.database.read;
  const mails = () => read().selectFrom('mail').selectAll().orderBy('createdAt').orderBy('id').execute();
  const tokens = async () =>
    (await mails()).flatMap(({ body }) => {
      const token = /jeton=([\w-]+)/.exec(body)?.[1];
      return token === undefined ? [] : [token];
    });
  async function importLine(patch: Partial<typeof LINE> = {}, actor = world.regulator(), id = world.nextId()) {
    const [verdict] = await world.send(actor, world.command('account-request.import', id, { ...LINE, ...patch }));
    return { id, verdict };
  }
  async function renew(id: string, version?: number) {
    const seen = version ?? (await world.row('accountRequest', id)).version;
    const command = world.command('account-request.renew-activation', id, {}, { version: seen });
    return (await world.send(world.regulator(), command))[0];
  }

  it('F42 F136 opens the account of a line, with its establishment, and mails the link once', async () => {
    const { id, verdict } = await importLine();
    expect(verdict).toMatchObject({ outcome: 'accepted' });
    expect(await world.row('accountRequest', id)).toMatchObject({
      ...{ state: 'validated', origin: 'import', email: 'claude.fictive@ehpad-demo.example', missions: '[]' },
      decidedByName: 'Régulation 6',
    });
    expect((await mails()).map(({ kind: name }) => name)).toEqual(['account-activation']);
    const lines = await read().selectFrom('journal').selectAll().execute();
    expect(lines.map(({ kind: name }) => name)).toEqual(['account-request.import']);
    const again = await importLine({}, world.regulator(), id);
    expect(again.verdict).toMatchObject({ outcome: 'conflict', code: 'subject-exists' });
    expect(await mails()).toHaveLength(1);
  });

  it('F48 F120 takes a vaccination centre by its GID', async () => {
    const { verdict } = await importLine({ category: 'centre-vaccination', finess: null, gid: 'GID-00 42' });
    expect(verdict).toMatchObject({ outcome: 'accepted' });
    const found = await read().selectFrom('establishment').selectAll().execute();
    expect(found.map(({ gid, finess }) => [gid, finess])).toEqual([['GID0042', null]]);
  });

  it('F23 refuses an e-mail that has a request or an account, and says which', async () => {
    await submitAccountRequest(world.ground, accountForm(world.nextId(), { email: LINE.email }));
    expect((await importLine()).verdict).toMatchObject({
      outcome: 'refused',
      code: 'email-already-used',
      message: 'Une demande attend déjà avec ce courriel.',
    });
    await importLine({ email: 'autre@ehpad-demo.example' });
    expect((await importLine({ email: 'autre@ehpad-demo.example' })).verdict).toMatchObject({
      message: 'Un compte existe déjà avec ce courriel.',
    });
  });

  it.each([
    ['a wrong FINESS', { finess: '12' }, 'account-line-invalid'],
    ['a wrong telephone', { phone: '1' }, 'account-line-invalid'],
    ['another region', { agency: 4, postalCode: '35000', city: 'Rennes' }, 'out-of-scope'],
  ])('judges the line again: %s', async (_, patch, code) => {
    expect((await importLine(patch)).verdict).toMatchObject({ outcome: 'refused', code });
    expect(await mails()).toEqual([]);
  });

  it('F34 F35 sends a new link, that makes the older one void, while the account is not activated', async () => {
    const { id } = await importLine();
    const { version } = await world.row('accountRequest', id);
    expect(await renew(id)).toMatchObject({ outcome: 'accepted' });
    expect(await renew(id, version)).toMatchObject({ outcome: 'conflict', code: 'subject-changed' });
    const [old = '', fresh = ''] = await tokens();
    await expect(activateAccount(world.ground, { token: old, password: PASSWORD })).rejects.toMatchObject({
      code: 'activation-link-dead',
    });
    await activateAccount(world.ground, { token: fresh, password: PASSWORD });
    expect(await renew(id)).toMatchObject({ outcome: 'refused', code: 'account-not-pending' });
  });
});
