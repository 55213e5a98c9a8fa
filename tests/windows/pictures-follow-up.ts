/** The window of volunteers to follow in the states that a regulator may meet. */
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

const chooseFirst: Picture['before'] = async (page) => {
  await page.locator('tr[data-row]').first().click();
  await page.waitForTimeout(300);
};
const list = (name: string) => scenarioOf('follow-up', { state: JSON.stringify({ list: name, days: 14 }) });
const as = (role: string) => ({ ...CALM_SYNC, person: { id: 'r-9', name: 'Personne Fictive', role, agency: null } });

export const PICTURES_FOLLOW_UP: readonly Picture[] = [
  ...everywhere('follow-up', scenarioOf('follow-up'), chooseFirst),
  ...everywhere('follow-up-returns', list('returns'), chooseFirst),
  { name: 'follow-up-blocked', scenario: list('blocked'), size: LAPTOP },
  { name: 'follow-up-expiring', scenario: list('expiring'), size: LAPTOP },
  { name: 'follow-up-empty', scenario: { ...list('returns'), full: false }, size: LAPTOP },
  { name: 'follow-up-loading', scenario: scenarioOf('follow-up', { waits: true }), size: LAPTOP },
  { name: 'follow-up-fault', scenario: scenarioOf('follow-up', { fails: true }), size: LAPTOP },
  {
    name: 'follow-up-offline',
    scenario: scenarioOf('follow-up', { sync: { ...CALM_SYNC, connection: 'offline' } }),
    size: LAPTOP,
  },
  { name: 'follow-up-auditor', scenario: scenarioOf('follow-up', { sync: as('auditor') }), size: LAPTOP },
  { name: 'follow-up-no-right', scenario: scenarioOf('follow-up', { sync: as('administrator') }), size: LAPTOP },
  {
    name: 'follow-up-bulk',
    scenario: scenarioOf('follow-up'),
    size: LAPTOP,
    before: async (page) => {
      await page.getByRole('button', { name: /^Tout choisir/ }).click();
      await page.keyboard.press('v');
    },
  },
];
