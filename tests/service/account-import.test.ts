/** Annex 2 from end to end: a report line by line before anything is written, then accounts. F42, F116-F120. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ESTABLISHMENT_TYPES } from '../../contract/domain/establishment-category.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import { importAccounts } from '../../national-api/accounts/import/import-accounts.ts';
import { submitAccountRequest } from '../../national-api/accounts/submit-account-request.ts';
import { accountForm } from '../support/account-form.ts';
import type { AnnexLine } from '../support/annex-workbook.ts';
import { annexWorkbook, GOOD_LINE } from '../support/annex-workbook.ts';
import { makeArchive, workbookParts } from '../support/archive-maker.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const VACCINATION: AnnexLine = {
  ...GOOD_LINE,
  type: 'Centre de vaccination',
  finess: null,
  gid: 'GID-00 42',
  name: 'Centre de vaccination de démonstration',
  email: 'centre@vaccination-demo.example',
};

onBothDatabases('import of annex 2', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(kind);
  });
  afterEach(() => world.dispose());

  const read = async (lines: readonly AnnexLine[], options = { dryRun: false }, actor = world.regulator()) =>
    importAccounts(world.ground, actor, await annexWorkbook(lines), options);
  const count = async (table: 'account' | 'accountRequest' | 'establishment' | 'mail' | 'journal') =>
    (await world.ground.database.read.selectFrom(table).selectAll().execute()).length;

  it('F42 F116 F136 reports first and writes nothing, then opens the accounts and mails the links', async () => {
    const lines = [GOOD_LINE, { ...GOOD_LINE, email: 'autre@ehpad-demo.example' }];
    const dry = await read(lines, { dryRun: true });
    expect(dry).toMatchObject({ dryRun: true, accepted: 2, refused: 0, duplicates: 0 });
    expect([await count('account'), await count('mail'), await count('journal')]).toEqual([0, 0, 0]);
    const done = await read(lines);
    expect(done).toMatchObject({ dryRun: false, accepted: 2 });
    expect([await count('account'), await count('establishment'), await count('accountRequest')]).toEqual([2, 1, 2]);
    const mails = await world.ground.database.read.selectFrom('mail').selectAll().execute();
    expect(mails.map(({ kind: name }) => name)).toEqual(['account-activation', 'account-activation']);
    const requests = await world.ground.database.read.selectFrom('accountRequest').selectAll().execute();
    expect(requests.map(({ state, origin, decidedByName }) => [state, origin, decidedByName])).toEqual([
      ['validated', 'import', 'Régulation 6'],
      ['validated', 'import', 'Régulation 6'],
    ]);
    expect(await read(lines)).toMatchObject({ accepted: 0, duplicates: 2 });
    expect(await count('account')).toBe(2);
  });

  it('gives every reason of a refused line at once, and takes the good ones', async () => {
    const report = await read([
      GOOD_LINE,
      { ...GOOD_LINE, agency: '6-ARS Bretagne', finess: '12', postalCode: 'x', email: 'y', phone: '1', name: null },
      { ...GOOD_LINE, email: 'claude.fictive@EHPAD-demo.example ' },
      { ...GOOD_LINE, email: 'troisieme@ehpad-demo.example' },
    ]);
    expect(report).toMatchObject({ accepted: 2, refused: 1, duplicates: 1 });
    expect(report.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'accepted'],
      [3, 'refused'],
      [4, 'duplicate'],
      [5, 'accepted'],
    ]);
    expect(report.rows[1]?.reasons).toHaveLength(6);
    expect(report.rows[1]?.reasons[0]).toContain('ARS de Rattachement');
    expect(report.rows[2]?.reasons).toEqual(['Même courriel que la ligne 2.']);
  });

  it('puts back the zeros that a spreadsheet ate, and says so', async () => {
    const report = await read(
      [{ ...GOOD_LINE, agency: 6, finess: 80000615, postalCode: 8000, city: 'Charleville-Mézières', phone: 199001234 }],
      { dryRun: true },
    );
    expect(report.rows[0]).toMatchObject({ outcome: 'accepted' });
    expect(report.rows[0]?.warnings.filter((warning) => warning.includes('zéro'))).toHaveLength(3);
  });

  it('warns of a doubtful FINESS key and of a postal code of another region, without blocking', async () => {
    const report = await read(
      [{ ...GOOD_LINE, finess: '549900073', postalCode: '75011', city: 'Paris' }],
      {
        dryRun: true,
      },
      world.desk(),
    );
    expect(report.rows[0]?.outcome).toBe('accepted');
    expect(report.rows[0]?.warnings.join(' ')).toMatch(/clé.*région/s);
  });

  it('F117 F118 reads every value of both code lists', async () => {
    const types = ESTABLISHMENT_TYPES.filter(({ code }) => code !== 'vaccination').map(({ annexLabel }, index) => ({
      ...GOOD_LINE,
      type: annexLabel,
      email: `type${index}@demo.example`,
    }));
    const agencies = AGENCIES.map(({ annexLabel, code }) => ({
      ...GOOD_LINE,
      agency: annexLabel,
      email: `ars${code}@demo.example`,
    }));
    const report = await read([...types, ...agencies], { dryRun: true }, world.desk());
    expect(report).toMatchObject({ accepted: 24, refused: 0 });
  });

  it('F48 F120 takes a vaccination centre by its GID, in its own column or in that of the FINESS', async () => {
    const report = await read([
      VACCINATION,
      { ...VACCINATION, finess: 'gid0042', gid: null, email: 'autre@vaccination-demo.example' },
      { ...VACCINATION, gid: null, email: 'sans@vaccination-demo.example' },
    ]);
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'refused']);
    const found = await world.ground.database.read.selectFrom('establishment').selectAll().execute();
    expect(found.map(({ gid, family }) => [gid, family])).toEqual([['GID0042', 'vaccination-centre']]);
  });

  it('F23 F27 knows the requests and establishments that are already there', async () => {
    await submitAccountRequest(world.ground, accountForm(world.nextId()));
    const report = await read([GOOD_LINE, { ...GOOD_LINE, email: 'neuf@ehpad-demo.example' }]);
    expect(report.rows.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
      ['duplicate', ['Une demande attend déjà avec ce courriel.']],
      ['accepted', []],
    ]);
  });

  it('S42 takes only the lines of the actor’s region, and nothing from who may not import', async () => {
    const other = { ...GOOD_LINE, agency: '14-ARS Occitanie', finess: '319900015', email: 'b@demo.example' };
    const report = await read([GOOD_LINE, other]);
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused']);
    await expect(read([GOOD_LINE], { dryRun: true }, world.regulator(6, { role: 'auditor' }))).rejects.toMatchObject({
      code: 'no-right',
    });
    await world.establishment({ agency: 14, departement: '31', finess: '549900082' });
    const stolen = await read([{ ...GOOD_LINE, finess: '549900082', email: 'c@demo.example' }]);
    expect(stolen.rows[0]).toMatchObject({
      outcome: 'refused',
      reasons: ['Cet établissement est hors de votre périmètre.'],
    });
  });

  it('two imports of one file at once open each account once', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({ ...GOOD_LINE, email: `u${index}@demo.example` }));
    const [left, right] = await Promise.all([read(lines), read(lines, undefined, world.desk())]);
    expect((left?.accepted ?? 0) + (right?.accepted ?? 0)).toBe(60);
    expect([await count('account'), await count('establishment')]).toEqual([60, 1]);
  });
});

describe('a spreadsheet refused as a whole', () => {
  it('names the first column that is not the template’s, and refuses formulas line by line', async () => {
    const world = await startWorld('sqlite');
    const wrong = await annexWorkbook([GOOD_LINE], ['ARS de Rattachement', 'SIRET']);
    await expect(importAccounts(world.ground, world.desk(), wrong, { dryRun: true })).rejects.toMatchObject({
      code: 'spreadsheet-refused',
      message: expect.stringContaining('Colonne B : « Finess géographique »'),
    });
    const header = [
      'ARS de Rattachement',
      'Finess géographique',
      'nom établissement',
      'Type établissement',
      'adresse',
      'CP',
      'ville',
      'nom',
      'prenom',
      'e-mail',
      'telephone',
    ];
    const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const first = header.map((title, index) => text(`${String.fromCharCode(65 + index)}1`, title)).join('');
    const sheet = `<row r="1">${first}</row><row r="2">${text('A2', '6')}<c r="C2"><f>HYPERLINK("x")</f><v>1</v></c></row>`;
    const report = await importAccounts(world.ground, world.desk(), makeArchive(workbookParts(sheet)), {
      dryRun: true,
    });
    expect(report.rows).toMatchObject([{ line: 2, outcome: 'refused', reasons: [expect.stringContaining('(C2)')] }]);
    await world.dispose();
  });
});
