import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SIZE = { width: 1280, height: 800 };
const SLOW = { timeout: 60_000 };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Opens a window on an invented region, lets the test use it, and shows that nothing broke meanwhile. */
async function inWindow(scenario: DeskScenario, use: (page: Page) => Promise<void>): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const opened = await held.bench.open({ ...scenario, missions: 40, candidates: 30 }, SIZE);
  try {
    await opened.page.locator('h1').waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const ofMission = scenarioOf('candidates', { missionId: 'm-3' });
const rows = (page: Page) => page.locator('tr[data-row]');
const confirm = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /^Confirmer pour/ });

describe('candidates', () => {
  it.each([
    ['none-match', 'Aucun professionnel ne correspond à cette mission.'],
    ['crisis-hides', 'Le mode gestion de crise masque les professionnels à l’établissement.'],
    ['loading', 'Les données arrivent encore : cette liste n’est pas complète.'],
  ] as const)('F100 an empty list says why: %s', SLOW, async (situation, sentence) => {
    await inWindow({ ...ofMission, situation }, async (page) => {
      await page.getByText(sentence).first().waitFor();
      if (situation === 'none-match') await page.getByText('sans le véhicule : +6').waitFor();
      const others = ['Aucun professionnel', 'masque les professionnels'].filter((piece) => !sentence.includes(piece));
      for (const other of others) expect(await page.getByText(other).count()).toBe(0);
    });
  });

  it('D10 says what each relaxation would bring', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await page.getByText('sans le véhicule : +6').waitFor();
    });
  });

  it('F104 F111 proposes by one key to the mission at hand, after a preview', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await rows(page).first().focus();
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(' ');
      await page.getByText('2 choisies').waitFor();
      await page.keyboard.press('p');
      await confirm(page).click();
      await page.getByText('2 décisions enregistrées.').waitFor();
    });
  });

  it('F104 proposes one person to several missions', SLOW, async () => {
    await inWindow(scenarioOf('candidates'), async (page) => {
      await rows(page).first().click();
      await page.keyboard.press('m');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Chercher une mission/).fill('fictif');
      await dialog.getByRole('checkbox').nth(0).check();
      await dialog.getByRole('checkbox').nth(1).check();
      await dialog.getByText('2 missions choisies').waitFor();
      await dialog.getByRole('button', { name: 'Voir ce qui va changer' }).click();
      await confirm(page).waitFor();
    });
  });

  it('F112 assigns on behalf one person only, on a mission only', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      const assign = page.getByRole('button', { name: 'Affecter', exact: true });
      expect(await assign.isDisabled()).toBe(true);
      await rows(page).first().click();
      await assign.and(page.locator(':enabled')).waitFor();
      await page.getByRole('button', { name: /^Tout choisir/ }).click();
      await assign.and(page.locator(':disabled')).waitFor();
    });
  });

  it('reveals contact details for a listed reason, and forgets them with the next person', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await rows(page).first().click();
      const reveal = page.getByRole('button', { name: 'Afficher les coordonnées' });
      await reveal.waitFor();
      expect(await reveal.isDisabled()).toBe(true);
      await page.getByLabel('Pourquoi ? (inscrit au journal)').selectOption('offer-the-mission');
      await reveal.click();
      await page.getByText('alix.exemple@example.org').waitFor();
      await rows(page).nth(1).click();
      await reveal.and(page.locator(':disabled')).waitFor();
      expect(await page.getByText('alix.exemple@example.org').count()).toBe(0);
    });
  });
});

describe('documents', () => {
  it('F74 saves a person’s piece for a listed reason', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await rows(page).first().click();
      const panel = page.getByRole('complementary', { name: 'Fiche du professionnel' });
      const save = panel.getByRole('button', { name: /^Enregistrer (la pièce|le diplôme)/ }).first();
      await save.waitFor();
      expect(await save.isDisabled()).toBe(true);
      await panel.getByLabel('Pourquoi lire une pièce ? (inscrit au journal)').selectOption('verify-documents');
      await save.click();
      await panel.getByText(/^Enregistré : (identity|diploma)-6001\.pdf\.$/).waitFor();
    });
  });
});

