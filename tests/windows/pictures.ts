import type { Page } from 'playwright-core';
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';

export interface Picture {
  readonly name: string;
  readonly scenario: DeskScenario;
  readonly size: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly before?: (page: Page) => Promise<void>;
}

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };
const looked = { kind: 'mission', id: 'm-3' } as const;
const queue = scenarioOf('missions', { subject: looked });

export const PICTURES: readonly Picture[] = [
  { name: 'missions', scenario: queue, size: LAPTOP },
  { name: 'missions-wall', scenario: queue, size: WALL },
  // What a laptop shows at 200 %.
  { name: 'missions-zoomed', scenario: queue, size: { width: 640, height: 400 } },
  { name: 'missions-dark', scenario: queue, size: LAPTOP, dark: true },
  {
    name: 'missions-grouped',
    scenario: scenarioOf('missions', { state: '{"group":"departement"}' }),
    size: LAPTOP,
  },
  {
    name: 'missions-filter',
    scenario: queue,
    size: LAPTOP,
    before: async (page) => page.getByRole('button', { name: 'Filtrer Profession' }).click(),
  },
  {
    name: 'missions-bulk',
    scenario: queue,
    size: LAPTOP,
    before: async (page) => {
      await page.getByRole('button', { name: /^Tout choisir/ }).click();
      await page.keyboard.press('1');
    },
  },
  {
    name: 'missions-columns',
    scenario: queue,
    size: LAPTOP,
    before: async (page) => page.getByRole('button', { name: 'Colonnes' }).click(),
  },
  {
    name: 'missions-palette',
    scenario: queue,
    size: LAPTOP,
    before: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('metz');
    },
  },
  { name: 'missions-help', scenario: queue, size: LAPTOP, before: async (page) => page.keyboard.press('?') },
  { name: 'missions-empty', scenario: scenarioOf('missions', { missions: 0 }), size: LAPTOP },
  { name: 'missions-failed', scenario: scenarioOf('missions', { fails: true }), size: LAPTOP },
  {
    name: 'first-sync',
    scenario: scenarioOf('missions', {
      missions: 40,
      complete: false,
      sync: {
        ...CALM_SYNC,
        connection: 'first-sync',
        progress: { phase: 'stream', rows: 41_200, outOf: 118_000, rowsPerSecond: 5_400, secondsLeft: 14 },
      },
    }),
    size: LAPTOP,
  },
  {
    name: 'sign-in',
    scenario: scenarioOf('missions', { sync: { ...CALM_SYNC, connection: 'signed-out', person: null } }),
    size: LAPTOP,
  },
  {
    name: 'offline',
    scenario: scenarioOf('missions', { sync: { ...CALM_SYNC, connection: 'offline' } }),
    size: LAPTOP,
  },
];
