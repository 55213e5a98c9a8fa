/** The windows beside the mission queue, in the states that a regulator may meet. */
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };

/** A window at both sizes, light and dark. */
function everywhere(name: string, scenario: DeskScenario, before?: Picture['before']): readonly Picture[] {
  const more = before === undefined ? {} : { before };
  return [
    { name, scenario, size: LAPTOP, ...more },
    { name: `${name}-dark`, scenario: { ...scenario, theme: 'dark' }, size: LAPTOP, dark: true, ...more },
    { name: `${name}-wall`, scenario, size: WALL, ...more },
  ];
}

const ofMission = scenarioOf('candidates', { missionId: 'm-3' });
const chooseFirst: Picture['before'] = async (page) => {
  await page.locator('tr[data-row]').first().click();
  await page.waitForTimeout(300);
};

export const PICTURES_BEYOND_QUEUE: readonly Picture[] = [
  ...everywhere('candidates', ofMission, chooseFirst),
  { name: 'candidates-explore', scenario: scenarioOf('candidates'), size: LAPTOP, before: chooseFirst },
  {
    name: 'candidates-reveal',
    scenario: ofMission,
    size: LAPTOP,
    before: async (page, ...rest) => {
      await chooseFirst(page, ...rest);
      await page.getByLabel('Pourquoi ? (inscrit au journal)').selectOption('offer-the-mission');
      await page.getByRole('button', { name: 'Afficher les coordonnées' }).click();
    },
  },
  {
    name: 'candidates-bulk',
    scenario: ofMission,
    size: LAPTOP,
    before: async (page) => {
      await page.getByRole('button', { name: /^Tout choisir/ }).click();
      await page.keyboard.press('v');
    },
  },
  {
    name: 'candidates-missions',
    scenario: scenarioOf('candidates'),
    size: LAPTOP,
    before: async (page, ...rest) => {
      await chooseFirst(page, ...rest);
      await page.keyboard.press('p');
      await page.keyboard.type('metz');
    },
  },
  { name: 'candidates-none', scenario: { ...ofMission, situation: 'none-match' }, size: LAPTOP },
  { name: 'candidates-crisis', scenario: { ...ofMission, situation: 'crisis-hides' }, size: LAPTOP },
  { name: 'candidates-loading', scenario: { ...ofMission, situation: 'loading' }, size: LAPTOP },
  ...everywhere('blocked', scenarioOf('blocked'), chooseFirst),
  { name: 'blocked-none', scenario: scenarioOf('blocked', { full: false }), size: LAPTOP },
  {
    name: 'blocked-release',
    scenario: scenarioOf('blocked'),
    size: LAPTOP,
    before: async (page) => {
      await page.getByRole('button', { name: /^Tout choisir/ }).click();
      await page.keyboard.press('l');
    },
  },
  ...everywhere('crisis', scenarioOf('crisis'), chooseFirst),
  {
    name: 'crisis-switch',
    scenario: scenarioOf('crisis'),
    size: LAPTOP,
    before: async (page, ...rest) => {
      await chooseFirst(page, ...rest);
      await page.getByRole('button', { name: /^(Activer|Désactiver) ·/ }).click();
      await page.getByRole('textbox', { name: 'Motif' }).fill('Afflux dans les établissements de la région');
    },
  },
  {
    name: 'crisis-no-right',
    scenario: scenarioOf('crisis', {
      sync: { ...CALM_SYNC, person: { id: 'r-2', name: 'Régulateur Fictif', role: 'ars-regulator', agency: 6 } },
    }),
    size: LAPTOP,
    before: chooseFirst,
  },
  {
    name: 'crisis-grant',
    scenario: scenarioOf('crisis'),
    size: LAPTOP,
    before: async (page, ...rest) => {
      await chooseFirst(page, ...rest);
      await page.getByRole('button', { name: 'Donner un accès direct' }).click();
    },
  },
  ...everywhere('outbox', scenarioOf('outbox'), chooseFirst),
  {
    name: 'outbox-conflict',
    scenario: scenarioOf('outbox'),
    size: LAPTOP,
    before: async (page) => page.locator('tr[data-row]', { hasText: 'Conflit' }).click(),
  },
  {
    name: 'outbox-refused',
    scenario: scenarioOf('outbox'),
    size: LAPTOP,
    before: async (page) => page.locator('tr[data-row]', { hasText: 'Refusée' }).click(),
  },
  { name: 'outbox-none', scenario: scenarioOf('outbox', { full: false }), size: LAPTOP },
  ...everywhere('settings', scenarioOf('settings')),
];
