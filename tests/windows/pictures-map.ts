/** The map in the states that a regulator may meet: alone, for a mission, as a balance, and beside the table. */
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };

/** Drawn in software on a machine that others use too, a map takes a while. */
const PATIENCE = { timeout: 100_000 } as const;
const drawn: NonNullable<Picture['before']> = async (page) => {
  const settled = page.locator('.map-holder[data-stage="drawn"][data-settled="true"]');
  await settled.waitFor(PATIENCE);
  // What the data bring is drawn once more.
  await page.waitForTimeout(700);
  await settled.waitFor(PATIENCE);
};

function everywhere(name: string, scenario: DeskScenario, before: NonNullable<Picture['before']>): readonly Picture[] {
  return [
    { name, scenario, size: LAPTOP, before },
    { name: `${name}-dark`, scenario: { ...scenario, theme: 'dark' }, size: LAPTOP, dark: true, before },
    { name: `${name}-wall`, scenario, size: WALL, before },
    { name: `${name}-wall-dark`, scenario: { ...scenario, theme: 'dark' }, size: WALL, dark: true, before },
  ];
}

const nation: DeskScenario = {
  ...scenarioOf('map'),
  sync: { ...CALM_SYNC, person: { id: 'r-3', name: 'Régulatrice Fictive', role: 'ccs-desk', agency: null } },
};

export const PICTURES_MAP: readonly Picture[] = [
  ...everywhere('map', scenarioOf('map'), drawn),
  ...everywhere('map-mission', scenarioOf('map', { missionId: 'm-3' }), drawn),
  ...everywhere('map-balance', scenarioOf('map', { state: '{"mode":"balance","tab":"balance"}' }), drawn),
  ...everywhere('map-beside', scenarioOf('candidates', { missionId: 'm-3', state: '{"map":true}' }), drawn),
  {
    name: 'map-card',
    scenario: scenarioOf('map', { missionId: 'm-3', subject: { kind: 'candidate', id: 'c-4' } }),
    size: LAPTOP,
    before: drawn,
  },
  { name: 'map-nation', scenario: nation, size: LAPTOP, before: drawn },
  {
    name: 'map-overseas',
    scenario: nation,
    size: LAPTOP,
    before: async (page) => {
      await drawn(page);
      await page.keyboard.press('3');
      await page.waitForTimeout(1_500);
    },
  },
  {
    name: 'map-popup',
    scenario: scenarioOf('map', { missionId: 'm-3' }),
    size: LAPTOP,
    before: async (page) => {
      await drawn(page);
      await page.mouse.click(417, 377);
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'map-lasso',
    scenario: scenarioOf('map', { missionId: 'm-3' }),
    size: LAPTOP,
    before: async (page) => {
      await drawn(page);
      await page.keyboard.press('l');
      await page.mouse.move(300, 300);
      await page.mouse.down();
      for (const [x, y] of [
        [520, 280],
        [640, 420],
        [500, 560],
        [320, 480],
      ] as const)
        await page.mouse.move(x, y, { steps: 8 });
      await page.mouse.up();
      await page.waitForTimeout(1_200);
    },
  },
  {
    name: 'map-none',
    scenario: scenarioOf('map', { situation: 'none-match' }),
    size: LAPTOP,
    before: drawn,
  },
  {
    name: 'map-zoomed',
    scenario: scenarioOf('map', { missionId: 'm-3' }),
    size: { width: 640, height: 400 },
    before: drawn,
  },
];
