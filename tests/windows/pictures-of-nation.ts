/** The windows of the national desk, as the CCS and as a region see them. */
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };
export const CCS_SYNC = {
  ...CALM_SYNC,
  person: { id: 'r-9', name: 'Bureau national Fictif', role: 'ccs-lead', agency: null },
};

/** A window at both sizes, light and dark. */
function everywhere(name: string, scenario: DeskScenario, before?: Picture['before']): readonly Picture[] {
  const more = before === undefined ? {} : { before };
  return [
    { name, scenario, size: LAPTOP, ...more },
    { name: `${name}-dark`, scenario: { ...scenario, theme: 'dark' }, size: LAPTOP, dark: true, ...more },
    { name: `${name}-wall`, scenario, size: WALL, ...more },
  ];
}

const national = (window: string, patch: Partial<DeskScenario> = {}) =>
  scenarioOf(window, { sync: CCS_SYNC, missions: 300, ...patch });
const simulate = {
  agency: 6,
  missions: ['m-1', 'm-2'],
  professions: ['infirmier-diplome-etat'],
};
const twoVariants: Picture['before'] = async (page) => {
  await page.getByRole('button', { name: 'Ajouter une variante' }).click();
  await page.getByRole('button', { name: 'Simuler', exact: true }).click();
  await page.getByRole('table', { name: 'Comparaison des variantes' }).waitFor();
};

/** What a form says of what was left out. */
const leaveOut: Picture['before'] = async (page) => {
  await page.getByRole('radio', { name: 'Nommées' }).check();
  await page.getByRole('textbox', { name: 'Fin', exact: true }).fill('31/04/2021');
  await page.getByRole('button', { name: 'Simuler', exact: true }).click();
  await page.getByText('2 champs à compléter ou à corriger').waitFor();
};
const openCalendar: Picture['before'] = async (page) => {
  await page.getByLabel('Jour', { exact: true }).press('ArrowDown');
  await page.getByRole('dialog', { name: 'Calendrier : Jour' }).waitFor();
};

const compute: Picture['before'] = async (page) => {
  await page.getByRole('button', { name: 'Calculer', exact: true }).click();
  await page.locator('tr[data-row]').first().waitFor();
};
const explain: Picture['before'] = async (page, ...rest) => {
  await compute(page, ...rest);
  await page.locator('tr[data-row]').filter({ hasText: 'Proposé' }).first().click();
  await page.getByRole('heading', { name: 'Autres personnes possibles' }).waitFor();
};

export const PICTURES_OF_NATION: readonly Picture[] = [
  ...everywhere('alerts', national('alerts')),
  { name: 'alerts-region', scenario: scenarioOf('alerts', { missions: 300 }), size: LAPTOP },
  { name: 'alerts-empty', scenario: national('alerts', { full: false }), size: LAPTOP },
  { name: 'alerts-failed', scenario: national('alerts', { fails: true }), size: LAPTOP },
  {
    name: 'alerts-decision',
    scenario: national('alerts'),
    size: LAPTOP,
    before: async (page) => {
      await page.locator('tr[data-row]').filter({ hasText: 'PRISE' }).first().click();
      await page.getByRole('button', { name: 'Répondre', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  ...everywhere('balance', national('balance', { state: '{"cell":{"place":{"code":6},"profession":"iade"}}' })),
  { name: 'balance-calendar', scenario: national('balance'), size: LAPTOP, before: openCalendar },
  {
    name: 'balance-calendar-dark',
    scenario: national('balance', { theme: 'dark' }),
    size: LAPTOP,
    dark: true,
    before: openCalendar,
  },
  { name: 'balance-region', scenario: scenarioOf('balance'), size: LAPTOP },
  { name: 'balance-posts', scenario: national('balance', { state: '{"measure":"posts","days":28}' }), size: LAPTOP },
  { name: 'balance-empty', scenario: national('balance', { full: false }), size: LAPTOP },
  { name: 'balance-failed', scenario: national('balance', { fails: true }), size: LAPTOP },
  ...everywhere('openings', national('openings')),
  { name: 'openings-region', scenario: scenarioOf('openings'), size: LAPTOP },
  { name: 'openings-empty', scenario: national('openings', { full: false }), size: LAPTOP },
  ...everywhere('simulation', national('openings', { state: JSON.stringify({ simulate }) }), twoVariants),
  {
    name: 'simulation-errors',
    scenario: national('openings', { state: JSON.stringify({ simulate }) }),
    size: LAPTOP,
    before: leaveOut,
  },
  {
    name: 'openings-errors',
    scenario: national('openings'),
    size: LAPTOP,
    before: async (page) => {
      await page.locator('tr[data-row]').filter({ hasText: 'EN PAUSE' }).click();
      await page.keyboard.press('a');
      await page.getByLabel('Plafond (personnes)').fill('douze');
      await page.getByLabel('Plafond (personnes)').press('Enter');
      await page.getByText('2 champs à compléter ou à corriger').waitFor();
    },
  },
  { name: 'arbitration-first', scenario: national('arbitration'), size: LAPTOP },
  ...everywhere('arbitration', national('arbitration'), compute),
  { name: 'arbitration-why', scenario: national('arbitration'), size: LAPTOP, before: explain },
  { name: 'arbitration-region', scenario: scenarioOf('arbitration', { missions: 300 }), size: LAPTOP, before: compute },
];
