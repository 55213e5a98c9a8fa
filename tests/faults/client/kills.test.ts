import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpWorld } from '../../support/http-world.ts';
import { startHttpWorld } from '../../support/http-world.ts';
import { seededRandom } from '../seeded-random.ts';
import { regulator } from './client-stage.ts';
import type { Kept } from './lives.ts';
import { deliverAndJudge, liveAndDie } from './lives.ts';
import { quickFolder } from './quick-folder.ts';

const KILLS = 100;
/** A hundred starts of a process, on a machine that others use too. */
const PATIENCE_MS = 900_000;

describe('a workstation that is killed', () => {
  const held: { http: HttpWorld | null } = { http: null };
  const folder = quickFolder('desk-kills-');
  beforeAll(async () => {
    held.http = await startHttpWorld({
      limits: { readsPerMinute: 1e9, writesPerMinute: 1e9, commandsPerMinute: 1e9, transfersPerHour: 1e9 },
    });
  });
  afterAll(async () => {
    await held.http?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`R01 loses, doubles and misreports nothing over ${KILLS} kills at random instants`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const { http } = held;
    if (http === null) throw new Error('No world');
    const random = seededRandom('kills');
    for (let index = 0; index < 4; index += 1) await http.world.mission({ headcount: 20, accepted: 0 });
    const path = join(folder, 'desk.db');
    const token = http.tokenFor(regulator(0));
    const kept: Kept[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const given = [path, http.url, '0', token, String(kill), String(http.world.ground.clock())];
      kept.push(...(await liveAndDie({ arguments: given, after: random.below(120), changes: null })));
    }
    // How many fit before the kill is the machine's affair; that some did is the test's.
    expect(kept.length).toBeGreaterThan(KILLS / 10);
    await deliverAndJudge(http, path, token, kept);
  });
});
