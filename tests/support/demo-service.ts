import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../../national-api/start-service.ts';
import { createUuidMaker } from '../../national-api/uuid-maker.ts';

export interface DemoServiceForTests {
  readonly url: string;
  close(): Promise<void>;
}

/** The real service with its demo people, and an empty nation. */
export async function startDemoServiceForTests(): Promise<DemoServiceForTests> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-service-'));
  const service = await startService({
    databaseAddress: join(folder, 'national.sqlite'),
    dataFolder: folder,
    port: 0,
    clock: Date.now,
    makeId: createUuidMaker(Date.now, randomBytes),
    randomBytes,
    log: () => undefined,
    upstream: 'demo',
  });
  return {
    url: service.url,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
