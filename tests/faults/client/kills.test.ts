import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import { bulkStream } from '../../../national-api/feed/bulk.ts';
import { readBulk } from '../../../src-main/national/bulk-lines.ts';
import { createNationalClient } from '../../../src-main/national/national-client.ts';
import { openUndiciTransport } from '../../../src-main/national/undici-transport.ts';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { createSynchroniser } from '../../../src-main/sync/synchroniser.ts';
import type { HttpWorld } from '../../support/http-world.ts';
import { startHttpWorld } from '../../support/http-world.ts';
import { seededRandom } from '../seeded-random.ts';
import { regulator } from './client-stage.ts';
import { quickFolder } from './quick-folder.ts';

const KILLS = 100;
const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url));
const KEY = new Uint8Array(32).fill(4);

/** Lives until it is killed, some milliseconds after it was ready. @returns what it said it had kept */
function liveAndDie(
  arguments_: readonly string[],
  milliseconds: number,
): Promise<{ commandId: string; input: string }[]> {
  const child = spawn(process.execPath, [CHILD, ...arguments_], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let faults = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (part: Buffer) => {
      faults += part.toString();
    });
    child.stdout.on('data', (part: Buffer) => {
      const began = said === '';
      said += part.toString();
      if (began) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== null) return reject(new Error(`It ended by itself: ${faults}`));
      // The last line may be cut: what it says was not told whole.
      const lines = said
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.startsWith('kept '));
      return resolve(lines.flatMap((line) => JSON.parse(line.slice(5)) as { commandId: string; input: string }[]));
    });
  });
}

describe('a workstation that is killed', () => {
  let http: HttpWorld;
  const folder = quickFolder('desk-kills-');
  beforeAll(async () => {
    http = await startHttpWorld({
      limits: { readsPerMinute: 1e9, writesPerMinute: 1e9, commandsPerMinute: 1e9, transfersPerHour: 1e9 },
    });
  });
  afterAll(async () => {
    await http.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`R01 loses, doubles and misreports nothing over ${KILLS} kills at random instants`, async () => {
    const { world } = http;
    const random = seededRandom('kills');
    for (let index = 0; index < 4; index += 1) await world.mission({ headcount: 20, accepted: 0 });
    const path = join(folder, 'desk.db');
    const person = regulator(0);
    const token = http.tokenFor(person);
    const kept: { commandId: string; input: string }[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const arguments_ = [path, http.url, '0', token, String(kill), String(world.ground.clock())];
      kept.push(...(await liveAndDie(arguments_, random.below(120))));
    }
    // One life more, long enough to deliver: nothing is decided any more by anybody else.
    const store = openStore(path, KEY, { personId: person.personId });
    const transport = openUndiciTransport({ origin: http.url, proxy: null });
    const client = createNationalClient({ transport, token: () => token, clock: () => world.ground.clock() });
    const options = { store, client, clock: () => world.ground.clock(), log: () => {}, pinnedKeys: null };
    const never = new AbortController().signal;
    const last = createSynchroniser(options);
    for (let round = 0; round < 3; round += 1) await last.step(never);

    const rows = store.statements.rows<OutboxRow>('SELECT * FROM main.outbox');
    const byId = new Map(rows.map((row) => [row.commandId, row]));
    const stored = await world.ground.database.read.selectFrom('commandResult').selectAll().execute();
    const judged = new Map(stored.map(({ commandId, verdict }) => [commandId, JSON.parse(verdict) as Verdict]));
    expect(kept.length).toBeGreaterThan(KILLS);
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
  });
});
