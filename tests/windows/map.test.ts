import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const held: { bench: WindowBench | null } = { bench: null };
const SIZE = { width: 1280, height: 800 };
const SLOW = { timeout: 180_000 };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Opens a window on an invented region, lets the test use it, and shows that nothing broke meanwhile. */
async function inWindow(scenario: DeskScenario, use: (page: Page) => Promise<void>): Promise<void> {
  if (held.bench === null) throw new Error('the browser did not start');
  const opened = await held.bench.open(patched(scenario), SIZE);
  try {
    await opened.page.locator('h1').waitFor();
    await use(opened.page);
    expect([...opened.errors, ...(await opened.violations())]).toEqual([]);
  } finally {
    await opened.close();
  }
}

const patched = (scenario: DeskScenario): DeskScenario => ({ ...scenario, missions: 40, candidates: 120 });
const drawn = (page: Page) =>
  page.locator('.map-holder[data-stage="drawn"][data-settled="true"]').waitFor({ timeout: 100_000 });
const twin = (page: Page) => page.getByRole('region', { name: 'Ce que montre la carte' });
const places = (page: Page) => twin(page).getByRole('button', { name: / : voir les personnes$/ });
const ofMission = scenarioOf('map', { missionId: 'm-3' });
const WITHOUT_WEBGL = `HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
  apply: (ask, canvas, [kind, ...rest]) => (String(kind).startsWith('webgl') ? null : Reflect.apply(ask, canvas, [kind, ...rest])),
});`;

describe('the map', () => {
  it('is drawn from the box, under the strict policy, without any request outside', SLOW, async () => {
    await inWindow(scenarioOf('map'), async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await drawn(page);
      await page.keyboard.press('4');
      await drawn(page);
      expect(asked.filter((address) => !address.startsWith('https://poste.invalid/'))).toEqual([]);
      await page.getByText('120 personnes sur la carte').waitFor();
    });
  });

  it('F126 frames every territory in one key, and its people leave the list with the view', SLOW, async () => {
    await inWindow(scenarioOf('map'), async (page) => {
      await drawn(page);
      await places(page).first().waitFor();
      for (const key of ['1', '2', '3', '4', '6']) {
        await page.keyboard.press(key);
        await twin(page).getByText('Personne dans cette partie de la carte.').waitFor();
        await page.keyboard.press('r');
        await places(page).first().waitFor();
      }
      await page.keyboard.press('0');
      await places(page).first().waitFor();
    });
  });

  it('F127 opens what is pressed: the people of the place, the card, and a proposal', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await drawn(page);
      // Once nearer the people are counted by smaller cells: then the place stays where it is.
      for (let twice = 0; twice < 2; twice += 1) {
        await twin(page)
          .getByRole('button', { name: /^Centrer la carte sur/ })
          .first()
          .click();
        await page.waitForTimeout(600);
        await drawn(page);
      }
      const stage = await page.locator('.map-stage').boundingBox();
      if (stage === null) throw new Error('no map');
      await page.mouse.click(stage.x + stage.width / 2, stage.y + stage.height / 2);
      const popup = page.locator('.map-popup');
      await popup
        .getByRole('button', { name: /^Proposer : / })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Confirmer pour/ })
        .click();
      await page.getByText('1 décision enregistrée.').waitFor();
      await popup
        .getByRole('button', { name: /^Fiche : / })
        .first()
        .click();
      await page.getByRole('button', { name: 'Afficher les coordonnées' }).waitFor();
      await page.getByRole('button', { name: 'Revenir à la liste' }).click();
      await places(page).first().waitFor();
      await page.keyboard.press('Escape');
      await popup.waitFor({ state: 'detached' });
    });
  });

  it('chooses by lasso and by box, and decides of those chosen by the keys of their table', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await drawn(page);
      await page.keyboard.press('r');
      await drawn(page);
      const stage = await page.locator('.map-stage').boundingBox();
      if (stage === null) throw new Error('no map');
      const at = (x: number, y: number) => [stage.x + stage.width * x, stage.y + stage.height * y] as const;
      await page.keyboard.press('l');
      await page.getByText('Entourez les personnes').waitFor();
      await page.mouse.move(...at(0.2, 0.1));
      await page.mouse.down();
      for (const [x, y] of [
        [0.8, 0.1],
        [0.8, 0.95],
        [0.2, 0.95],
      ] as const)
        await page.mouse.move(...at(x, y), { steps: 6 });
      await page.mouse.up();
      await page
        .locator('.dk-bulk')
        .getByText(/^\d+ personnes choisies$/)
        .waitFor();
      await page.keyboard.press('v');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Confirmer pour/ })
        .waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Effacer', exact: true }).click();
      await page.keyboard.press('b');
      await page.mouse.move(...at(0.02, 0.97));
      await page.mouse.down();
      await page.mouse.move(...at(0.05, 0.99), { steps: 3 });
      await page.mouse.up();
      await page.getByText('Personne dans ce tracé.').first().waitFor();
      await page.keyboard.press('b');
      await page.getByText('Tracez un rectangle').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Tracez un rectangle').waitFor({ state: 'detached' });
    });
  });

  it('D8 shades needs against people by territory, and says the same in rows', SLOW, async () => {
    await inWindow(scenarioOf('map'), async (page) => {
      await drawn(page);
      await page.getByText('Besoins et ressources').click();
      await twin(page)
        .getByRole('row', { name: /54 · Meurthe-et-Moselle/ })
        .waitFor();
      await page.locator('.map-legend').getByText('Moins d’une par poste').waitFor();
      await drawn(page);
    });
  });

  it('saves its picture as a PNG', SLOW, async () => {
    await inWindow(scenarioOf('map'), async (page) => {
      await drawn(page);
      await page.getByRole('button', { name: 'Enregistrer l’image' }).click();
      await page.getByText('Image enregistrée.').waitFor();
    });
  });

  it.each([
    [scenarioOf('map', { situation: 'none-match' }), 'Personne ne correspond.'],
    [
      scenarioOf('map', { situation: 'loading', complete: false }),
      'Les données arrivent encore : la carte n’est pas complète.',
    ],
  ])('says why it is empty: %#', SLOW, async (scenario, sentence) => {
    await inWindow(scenario, async (page) => {
      await twin(page).getByText(sentence).waitFor();
    });
  });

  it('is refused with its sentence to whoever may see nobody', SLOW, async () => {
    const person = { id: 'r-9', name: 'Administratrice Fictive', role: 'administrator', agency: null };
    if (held.bench === null) throw new Error('the browser did not start');
    const opened = await held.bench.open(scenarioOf('map', { sync: { ...CALM_SYNC, person } }), SIZE);
    await opened.page.getByRole('heading').first().waitFor();
    expect(await opened.page.locator('.map-holder').count()).toBe(0);
    await opened.close();
  });
});

