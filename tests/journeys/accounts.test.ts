/** An account from the request to its first mission in the queue, then thirty lines of annex 2, three of them wrong. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountForm, TWO_NURSES } from '../support/account-form.ts';
import type { AnnexLine } from '../support/annex-workbook.ts';
import { annexWorkbook, GOOD_LINE } from '../support/annex-workbook.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { SOON } from './decide.ts';
import { inDays } from './place-missions.ts';

const NEWCOMER = 'EHPAD de démonstration – Le Vallon';
const WRONG: Readonly<Record<number, AnnexLine>> = {
  4: { finess: '12' },
  15: { email: 'pas une adresse' },
  26: { agency: '6-ARS Bretagne' },
};
/** As line 2 is the first, line 6 has the wrong FINESS. */
const LINES: readonly AnnexLine[] = Array.from({ length: 30 }, (_, index) => ({
  ...GOOD_LINE,
  email: `compte.${index}@demande.example`,
  lastName: `Fictive-${index}`,
  ...WRONG[index],
}));
const row = (page: Page, text: string) => page.locator('tr[data-row]').filter({ hasText: text }).first();

describe('accounts', () => {
  const held = { world: null as DeskWorld | null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async () => undefined);
  });
  afterAll(() => held.world?.dispose());

  const worldOf = (): DeskWorld => {
    if (held.world === null) throw new Error('No world');
    return held.world;
  };
  /** What the service would send, or sent: kinds of mails to an address. */
  async function mailsTo(address: string): Promise<readonly string[]> {
    const { read } = worldOf().service.ground.database;
    const mails = await read
      .selectFrom('mail')
      .select(['kind', 'recipient'])
      .where('recipient', '=', address)
      .execute();
    return mails.map(({ kind }) => kind).sort();
  }

  it('F29 F33 F34 F113 a request arrives, is validated at the desk, its mail leaves, its mission is in the queue', async () => {
    const world = worldOf();
    const form = accountForm(world.service.ground.makeId(), {
      ...{ establishmentName: NEWCOMER, email: 'accueil@vallon-demo.example' },
      missions: [{ ...TWO_NURSES, startDate: inDays(3), endDate: inDays(20) }],
    });
    const sent = await fetch(new URL('/v1/account-requests', world.service.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(form),
    });
    expect(sent.status).toBe(201);
    const desk = await world.desk('Camille Aubépine', ['accounts', 'missions']);
    await desk.upToDate();
    const accounts = await desk.page('accounts');
    await row(accounts, NEWCOMER).click({ timeout: SOON.timeout });
    await expect.poll(() => accounts.locator('aside').innerText(), SOON).toContain('2 × Infirmier diplômé d');
    await desk.picture('accounts', '7-accounts-request');
    await accounts.keyboard.press('v');
    const dialog = accounts.getByRole('dialog');
    await expect.poll(() => dialog.innerText(), SOON).toContain('1 mission entre dans la file, pour 2 postes');
    await dialog.getByRole('button', { name: 'Confirmer pour 1', exact: true }).click({ timeout: SOON.timeout });
    const missions = await desk.page('missions');
    await expect.poll(() => row(missions, NEWCOMER).count(), SOON).toBe(1);
    expect(await mailsTo('accueil@vallon-demo.example')).toEqual(['account-activation', 'account-request-received']);
    expect(await desk.errors()).toEqual([]);
  });

  it('F42 F116 F119 thirty lines are read here, three are told wrong, one is mended, and each gets its verdict', async () => {
    const world = worldOf();
    const desk = await world.desk('Noa Mirabelle', ['accounts']);
    await desk.upToDate();
    const page = await desk.page('accounts');
    await page.getByText('Import d’un tableur', { exact: true }).click();
    const choosing = page.waitForEvent('filechooser', { timeout: SOON.timeout });
    await page.getByRole('button', { name: 'Choisir un fichier' }).click();
    const file = { name: 'annexe-2.xlsx', mimeType: 'application/octet-stream', buffer: await annexWorkbook(LINES) };
    await (await choosing).setFiles(file);
    const summary = page.locator('.dk-banner').filter({ hasText: 'annexe-2.xlsx' });
    await expect.poll(() => summary.innerText(), SOON).toContain('30 lignes : 27 valides, 3 à corriger.');
    await row(page, 'Finess géographique : ').click({ timeout: SOON.timeout });
    const panel = page.locator('aside');
    await panel.getByLabel('Finess géographique').fill('549900074', { timeout: SOON.timeout });
    await panel.getByRole('button', { name: 'Corriger cette ligne' }).click();
    await expect.poll(() => summary.innerText(), SOON).toContain('28 valides, 2 à corriger.');
    await desk.picture('accounts', '7-accounts-sheet');
    await page.getByRole('button', { name: 'Envoyer 28 lignes valides' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Confirmer pour 28', exact: true }).click({ timeout: SOON.timeout });
    await expect.poll(() => summary.innerText(), SOON).toContain('2 à corriger, 28 acceptées.');
    expect(await mailsTo('compte.0@demande.example')).toEqual(['account-activation']);
    expect(await mailsTo('compte.26@demande.example')).toEqual([]);
    await page.getByRole('button', { name: 'Fermer ce fichier' }).click();
    await page.getByRole('button', { name: 'Choisir un fichier' }).waitFor({ timeout: SOON.timeout });
    expect(await desk.errors()).toEqual([]);
  });
});
