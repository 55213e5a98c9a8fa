/** The window of accounts in the states that a regulator may meet. */
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };

function everywhere(name: string, scenario: DeskScenario, before?: Picture['before']): readonly Picture[] {
  const more = before === undefined ? {} : { before };
  return [
    { name, scenario, size: LAPTOP, ...more },
    { name: `${name}-dark`, scenario: { ...scenario, theme: 'dark' }, size: LAPTOP, dark: true, ...more },
    { name: `${name}-wall`, scenario, size: WALL, ...more },
    { name: `${name}-wall-dark`, scenario: { ...scenario, theme: 'dark' }, size: WALL, dark: true, ...more },
  ];
}

const onImport = scenarioOf('accounts', { state: '{"tab":"import"}' });
const withSheet = scenarioOf('accounts', { state: '{"tab":"import","file":true}' });
const chooseFault: Picture['before'] = async (page) => {
  await page.locator('tr[data-row]').filter({ hasText: 'À corriger' }).nth(1).click();
  await page.waitForTimeout(300);
};
const chooseDouble: Picture['before'] = async (page) => {
  await page.locator('tr[data-row]').filter({ hasText: 'DOUBLON' }).first().click();
  await page.waitForTimeout(300);
};
const as = (role: string) => ({ ...CALM_SYNC, person: { id: 'r-9', name: 'Personne Fictive', role, agency: null } });

export const PICTURES_ACCOUNTS: readonly Picture[] = [
  ...everywhere('accounts', scenarioOf('accounts'), chooseDouble),
  ...everywhere('accounts-sheet', withSheet, chooseFault),
  { name: 'accounts-import', scenario: onImport, size: LAPTOP },
  { name: 'accounts-empty', scenario: scenarioOf('accounts', { full: false }), size: LAPTOP },
  { name: 'accounts-loading', scenario: scenarioOf('accounts', { waits: true }), size: LAPTOP },
  { name: 'accounts-fault', scenario: scenarioOf('accounts', { fails: true }), size: LAPTOP },
  {
    name: 'accounts-offline',
    scenario: scenarioOf('accounts', { sync: { ...CALM_SYNC, connection: 'offline' } }),
    size: LAPTOP,
  },
  { name: 'accounts-auditor', scenario: scenarioOf('accounts', { sync: as('auditor') }), size: LAPTOP },
  { name: 'accounts-no-right', scenario: scenarioOf('accounts', { sync: as('administrator') }), size: LAPTOP },
  {
    name: 'accounts-bulk',
    scenario: scenarioOf('accounts'),
    size: LAPTOP,
    before: async (page) => {
      await page.getByRole('button', { name: /^Tout choisir/ }).click();
      await page.keyboard.press('v');
    },
  },
  {
    name: 'accounts-duplicate',
    scenario: scenarioOf('accounts'),
    size: LAPTOP,
    before: async (page, ...rest) => {
      await chooseDouble(page, ...rest);
      await page.keyboard.press('d');
    },
  },
];
