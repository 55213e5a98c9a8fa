/** What a region asks of the nation: an arbitration that begins at its alerts; students lent with their region's agreement, until a date. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../national-api/clock/sweep.ts';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { Desk, DeskWorld } from '../support/desk-world.ts';
import { startDeskWorld } from '../support/desk-world.ts';
import { withAccount } from '../support/regulation.ts';
import { outboxCounts, SOON } from './decide.ts';
import { inDays } from './place-missions.ts';

const BREST = { agency: 4, departement: '29', postalCode: '29200', city: 'Brest', latitude: 48.39, longitude: -4.49 };
/** Asks for no graduate: students come first on its ladder. */
const HELPER = { profession: 'agent-de-service' } as const;
/** Bit of the student reserve among the pools. */
const STUDENT = { poolKinds: 1 } as const;
const DAY_MS = 86_400_000;
const COMPUTED = { ...SOON, timeout: 50_000 };
const NEEDS = 2;

const french = (day: string) => day.split('-').reverse().join('/');

interface Held {
  world: DeskWorld | null;
  needs: Stored<'mission'>[];
  service: Stored<'mission'> | null;
  ours: Stored<'candidate'> | null;
  theirs: Stored<'candidate'> | null;
  desks: Promise<{ readonly region: Desk; readonly ccs: Desk; readonly lender: Desk }> | null;
}

