/** A region alerts, the CCS takes, simulates and opens, the region proposes, the lender objects, the ceiling closes. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { withAccount } from '../support/regulation.ts';
import { actByApi } from './act-by-api.ts';
import { SOON } from './decide.ts';
import { inDays } from './place-missions.ts';

const BREST = { agency: 4, departement: '29', postalCode: '29200', city: 'Brest', latitude: 48.39, longitude: -4.49 };
const confirm = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: 'Confirmer pour 1', exact: true })
    .click({ timeout: SOON.timeout });
const gone = (page: Page) => expect.poll(() => page.getByRole('dialog').count(), SOON).toBe(0);

describe('from an alert to a helper of another region', () => {
  const held = {
    world: null as DeskWorld | null,
    mission: null as Stored<'mission'> | null,
    helper: null as Stored<'candidate'> | null,
  };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      held.mission = await world.mission({ headcount: 1, startDate: inDays(3), endDate: inDays(30) });
      held.helper = await world.candidate({ ...BREST, lastName: 'Noisetier', firstName: 'Lou', endDate: null });
      await world.candidate({ ...BREST, lastName: 'Cognassier', firstName: 'Sacha', endDate: null });
      await withAccount(world, held.mission);
    });
  });
  afterAll(() => held.world?.dispose());

  it('F107 F108 D6 alerts, takes, simulates, opens, proposes, objects, overrules, and closes at the ceiling', async () => {
    const { world: deskWorld, mission, helper } = held;
    if (deskWorld === null || mission === null || helper === null) throw new Error('No world');
    const { read } = deskWorld.world.ground.database;
    const opening = () => read.selectFrom('opening').selectAll().executeTakeFirst();
    const alertState = async () =>
      (await read.selectFrom('alert').select('state').where('id', '=', mission.id).executeTakeFirst())?.state;
    const row = `[data-row="${mission.id}"]`;
    const [region, ccs, lender] = await Promise.all([
      deskWorld.desk('Camille Aubépine', ['missions', 'candidates', 'alerts']),
      deskWorld.desk('Victoire Séquoia', ['alerts']),
      deskWorld.desk('Maël Fougère', ['openings']),
    ]);
    await Promise.all([region.upToDate(), ccs.upToDate(), lender.upToDate()]);

    // The region alerts, from its queue, by one key; what it tried is told with it: nothing yet.
    const queue = await region.page('missions');
    await queue.locator(row).click({ timeout: SOON.timeout });
    await expect.poll(() => queue.locator(row).getAttribute('data-looked'), SOON).toBe('true');
    await queue.keyboard.press('a');
    await queue.getByLabel('Message au CCS').fill('Plus personne dans la région.');
    await expect.poll(() => queue.getByRole('dialog').innerText(), SOON).toContain("Rien n'a encore été tenté");
    await confirm(queue);
    await gone(queue);

    // The CCS sees it, and takes it; the region's own queue and inbox follow.
    const inbox = await ccs.page('alerts');
    await inbox.locator(row).click({ timeout: SOON.timeout });
    await expect.poll(() => inbox.locator('aside').innerText(), SOON).toContain('Plus personne dans la région.');
    await expect.poll(() => inbox.locator('aside').innerText(), SOON).toContain('2 personnes restent à solliciter');
    await ccs.picture('alerts', '7-alert-at-the-ccs');
    await inbox.keyboard.press('t');
    await confirm(inbox);
    await gone(inbox);
    await expect.poll(alertState, SOON).toBe('taken');
    const regionInbox = await region.page('alerts');
    await expect.poll(() => regionInbox.locator(row).innerText(), SOON).toContain('PRISE');
    await expect.poll(() => queue.locator(row).innerText(), SOON).toContain('PRISE');

    // Simulated first: who becomes visible, what is gained; nothing is written.
    await inbox.keyboard.press('o');
    const openings = await ccs.page('openings');
    await openings.getByRole('radio', { name: 'Nommées' }).check({ timeout: SOON.timeout });
    await openings.locator('input[aria-label="Nommées"]').fill('Breta');
    await openings.getByRole('listbox').getByRole('option', { name: 'ARS Bretagne' }).click();
    await openings.keyboard.press('Tab');
    await openings.getByLabel('Plafond').fill('1');
    await openings.getByRole('button', { name: 'Simuler', exact: true }).click();
    const compared = openings.getByRole('table', { name: 'Comparaison des variantes' });
    await compared.waitFor({ timeout: SOON.timeout });
    await expect.poll(() => compared.innerText(), SOON).toMatch(/Personnes qui deviennent visibles\s+2/);
    expect(await compared.innerText()).toMatch(/Postes que l’on peut pourvoir ensemble\s+0 → 1 sur 1/);
    await ccs.picture('openings', '7-simulated');
    expect(await opening()).toBeUndefined();

    // Opened: the very terms that were simulated.
    await openings.getByRole('button', { name: 'Ouvrir… (Variante A)' }).click();
    await openings.getByRole('dialog').getByRole('textbox', { name: 'Motif' }).fill('Alerte sans réponse régionale');
    await confirm(openings);
    await gone(openings);
    await expect.poll(async () => (await opening())?.state, SOON).toBe('active');
    expect(await opening()).toMatchObject({ receiverMissions: `["${mission.id}"]`, lenderAgencies: '[4]', ceiling: 1 });
    await openings.getByRole('button', { name: 'Liste des ouvertures' }).click();

    // The region now sees people of the other region, and proposes one.
    const people = await region.page('candidates');
    await people.locator(`[data-row="${helper.id}"]`).click({ timeout: SOON.timeout });
    await people.getByRole('button', { name: 'Proposer', exact: true }).click({ timeout: SOON.timeout });
    await confirm(people);
    await gone(people);
    await expect.poll(async () => (await opening())?.used, SOON).toBe(1);
    await expect.poll(async () => (await opening())?.state, SOON).toBe('paused');

    // The lender objects within its 24 hours; the lead of the CCS overrules; the opening went on.
    const lent = await lender.page('openings');
    await lent.locator('tr[data-row]').first().click({ timeout: SOON.timeout });
    await lent.keyboard.press('n');
    await lent.getByRole('dialog').getByRole('textbox', { name: 'Motif' }).fill('Nous manquons aussi');
    await confirm(lent);
    await gone(lent);
    await expect
      .poll(() => openings.locator('tr[data-row]').first().innerText(), SOON)
      .toContain('Objection à traiter');
    await openings.locator('tr[data-row]').first().click();
    await openings.keyboard.press('e');
    await openings.getByRole('dialog').getByRole('textbox', { name: 'Motif' }).fill('Priorité nationale');
    await confirm(openings);
    await gone(openings);
    await expect.poll(() => lent.locator('aside').innerText(), SOON).toContain('Priorité nationale');
    await lender.picture('openings', '7-overruled-at-the-lender');

    // The establishment takes the person: as many as the ceiling, and it closes; the alert is lifted by itself.
    const account = { kind: 'account', id: deskWorld.world.requester(mission.establishmentId).personId } as const;
    const proposal = () =>
      read.selectFrom('proposal').selectAll().where('missionId', '=', mission.id).executeTakeFirstOrThrow();
    const { id: proposalId, version } = await proposal();
    const input = { missionId: mission.id, candidateId: helper.id };
    const [contacted] = await actByApi(deskWorld, account, {
      kind: 'proposal.contact',
      subject: proposalId,
      version,
      input,
    });
    expect(contacted).toMatchObject({ outcome: 'accepted' });
    const again = (await proposal()).version;
    await actByApi(deskWorld, account, { kind: 'proposal.accept', subject: proposalId, version: again, input: {} });
    for (const page of [openings, lent]) {
      await expect.poll(() => page.locator('tr[data-row]').first().innerText(), SOON).toContain('CLOSE');
      await expect.poll(() => page.locator('aside').innerText(), SOON).toContain('Plafond atteint');
    }
    expect(await alertState()).toBe('lifted');
    await expect.poll(() => queue.locator(row).innerText(), SOON).toContain('1/1');
    await ccs.picture('openings', '7-closed-at-the-ceiling');
    await region.picture('candidates', '7-region-after');
    for (const desk of [region, ccs, lender]) expect(await desk.errors()).toEqual([]);
  }, 240_000);
});
