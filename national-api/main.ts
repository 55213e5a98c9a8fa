/** Entry of the service: reads the command line, starts, says that it is ready, closes on SIGINT and SIGTERM. */
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createJsonLog } from './json-log.ts';
import { readyLine } from './ready-line.ts';
import type { ServiceArguments } from './service-arguments.ts';
import { readArguments } from './service-arguments.ts';
import { startService } from './start-service.ts';
import { createUuidMaker } from './uuid-maker.ts';

const now = (): number => Date.now();
const random = (count: number): Uint8Array => randomBytes(count);

function stopAsked(): Promise<void> {
  return new Promise((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => asked());
  });
}

async function serve(choices: ServiceArguments): Promise<number> {
  const dataFolder = resolve(choices.data);
  mkdirSync(dataFolder, { recursive: true });
  const stop = stopAsked();
  const journal = createWriteStream(join(dataFolder, 'service.log'), { flags: 'a' });
  const service = await startService({
    databaseAddress: choices.database ?? join(dataFolder, 'national.sqlite'),
    dataFolder,
    host: choices.host,
    port: choices.port,
    clock: now,
    makeId: createUuidMaker(now, random),
    randomBytes: random,
    log: createJsonLog((line) => journal.write(line), now),
    upstream: 'demo',
    nation: { size: choices.size, seed: choices.seed },
  });
  process.stdout.write(readyLine(service.url));
  await stop;
  await service.close();
  journal.end();
  return 0;
}

const read = readArguments(process.argv.slice(2));
if (!read.ok) {
  process.stderr.write(`${read.message}\n`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await serve(read.value);
  } catch (error) {
    process.stderr.write(`Le service national n’a pas pu démarrer : ${error instanceof Error ? error.message : ''}\n`);
    process.exitCode = 1;
  }
}