describe('blocked candidates', () => {
  it('D1 F86 releases in bulk, with a reason, what one establishment holds', SLOW, async () => {
    await inWindow(scenarioOf('blocked'), async (page) => {
      await rows(page).nth(5).waitFor();
      expect(await rows(page).first().innerText()).toContain('4 j');
      await page.getByRole('button', { name: 'Centre hospitalier fictif (Metz)' }).click();
      await page.getByText('1 – 3 sur 3').waitFor();
      await rows(page).first().focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('l');
      const reason = page.getByRole('dialog').getByLabel('Motif de libération');
      expect(await reason.inputValue()).toBe('blocked-too-long');
      await confirm(page).click();
      await page.getByText('3 décisions enregistrées.').waitFor();
    });
  });
});

describe('crisis mode', () => {
  it('D9 F101 shows the effect before the switch, and asks a reason', SLOW, async () => {
    await inWindow(scenarioOf('crisis'), async (page) => {
      await rows(page).first().click();
      await page.getByText('37 personnes contactées').waitFor();
      await page.getByRole('button', { name: 'Activer · Toutes les professions' }).click();
      await confirm(page).click();
      await page.getByText('1 champ à compléter ou à corriger').waitFor();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Motif' }).fill('Afflux régional');
      await confirm(page).click();
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });

  it('F101 a regulator reads it and switches nothing', SLOW, async () => {
    const person = { id: 'r-2', name: 'Régulateur Fictif', role: 'ars-regulator', agency: 6 };
    await inWindow(scenarioOf('crisis', { sync: { ...CALM_SYNC, person } }), async (page) => {
      await rows(page).first().click();
      const on = page.getByRole('button', { name: 'Activer · Toutes les professions' });
      await on.waitFor();
      expect(await on.isDisabled()).toBe(true);
      await page.getByText('Seuls le responsable de la cellule et le bureau national').waitFor();
    });
  });
});

describe('crisis mode, several at once', () => {
  it('F102 D2 switches the chosen lines through one preview', SLOW, async () => {
    await inWindow(scenarioOf('crisis'), async (page) => {
      await rows(page).nth(0).focus();
      await page.keyboard.press(' ');
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByText('2 lignes choisies').waitFor();
      await page.getByRole('toolbar').getByRole('button', { name: 'Activer', exact: true }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Motif' }).fill('Afflux régional');
      await confirm(page).click();
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });

  it('F8 gives direct access to an establishment or to one of its missions', SLOW, async () => {
    await inWindow(scenarioOf('crisis'), async (page) => {
      await rows(page).first().click();
      await page.getByRole('button', { name: 'Donner un accès direct' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Établissement ou mission/).fill('metz');
      await dialog
        .getByText(/^Mission · /)
        .first()
        .waitFor();
      await dialog.getByRole('button').nth(1).click();
      await page.getByRole('dialog').getByLabel('Jusqu’au').fill('01/04/2021');
      await page.getByRole('dialog').getByRole('textbox', { name: 'Motif' }).fill('Réanimation saturée');
      await confirm(page).click();
      await page.getByText('1 décision enregistrée.').waitFor();
    });
  });
});

describe('what a decision asks', () => {
  it('has one reason and one comment, never two reasons', SLOW, async () => {
    await inWindow(scenarioOf('blocked'), async (page) => {
      await rows(page).first().click();
      await page.keyboard.press('l');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Commentaire (facultatif)').waitFor();
      expect(await dialog.getByLabel(/^Motif/).count()).toBe(1);
    });
  });
});

describe('outbox and settings', () => {
  it('D3 shows base, mine and theirs, with who and when', SLOW, async () => {
    await inWindow(scenarioOf('outbox'), async (page) => {
      await rows(page).filter({ hasText: 'Conflit' }).click();
      const panel = page.getByRole('region', { name: 'Résoudre le conflit' });
      await panel.getByText(/Décidé par Régulateur Inventé/).waitFor();
      const words = await panel.locator('td').allInnerTexts();
      expect(words).toEqual(['Sans priorité', 'P1 · vitale', 'P3 · importante']);
      await panel.getByRole('button', { name: 'Garder la leur' }).click();
    });
  });

  it('D3 exports what was not sent', SLOW, async () => {
    await inWindow(scenarioOf('outbox'), async (page) => {
      await page.getByRole('button', { name: 'Copie de secours' }).click();
      await page.getByText('Fichier enregistré.').waitFor();
    });
  });

  it('says how many decisions a sign-out keeps, and what the organisation imposes', SLOW, async () => {
    await inWindow(scenarioOf('settings'), async (page) => {
      await page.getByText('Imposé').first().waitFor();
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByText('3 décisions non envoyées sont conservées').waitFor();
    });
  });
});
