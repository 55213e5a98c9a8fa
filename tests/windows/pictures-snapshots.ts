/** Snapshots: taking one, reading one again, comparing two, the day's point; and a window of the desk on a snapshot. */
import type { DeskScenario } from './double/desk-scenario.ts';
import { CALM_SYNC, scenarioOf } from './double/desk-scenario.ts';
import type { Picture } from './pictures.ts';

const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };

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

export const IN_REVIEW: DeskScenario['sync'] = { ...CALM_SYNC, connection: 'review', waiting: 0, conflicts: 0 };

const compare: Picture['before'] = async (page) => {
  await page.getByRole('tab', { name: 'Comparer' }).click();
  await page.getByRole('button', { name: 'Comparer' }).click();
  await page.locator('tr[data-row]').first().waitFor();
};

export const PICTURES_SNAPSHOTS: readonly Picture[] = [
  ...everywhere('snapshots-export', scenarioOf('snapshots')),
  {
    name: 'snapshots-nominative',
    scenario: scenarioOf('snapshots'),
    size: LAPTOP,
    before: async (page) => {
      await page.getByRole('checkbox', { name: /^Nominatif/ }).check();
      await page.getByLabel('Destinataires, un par ligne').fill('Inspection régionale');
      await page.getByRole('button', { name: 'Préparer la demande d’accord' }).click();
    },
  },
  {
    name: 'snapshots-errors',
    scenario: scenarioOf('snapshots'),
    size: LAPTOP,
    before: async (page) => page.getByRole('button', { name: 'Exporter…' }).click(),
  },
  {
    name: 'snapshots-under-way',
    scenario: scenarioOf('snapshots'),
    size: LAPTOP,
    before: async (page) => {
      await page.getByLabel('Destinataires, un par ligne').fill('Équipe de nuit');
      await page.getByLabel(/^Phrase secrète \(/).fill('quatre mots au hasard');
      await page.getByRole('button', { name: 'Exporter…' }).click();
    },
  },
  {
    name: 'snapshots-signers',
    scenario: scenarioOf('snapshots'),
    size: LAPTOP,
    before: async (page) => page.getByRole('tab', { name: 'Signataires et clés' }).click(),
  },
  {
    name: 'snapshots-agree',
    scenario: scenarioOf('snapshots'),
    size: LAPTOP,
    before: async (page) => {
      await page.getByRole('tab', { name: 'Accord d’une seconde personne' }).click();
      await page.getByLabel('Demande reçue (collez-la ici)').fill('RENFORT-DEMANDE-1:e30=');
      await page.getByRole('button', { name: 'Lire la demande' }).click();
    },
  },
  ...everywhere('review', scenarioOf('review')),
  { name: 'review-none', scenario: scenarioOf('review', { full: false }), size: LAPTOP },
  ...everywhere('review-compare', scenarioOf('review'), compare),
  ...everywhere('review-missions', scenarioOf('missions', { sync: IN_REVIEW })),
  { name: 'review-candidates', scenario: scenarioOf('candidates', { sync: IN_REVIEW }), size: LAPTOP },
  ...everywhere('regulation-point', scenarioOf('regulation-point')),
  { name: 'regulation-point-none', scenario: scenarioOf('regulation-point', { full: false }), size: LAPTOP },
];
