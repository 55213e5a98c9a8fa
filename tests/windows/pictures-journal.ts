/** The journal: whole, offline, with a link that does not hold, narrowed to a mission, and in a snapshot. */
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import { JOURNAL_SCENES } from './double/journal-double.ts';
import type { Picture } from './pictures.ts';
import { IN_REVIEW } from './pictures-snapshots.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };
const onMission = (missionId: string) => JSON.stringify({ period: 'all', missionId });

function everywhere(name: string, scenario: DeskScenario, before?: Picture['before']): readonly Picture[] {
  const more = before === undefined ? {} : { before };
  const dark: DeskScenario = { ...scenario, theme: 'dark' };
  return [
    { name, scenario, size: LAPTOP, ...more },
    { name: `${name}-dark`, scenario: dark, size: LAPTOP, dark: true, ...more },
    { name: `${name}-wall`, scenario, size: WALL, ...more },
    { name: `${name}-wall-dark`, scenario: dark, size: WALL, dark: true, ...more },
  ];
}

const offline = { ...CALM_SYNC, connection: 'offline' as const, message: 'Le service national n’est pas joignable.' };
const lookAtSealed: Picture['before'] = (page) => page.locator('tr[data-row]').nth(5).click();

export const PICTURES_JOURNAL: readonly Picture[] = [
  ...everywhere('journal', scenarioOf('journal'), lookAtSealed),
  { name: 'journal-offline', scenario: scenarioOf('journal', { sync: offline }), size: LAPTOP },
  {
    name: 'journal-broken',
    scenario: scenarioOf('journal', { state: onMission(JOURNAL_SCENES.broken) }),
    size: LAPTOP,
  },
  {
    name: 'journal-dates',
    scenario: scenarioOf('journal', { state: JSON.stringify({ period: 'dates', from: '2021-03-01' }) }),
    size: LAPTOP,
  },
  { name: 'journal-review', scenario: scenarioOf('journal', { sync: IN_REVIEW }), size: LAPTOP },
  {
    name: 'journal-absent',
    scenario: scenarioOf('journal', { sync: IN_REVIEW, state: onMission(JOURNAL_SCENES.absent) }),
    size: LAPTOP,
  },
  { name: 'journal-empty', scenario: scenarioOf('journal', { full: false }), size: LAPTOP },
];
