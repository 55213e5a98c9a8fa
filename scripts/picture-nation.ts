/**
 * Draws docs/pictures/nation.png from the demonstration of seed 1, on a fixed day, with an installed Chromium.
 *
 * node scripts/picture-nation.ts
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { AlertState } from '../contract/domain/alert.ts';
import { alertShows } from '../contract/domain/alert.ts';
import { blockedState } from '../contract/domain/blocked-proposal.ts';
import { AGENCIES } from '../contract/domain/geography/agency.ts';
import { remainingPosts } from '../contract/domain/mission.ts';
import type { ProposalState } from '../contract/domain/proposal.ts';
import { tensionOf } from '../contract/domain/score.ts';
import { missionFacts } from '../contract/national/facts/mission-facts.ts';
import { shippedPlaces } from '../national-api/geography/shipped-places.ts';
import { drawNation } from '../national-api/nation/draw-nation.ts';
import { nationDay } from '../national-api/nation/nation-day.ts';
import { planNation } from '../national-api/nation/nation-size.ts';
import { departementTensions } from './picture/departement-tension.ts';
import type { SheetFacts } from './picture/draw-sheet.ts';
import { drawSheet, french, SHEET } from './picture/draw-sheet.ts';

const TARGET = fileURLToPath(new URL('../docs/pictures/nation.png', import.meta.url));
/** In the middle of the second wave; the picture does not change with the day it is made. */
const DAY = Date.UTC(2020, 10, 15, 8);
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const;
const REGIONS_SHOWN = 9;

function gatherFacts(): SheetFacts {
  const plan = planNation('demo', 1);
  const draft = drawNation(plan, shippedPlaces(), DAY);
  const { today, instant } = nationDay(DAY);
  const { candidate, mission, proposal, alert } = draft.rows;
  const tensions = departementTensions(draft, today);
  const postsOf = (agency: number | null): number =>
    mission
      .filter((row) => agency === null || row.agency === agency)
      .reduce((sum, row) => sum + remainingPosts(missionFacts(row), today), 0);
  const blocked = proposal.filter(
    ({ state, contactedAt }) =>
      contactedAt !== null &&
      blockedState({ state: state as ProposalState, since: Date.parse(contactedAt) }, instant) === 'blocked',
  );
  const free = candidate.filter(
    ({ engagement, availability }) => engagement === 'none' && availability === 'available',
  );
  const regions = AGENCIES.map(({ code, name, departements }) => {
    const members = departements.flatMap((departement) => tensions.get(departement) ?? []);
    const helpers = members.reduce((sum, one) => sum + one.helpers, 0);
    const posts = postsOf(code);
    return { name, posts, tension: tensionOf(posts, helpers) };
  });
  return {
    tensions,
    crisisRegions: AGENCIES.filter(({ code }) => plan.wave.includes(code)).map(({ regionCode }) => regionCode),
    title: 'Où manque-t-il des renforts ?',
    subtitle: `Nation de démonstration : ${french(candidate.length)} volontaires et ${french(mission.length)} missions inventés, dans les 18 régions`,
    figures: [
      { value: french(postsOf(null)), label: 'postes à pourvoir' },
      { value: french(free.length), label: 'volontaires libres' },
      { value: french(candidate.filter(({ engagement }) => engagement === 'assigned').length), label: 'affectés' },
      { value: french(blocked.length), label: 'bloqués depuis plus de 48 h', alarming: true },
      {
        value: french(alert.filter(({ state }) => alertShows(state as AlertState)).length),
        label: 'alertes au CCS en cours',
      },
      { value: french(plan.wave.length), label: 'régions en gestion de crise', alarming: true },
    ],
    regions: regions.sort((left, right) => right.posts - left.posts).slice(0, REGIONS_SHOWN),
    source: 'Contours : Natural Earth. Communes : INSEE, La Poste, GeoNames.',
  };
}

async function render(svg: string): Promise<void> {
  const browser = BROWSERS.find((path) => existsSync(path));
  if (browser === undefined) throw new Error('Chromium is needed to make the picture: apt-get install chromium');
  const folder = await mkdtemp(join(tmpdir(), 'renfort-picture-'));
  try {
    const page = join(folder, 'nation.html');
    await writeFile(page, `<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`);
    await promisify(execFile)(browser, [
      '--headless=new',
      '--disable-gpu',
      '--hide-scrollbars',
      // As root, Chromium has no sandbox to run in; the page is our own file.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${SHEET.width},${SHEET.height}`,
      '--force-device-scale-factor=1.25',
      `--screenshot=${TARGET}`,
      page,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await render(drawSheet(gatherFacts()));
process.stdout.write(`${TARGET}\n`);