describe('the last resorts of a region', () => {
  const held: Held = { world: null, needs: [], service: null, ours: null, theirs: null, desks: null };
  beforeAll(async () => {
    held.world = await startDeskWorld(async (world) => {
      const dates = { startDate: inDays(4), endDate: inDays(30) };
      for (let index = 0; index < NEEDS; index += 1) {
        const establishment = await world.establishment({ name: `EHPAD de démonstration – ${index + 1}` });
        const at = { establishmentId: establishment.id, establishmentName: establishment.name };
        held.needs.push(await world.mission({ ...dates, ...at }));
      }
      for (const lastName of ['Noisetier', 'Cognassier', 'Cormier'])
        await world.candidate({ ...BREST, lastName, endDate: null });
      held.service = await world.mission({ ...dates, ...HELPER });
      const student = { ...HELPER, ...STUDENT, endDate: null, activityKind: 'Étudiant' };
      held.ours = await world.candidate({ ...student, lastName: 'Sorbier' });
      held.theirs = await world.candidate({ ...BREST, ...student, lastName: 'Alisier' });
      for (const mission of [...held.needs, held.service]) await withAccount(world, mission);
    });
  });
  afterAll(() => held.world?.dispose());

  /** The three workstations are opened once for both journeys. */
  const ground = async () => {
    const { world, service, ours, theirs } = held;
    if (world === null || service === null || ours === null || theirs === null) throw new Error('No world');
    held.desks ??= (async () => {
      const [region, ccs, lender] = await Promise.all([
        world.desk('Camille Aubépine', ['missions', 'candidates']),
        world.desk('Victoire Séquoia', ['alerts']),
        world.desk('Maël Fougère', ['openings']),
      ]);
      await Promise.all([region.upToDate(), ccs.upToDate(), lender.upToDate()]);
      return { region, ccs, lender };
    })();
    return { world, service, ours, theirs, ...(await held.desks), read: world.world.ground.database.read };
  };
  const confirm = async (page: Page, count = 1) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: `Confirmer pour ${count}`, exact: true }).click(COMPUTED);
    await expect.poll(() => dialog.count(), SOON).toBe(0);
  };
  const looked = async (page: Page, id: string) => {
    const row = page.locator(`tr[data-row="${id}"]`);
    await row.click({ timeout: SOON.timeout });
    await expect.poll(() => row.getAttribute('data-looked'), SOON).toBe('true');
  };

  it('F107 D4 two alerts of a region become one plan from the inbox, decided whole, and answered', async () => {
    const { region, ccs, read } = await ground();
    const queue = await region.page('missions');
    for (const { id } of held.needs) {
      await looked(queue, id);
      await queue.keyboard.press('a');
      await queue.getByLabel('Message au CCS').fill('Plus aucun infirmier dans la région.');
      await confirm(queue);
    }
    const inbox = await ccs.page('alerts');
    await expect.poll(() => inbox.locator('tr[data-row]').count(), SOON).toBe(NEEDS);
    await inbox.locator('tr[data-row]').first().focus();
    await inbox.keyboard.press('Control+a');
    await inbox.getByText(`${NEEDS} alertes choisies`).waitFor(SOON);
    await inbox.keyboard.press('t');
    await confirm(inbox, NEEDS);
    const states = async () => (await read.selectFrom('alert').select('state').execute()).map(({ state }) => state);
    await expect.poll(states, SOON).toEqual(['taken', 'taken']);

    // The plan is about these two and nothing else, and finds its people in another region.
    await inbox.keyboard.press('b');
    const planning = await ccs.page('arbitration');
    await planning.getByText(`${NEEDS} missions`).first().waitFor(SOON);
    await planning.getByLabel('Personnes', { exact: true }).selectOption('nation');
    await planning.getByRole('button', { name: 'Calculer', exact: true }).click({ timeout: SOON.timeout });
    const plans = () => ccs.app.room.client.arbitration.list();
    await expect.poll(async () => (await plans())[0]?.state, COMPUTED).toBe('ready');
    const [plan] = await plans();
    expect(plan?.counts).toMatchObject({ missions: NEEDS, posts: NEEDS });
    expect(plan?.outcome?.plan.filled).toBe(NEEDS);
    expect(await read.selectFrom('proposal').selectAll().execute()).toEqual([]);
    await ccs.picture('arbitration', '9-plan-from-alerts');
    await planning.getByRole('button', { name: 'Tout proposer' }).click({ timeout: SOON.timeout });
    await confirm(planning, NEEDS);
    const made = () => read.selectFrom('proposal').select(['missionId', 'origin', 'state']).execute();
    await expect.poll(async () => (await made()).length, COMPUTED).toBe(NEEDS);
    for (const { id } of held.needs)
      expect(await made()).toContainEqual({ missionId: id, origin: 'ccs', state: 'open' });

    // Answered: the region reads it in its queue, with the person of the other region.
    await inbox.locator('tr[data-row]').first().focus();
    await inbox.keyboard.press('r');
    await inbox
      .getByRole('dialog')
      .getByRole('textbox')
      .first()
      .fill('Deux infirmiers de Bretagne vous sont proposés.');
    await confirm(inbox, NEEDS);
    await expect.poll(states, SOON).toEqual(['answered', 'answered']);
    for (const { id } of held.needs)
      await expect.poll(() => queue.locator(`tr[data-row="${id}"]`).innerText(), SOON).toContain('RÉPONDUE');
    await expect.poll(() => outboxCounts(ccs), SOON).toEqual({ waiting: 0, conflicts: 0, refused: 0 });
    for (const desk of [region, ccs]) expect(await desk.errors()).toEqual([]);
  }, 240_000);

  it('F107 F145 its own students first on the ladder; another region’s only once it agrees; closed by its date', async () => {
    const { world, service, ours, theirs, region, ccs, lender, read } = await ground();
    const queue = await region.page('missions');
    const people = await region.page('candidates');
    const opening = () => read.selectFrom('opening').selectAll().executeTakeFirst();
    const propose = async (id: string) => {
      await looked(people, id);
      await people.getByRole('button', { name: 'Proposer', exact: true }).click({ timeout: SOON.timeout });
      await confirm(people);
    };
    const step = (words: string) => queue.locator('aside li').filter({ hasText: words });

    await looked(queue, service.id);
    await step('Réserve étudiante, par son circuit').getByText('pas encore tenté').waitFor(SOON);
    await propose(ours.id);
    await step('Réserve étudiante, par son circuit')
      .getByText(/tenté le \d/)
      .waitFor(SOON);
    await expect.poll(() => people.locator('tr[data-row]').count(), SOON).toBe(0);

    // The CCS opens the students of Bretagne to the region: nobody sees them before Bretagne agrees.
    await queue.keyboard.press('a');
    await queue.getByLabel('Message au CCS').fill('Nos étudiants sont tous pris.');
    await confirm(queue);
    const inbox = await ccs.page('alerts');
    await looked(inbox, service.id);
    await inbox.keyboard.press('Escape');
    await inbox.keyboard.press('o');
    const simulating = await ccs.page('openings');
    await simulating.getByRole('radio', { name: 'Nommées' }).check({ timeout: SOON.timeout });
    await simulating.locator('input[aria-label="Nommées"]').fill('Breta');
    await simulating.getByRole('listbox').getByRole('option', { name: 'ARS Bretagne' }).click();
    await simulating.keyboard.press('Tab');
    for (const box of await simulating.getByRole('group', { name: 'Viviers prêtés' }).getByRole('checkbox').all())
      await box.uncheck();
    await simulating.getByRole('checkbox', { name: /RME/ }).check();
    await simulating.getByLabel('Fin').fill(french(inDays(1)));
    await simulating.getByRole('button', { name: 'Simuler', exact: true }).click();
    const compared = simulating.getByRole('table', { name: 'Comparaison des variantes' });
    await expect.poll(() => compared.innerText(), SOON).toMatch(/Personnes qui deviennent visibles\s+1/);
    await simulating.getByRole('button', { name: 'Ouvrir… (Variante A)' }).click();
    await simulating.getByRole('dialog').getByRole('textbox', { name: 'Motif' }).fill('Étudiants de la région épuisés');
    await confirm(simulating);
    await expect.poll(async () => (await opening())?.state, SOON).toBe('awaiting-agreement');
    const lent = await lender.page('openings');
    await expect.poll(() => lent.locator('tr[data-row]').first().innerText(), SOON).toContain("EN ATTENTE D'ACCORD");
    expect(await people.locator('tr[data-row]').count()).toBe(0);

    await lent.locator('tr[data-row]').first().click();
    await lent.keyboard.press('c');
    await confirm(lent);
    await expect.poll(async () => (await opening())?.state, SOON).toBe('active');
    await propose(theirs.id);
    await expect.poll(async () => (await opening())?.used, SOON).toBe(1);
    await step('Autres régions, par le CCS')
      .getByText(/tenté le \d/)
      .waitFor(SOON);

    // The day after its last: the service's own clock closes it, and who was proposed stays proposed.
    const { ground: national } = world.service;
    await sweep({ ...national, clock: () => national.clock() + 2 * DAY_MS });
    expect(await opening()).toMatchObject({ state: 'closed' });
    await simulating.getByRole('button', { name: 'Liste des ouvertures' }).click();
    for (const page of [simulating, lent]) {
      await expect.poll(() => page.locator('tr[data-row]').first().innerText(), SOON).toContain('CLOSE');
      await page.locator('tr[data-row]').first().click();
      await expect
        .poll(() => page.locator('aside').innerText(), SOON)
        .toMatch(/Dernier jour passé : \d{1,2} [a-zéû.]+ \d{4}/);
    }
    const kept = read.selectFrom('proposal').select('state').where('candidateId', '=', theirs.id);
    expect(await kept.execute()).toEqual([{ state: 'open' }]);
    await ccs.picture('openings', '9-closed-by-date');
    for (const desk of [region, ccs, lender]) expect(await desk.errors()).toEqual([]);
  }, 240_000);
});
