/** Each window in the states that are not the ordinary one, at a laptop's size, at 200 % and on a wall. */
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };
/** What a laptop shows at 200 %. */
const ZOOMED = { width: 640, height: 400 };
const OLD: DeskScenario['sync'] = { ...CALM_SYNC, connection: 'offline', lastSyncAt: '2021-03-15T07:12:00.000Z' };
const as = (role: string): DeskScenario['sync'] => ({
  ...CALM_SYNC,
  person: { id: 'r-9', name: 'Personne Fictive', role, agency: 6 },
});

const TABLES = ['missions', 'candidates', 'blocked', 'crisis'] as const;
const EVERY = [...TABLES, 'outbox', 'settings'] as const;

type Before = NonNullable<Picture['before']>;

const first: Before = async (page) => {
  const row = page.locator('tr[data-row]').first();
  if ((await row.count()) > 0) await row.click();
};

function statesOf(window: string): readonly Picture[] {
  return [
    { name: `${window}-stale`, scenario: scenarioOf(window, { sync: OLD }), size: LAPTOP, before: first },
    { name: `${window}-read-only`, scenario: scenarioOf(window, { sync: as('auditor') }), size: LAPTOP, before: first },
    { name: `${window}-no-right`, scenario: scenarioOf(window, { sync: as('administrator') }), size: LAPTOP },
    {
      name: `${window}-stale-dark`,
      scenario: scenarioOf(window, { sync: OLD, theme: 'dark' }),
      size: LAPTOP,
      dark: true,
    },
  ];
}

const exporting: Before = async (page) => {
  await page.getByRole('button', { name: 'Exporter…' }).click();
  await page.getByLabel('Avec ce qui nomme les personnes').check();
};
const decidingOnOld: Before = async (page) => {
  await page.locator('tr[data-row]').first().focus();
  await page.keyboard.press('2');
  await page.getByLabel('Je décide quand même sur ces données').waitFor();
};
const theBest: Before = async (page) => {
  await page.locator('tr[data-row]').first().focus();
  for (const key of [' ', 'Shift+ArrowDown', 'Shift+ArrowDown', 'b']) await page.keyboard.press(key);
  await page.getByRole('dialog').getByRole('table').waitFor();
};

export const PICTURES_OF_STATES: readonly Picture[] = [
  ...TABLES.flatMap(statesOf),
  ...EVERY.map((window) => ({ name: `${window}-200`, scenario: scenarioOf(window), size: ZOOMED, before: first })),
  ...EVERY.map((window) => ({
    ...{ name: `${window}-200-dark`, scenario: scenarioOf(window, { theme: 'dark' }), size: ZOOMED, dark: true },
    before: first,
  })),
  ...EVERY.map((window) => ({
    ...{ name: `${window}-2560-dark`, scenario: scenarioOf(window, { theme: 'dark' }), size: WALL, dark: true },
    before: first,
  })),
  { name: 'export-dialog', scenario: scenarioOf('candidates'), size: LAPTOP, before: exporting },
  {
    ...{ name: 'export-dialog-dark', scenario: scenarioOf('candidates', { theme: 'dark' }), size: LAPTOP, dark: true },
    before: exporting,
  },
  { name: 'deciding-on-old', scenario: scenarioOf('missions', { sync: OLD }), size: LAPTOP, before: decidingOnOld },
  { name: 'propose-best', scenario: scenarioOf('missions'), size: LAPTOP, before: theBest },
  {
    name: 'missions-nation',
    scenario: scenarioOf('missions', {
      sync: { ...CALM_SYNC, person: { id: 'n-1', name: 'Bureau Fictif', role: 'ccs-desk', agency: null } },
    }),
    size: { width: 1440, height: 900 },
  },
];
