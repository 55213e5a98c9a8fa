/** What a person waits for: a name in the palette, a window, the start, another window's pixel, a colleague's decision. */
import type { Command } from '../../../contract/national/commands/command.ts';
import type { OpenDesk } from '../../../src-main/engine/open-desk.ts';
import { findAnything } from '../../../src-main/engine/sheets/palette.ts';
import { createNationalClient } from '../../../src-main/national/national-client.ts';
import { openUndiciTransport } from '../../../src-main/national/undici-transport.ts';
import type { BenchCase, CaseInput } from '../bench-case.ts';
import { openGround } from '../bench-case.ts';
import { buildImage, openFilledStore, rowsOf } from '../engine/open-image.ts';
import type { Figure } from '../figure.ts';
import { atSize, quantileFigures, timeEach } from '../figure.ts';
import type { BenchDesk } from '../windows/start-bench-desk.ts';
import { buildForBench, seen, startBenchDesk } from '../windows/start-bench-desk.ts';
import { serveNation } from '../workstation.ts';

/** As people type: beginnings, pieces, two words, a number, a place. */
const TYPED = ['ma', 'mar', 'marl', 'arle', 'duboi', 'éti', 'mar nan', 'ehpad', '6552', 'metz', 'roc val', 'zzz'];
const ASKED = 240;

export const paletteSearch: BenchCase = async (input) => {
  const store = openFilledStore(input);
  try {
    const { image, allAfter } = await buildImage(store);
    const desk = { store, image } as unknown as OpenDesk;
    const texts = Array.from({ length: ASKED }, (_, index) => TYPED[index % TYPED.length] ?? '');
    const times = timeEach(texts, (text) => findAnything(desk, text, 12));
    const count = image.candidates.image.size + image.missions.image.size;
    image.stop();
    const figures = atSize(rowsOf(input), quantileFigures('Palette, une recherche', times));
    return { milliseconds: allAfter, count, figures };
  } finally {
    store.close();
  }
};

const SELECTIONS = 60;
const WINDOWS = 5;
const CHANGES = 12;

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

function quantilesOf(label: string, times: readonly number[]): Figure[] {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return quantileFigures(label, { p50: at(0.5), p99: at(0.99), sum: 0 });
}

/** Missions whose establishments have names of their own, as the queue shows them. */
async function someMissions({ app }: BenchDesk, count: number): Promise<readonly { id: string; name: string }[]> {
  const query = { filters: [], search: '', sorts: [], offset: 0, limit: 200 };
  const { rows } = await app.room.client.missions.page(query);
  const byName = new Map(rows.map((row) => [String(row['establishmentName']), String(row['id'])]));
  return [...byName].slice(0, count).map(([name, id]) => ({ id, name }));
}

async function measureSelection(desk: BenchDesk): Promise<number[]> {
  const [, people] = desk.pages;
  if (people === undefined) throw new Error('No window of people');
  const missions = await someMissions(desk, 30);
  const times: number[] = [];
  for (let turn = 0; turn < SELECTIONS; turn += 1) {
    const mission = missions[turn % missions.length];
    if (mission === undefined) continue;
    const { id, name } = mission;
    times.push(
      await milliseconds(async () => {
        desk.app.workspace.selection.change({ subject: { kind: 'mission', id }, chosen: null });
        await seen(people, 'main', name);
      }),
    );
  }
  return times;
}

async function measureOpening(desk: BenchDesk): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < WINDOWS; turn += 1) {
    times.push(
      await milliseconds(async () => {
        await desk.app.windows.open('missions', null, '{}');
        await desk.pages.at(-1)?.locator('tr[data-row]').first().waitFor();
      }),
    );
  }
  return times;
}

/** A colleague decides at the service; this desk's window shows it. */
async function measureChange(desk: BenchDesk, input: CaseInput, url: string): Promise<number[]> {
  const [queue] = desk.pages;
  const [mission] = await someMissions(desk, 1);
  if (queue === undefined || mission === undefined) throw new Error('No queue');
  const ground = await openGround(input);
  const stored = await ground.database.read
    .selectFrom('mission')
    .select('priorityVersion')
    .where('id', '=', mission.id)
    .executeTakeFirstOrThrow();
  await ground.database.close();
  const transport = openUndiciTransport({ origin: url, proxy: null });
  const colleague = createNationalClient({ transport, token: () => 'bench', clock: Date.now });
  desk.app.workspace.selection.change({ subject: { kind: 'mission', id: mission.id }, chosen: null });
  await seen(queue, 'aside', mission.name);
  const times: number[] = [];
  for (let turn = 0; turn < CHANGES; turn += 1) {
    const priority = turn % 2 === 0 ? 'P2' : 'P3';
    const command = {
      commandId: ground.makeId(),
      kind: 'mission.set-priority',
      subject: mission.id,
      version: stored.priorityVersion + turn,
      origin: 'single',
      batchId: null,
      decidedAt: new Date(ground.clock()).toISOString(),
      input: { priority, reason: 'Mesure du banc' },
    } as unknown as Command;
    times.push(
      await milliseconds(async () => {
        const [verdict] = await colleague.send([command], AbortSignal.timeout(30_000));
        if (verdict?.outcome !== 'accepted')
          throw new Error(`The bench’s change was not accepted: ${verdict?.outcome}`);
        await seen(queue, 'aside', priority === 'P2' ? 'P2 · urgente' : 'P3 · importante');
      }),
    );
  }
  await transport.close();
  return times;
}

export const windowsOfDesk: BenchCase = async (input) => {
  const service = await serveNation(input, 'snapshot');
  const built = await buildForBench(input.folder);
  const start = () => startBenchDesk(input.folder, built, service.url, ['missions', 'candidates']);
  try {
    const first = await start();
    await first.signIn();
    await first.upToDate();
    await first.leave();
    const box: { desk: BenchDesk | null } = { desk: null };
    const cold = await milliseconds(async () => {
      box.desk = await start();
      await box.desk.signIn();
      await box.desk.pages[0]?.locator('tr[data-row]').first().waitFor({ timeout: 120_000 });
    });
    const { desk } = box;
    if (desk === null) throw new Error('The bench’s desk did not start');
    await desk.upToDate();
    const selection = await measureSelection(desk);
    const changes = await measureChange(desk, input, service.url);
    const opening = await measureOpening(desk);
    await desk.leave();
    const figures: Figure[] = [
      { label: 'Démarrage à froid, première ligne (navigateur compris)', value: cold, unit: 'ms', budget: null },
      ...quantilesOf('Sélection, pixel de l’autre fenêtre', selection),
      ...quantilesOf('Décision d’un collègue, pixel de ce poste', changes),
      ...quantilesOf('Ouverture d’une fenêtre, première ligne', opening),
    ];
    return {
      milliseconds: cold,
      count: selection.length + changes.length + opening.length,
      figures: atSize(rowsOf(input), figures),
    };
  } finally {
    await service.stop();
  }
};
