/** Lives of a workstation as a process, each ended by a death, and what must hold after the last (TRUST R01). */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import { bulkStream } from '../../../national-api/feed/bulk.ts';
import { readBulk } from '../../../src-main/national/bulk-lines.ts';
import { createNationalClient } from '../../../src-main/national/national-client.ts';
import { openUndiciTransport } from '../../../src-main/national/undici-transport.ts';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { createSynchroniser } from '../../../src-main/sync/synchroniser.ts';
import type { HttpWorld } from '../../support/http-world.ts';
import { regulator } from './client-stage.ts';

const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url));
const PLANTER = new URL('../kills/plant-in-process.ts', import.meta.url);
const KEY = new Uint8Array(32).fill(4);
const LONGEST_MS = 60_000;

/** A decision that the person was told is kept. */
export interface Kept {
  readonly commandId: string;
  readonly input: string;
}

export interface Life {
  /** Arguments of kill-child.ts. */
  readonly arguments: readonly string[];
  /** Killed so many milliseconds after it was ready; null: it dies by its own hand, at a planted point. */
  readonly after: number | null;
  /** File of changes to plant into it (tests/faults/kills/plant-in-process.ts). */
  readonly changes: string | null;
}

/** @throws when it ends by itself, or does not die in a minute */
export function liveAndDie({ arguments: given, after, changes }: Life): Promise<Kept[]> {
  const planted = changes === null ? [] : ['--import', `${PLANTER.href}?changes=${encodeURIComponent(changes)}`];
  const child = spawn(process.execPath, [...planted, CHILD, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { said: '', faults: '' };
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(new Error(`It did not die: ${changes ?? after}`));
      child.kill('SIGKILL');
    }, LONGEST_MS);
    child.stderr.on('data', (part: Buffer) => {
      texts.faults += part.toString();
    });
    child.stdout.on('data', (part: Buffer) => {
      const began = texts.said === '';
      texts.said += part.toString();
      if (began && after !== null) setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(limit);
      if (code !== null) return reject(new Error(`It ended by itself: ${texts.faults}`));
      // The last line may be cut: what it says was not told whole.
      const lines = texts.said.split('\n').slice(0, -1);
      return resolve(
        lines.filter((line) => line.startsWith('kept ')).flatMap((line) => JSON.parse(line.slice(5)) as Kept[]),
      );
    });
  });
}

/** One life more, long enough to deliver; then nothing told as kept is lost, nothing doubled, nothing misreported. */
export async function deliverAndJudge(
  http: HttpWorld,
  path: string,
  token: string,
  kept: readonly Kept[],
): Promise<void> {
  const { world } = http;
  const person = regulator(0);
  const store = openStore(path, KEY, { personId: person.personId });
  const transport = openUndiciTransport({ origin: http.url, proxy: null });
  const clock = () => world.ground.clock();
  const client = createNationalClient({ transport, token: () => token, clock });
  const last = createSynchroniser({ store, client, clock, log: () => {}, pinnedKeys: null });
  for (let round = 0; round < 3; round += 1) await last.step(new AbortController().signal);

  const rows = store.statements.rows<OutboxRow>('SELECT * FROM main.outbox');
  const byId = new Map(rows.map((row) => [row.commandId, row]));
  const stored = await world.ground.database.read.selectFrom('commandResult').selectAll().execute();
  const judged = new Map(stored.map(({ commandId, verdict }) => [commandId, JSON.parse(verdict) as Verdict]));
  expect(kept.filter(({ commandId, input }) => byId.get(commandId)?.input !== input)).toEqual([]);
  expect(rows.filter(({ state }) => state === 'pending' || state === 'sending')).toEqual([]);
  const confirmed = rows.filter(({ outcome }) => outcome === 'accepted').map(({ commandId }) => commandId);
  const accepted = [...judged].filter(([, { outcome }]) => outcome === 'accepted').map(([commandId]) => commandId);
  expect(confirmed.toSorted()).toEqual(accepted.toSorted());
  expect([...judged.keys()].filter((commandId) => !byId.has(commandId))).toEqual([]);
  // Alone on these missions: any conflict would be with oneself.
  expect(rows.filter(({ state }) => state === 'conflict')).toEqual([]);

  const here = new Map(
    store.statements
      .rows<{ id: string; feedNumber: number }>('SELECT id, "feedNumber" FROM main.mission')
      .map((row) => [row.id, row.feedNumber]),
  );
  const there = new Map<string, number>();
  for await (const item of readBulk(await bulkStream(world.ground, person))) {
    if (item.type !== 'chunk' || item.chunk.kind !== 'mission') continue;
    const ids = item.chunk.values[item.chunk.columns.indexOf('id')] ?? [];
    for (const [index, number] of item.chunk.numbers.entries()) there.set(String(ids[index]), number);
  }
  expect(here).toEqual(there);
  expect(store.statements.rows('PRAGMA main.integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await transport.close();
  store.close();
}
