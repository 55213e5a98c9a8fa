import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpWorld } from '../../support/http-world.ts';
import { startHttpWorld } from '../../support/http-world.ts';
import { countMatches } from '../service/source-change.ts';
import { CLIENT_CRASH_POINTS, clientCrashAt } from './client-crash-points.ts';
import { regulator } from './client-stage.ts';
import type { Kept } from './lives.ts';
import { deliverAndJudge, liveAndDie } from './lives.ts';
import { quickFolder } from './quick-folder.ts';

const PASSES = 2;
/** Only reached by a workstation that has nothing yet, and then once. */
const FIRST_TIME: ReadonlySet<string> = new Set(['migration', 'before-image', 'image']);

describe('a workstation that dies at a named instant', () => {
  const held: { http: HttpWorld | null } = { http: null };
  const folder = quickFolder('desk-points-');
  beforeAll(async () => {
    held.http = await startHttpWorld({
      limits: { readsPerMinute: 1e9, writesPerMinute: 1e9, commandsPerMinute: 1e9, transfersPerHour: 1e9 },
    });
  });
  afterAll(async () => {
    await held.http?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('each instant is still in the source, once', () => {
    expect(CLIENT_CRASH_POINTS.filter((point) => countMatches(clientCrashAt(point, 1)) !== 1)).toEqual([]);
  });

  it(`R01 loses, doubles and misreports nothing, ${PASSES} deaths at each of ${CLIENT_CRASH_POINTS.length} instants`, {
    timeout: 600_000,
  }, async () => {
    const { http } = held;
    if (http === null) throw new Error('No world');
    for (let index = 0; index < 4; index += 1) await http.world.mission({ headcount: 20, accepted: 0 });
    const path = join(folder, 'desk.db');
    const token = http.tokenFor(regulator(0));
    const kept: Kept[] = [];
    let life = 0;
    for (const point of CLIENT_CRASH_POINTS) {
      for (let pass = 1; pass <= PASSES; pass += 1) {
        life += 1;
        if (FIRST_TIME.has(point))
          for (const suffix of ['', '-wal', '-shm', '-decisions']) rmSync(path + suffix, { force: true });
        const changes = join(folder, `${point}-${pass}.json`);
        writeFileSync(
          changes,
          JSON.stringify([clientCrashAt(point, FIRST_TIME.has(point) && point !== 'migration' ? 1 : pass)]),
        );
        const given = [path, http.url, '0', token, String(1000 + life), String(http.world.ground.clock())];
        kept.push(...(await liveAndDie({ arguments: given, after: null, changes })));
        expect(existsSync(path)).toBe(true);
      }
    }
    expect(kept.length).toBeGreaterThan(CLIENT_CRASH_POINTS.length);
    await deliverAndJudge(http, path, token, kept);
  });
});