describe('the twin of the map', () => {
  it('tells and does everything by keyboard: rings, places, people, the card', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await places(page).first().waitFor();
      const ring = twin(page).getByRole('button', { name: /^100 km : / });
      await ring.focus();
      await page.keyboard.press('Enter');
      await page
        .locator('.dk-bulk')
        .getByText(/personnes? choisies?$/)
        .waitFor();
      await twin(page)
        .getByRole('button', { name: /^Choisir \d+ personnes?( :|:)/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await places(page).first().focus();
      await page.keyboard.press('Enter');
      await twin(page)
        .getByRole('button', { name: /^Fiche : / })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Afficher les coordonnées' }).waitFor();
    });
  });

  it('is whole where no map can be drawn, and says why', SLOW, async () => {
    await inWindow({ ...ofMission, script: WITHOUT_WEBGL }, async (page) => {
      await page.getByText('Ce poste ne peut pas dessiner la carte (WebGL absent).').waitFor();
      await places(page).first().click();
      await twin(page)
        .getByRole('button', { name: /^Proposer : / })
        .first()
        .waitFor();
      await page.keyboard.press('3');
      await page.getByText('Personne dans cette partie de la carte.').first().waitFor();
    });
  });

  it('shows how far off an approximate place may be', SLOW, async () => {
    await inWindow(ofMission, async (page) => {
      await twin(page)
        .getByText(/positions? approchées? \(±\s12\skm\)/)
        .first()
        .waitFor();
    });
  });
});

describe('the map above the people it is about', () => {
  const beside = scenarioOf('candidates', { missionId: 'm-3', state: '{"map":true}' });

  it('F125 F126 follows their filter, and marks in the table whom a box chose', SLOW, async () => {
    await inWindow(beside, async (page) => {
      await drawn(page);
      await page.getByText('120 personnes sur la carte').waitFor();
      await page.getByRole('button', { name: 'Tout le visible' }).click();
      await page
        .locator('strong')
        .getByText(/^\d+ personnes choisies$/)
        .waitFor();
      await page.getByText(/^\d+ choisies$/).waitFor();
      await page.locator('tr[data-row] input:checked').first().waitFor();
      await page.getByRole('textbox', { name: 'Rechercher ( / )' }).fill('colmar');
      await page
        .getByText(/^\d+ personnes sur la carte$/)
        .filter({ hasNotText: '120' })
        .waitFor();
    });
  });
});
