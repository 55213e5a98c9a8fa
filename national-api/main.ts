/** Entry of the service: reads the command line, starts, says that it is ready, closes on SIGINT and SIGTERM. */
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from './database/open-database.ts';
import { verifyJournal } from './journal/verify-journal.ts';
import { createJsonLog } from './json-log.ts';
import { readyLine } from './ready-line.ts';
import type { ServiceArguments } from './service-arguments.ts';
import { readArguments } from './service-arguments.ts';
import { readServiceSettings } from './service-settings.ts';
import type { ServiceOptions } from './start-service.ts';
import { startService } from './start-service.ts';
import { createUuidMaker } from './uuid-maker.ts';

type Composition = Pick<ServiceOptions, 'publicUrl' | 'smtp' | 'upstream' | 'nation' | 'simulation'>;

const now = (): number => Date.now();
const random = (count: number): Uint8Array => randomBytes(count);

function stopAsked(): Promise<void> {
  return new Promise((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => asked());
  });
}

/** With an upstream provider the base is real work: nothing is invented, nobody is played. */
function composition({ settings, size, seed, simulate }: ServiceArguments): Composition {
  const { upstream, publicUrl, smtp } = settings === undefined ? {} : readServiceSettings(resolve(settings));
  const common = { ...(publicUrl === undefined ? {} : { publicUrl }), ...(smtp === undefined ? {} : { smtp }) };
  if (upstream !== undefined) return { ...common, upstream };
  const simulation = simulate === 'off' ? {} : { simulation: { speed: simulate, seed } };
  return { ...common, upstream: 'demo', nation: { size, seed }, ...simulation };
}

async function serve(choices: ServiceArguments): Promise<number> {
  const dataFolder = resolve(choices.data);
  mkdirSync(dataFolder, { recursive: true });
  const stop = stopAsked();
  const journal = createWriteStream(join(dataFolder, 'service.log'), { flags: 'a' });
  const service = await startService({
    databaseAddress: databaseAddress(choices),
    dataFolder,
    host: choices.host,
    port: choices.port,
    clock: now,
    makeId: createUuidMaker(now, random),
    randomBytes: random,
    log: createJsonLog((line) => journal.write(line), now),
    ...composition(choices),
  });
  process.stdout.write(readyLine(service.url));
  await stop;
  await service.close();
  journal.end();
  return 0;
}

const databaseAddress = (choices: ServiceArguments): string =>
  choices.database ?? join(resolve(choices.data), 'national.sqlite');

/** `--verify-journal`: says on one line whether both chains hold; 0 when they do. */
async function verify(choices: ServiceArguments): Promise<number> {
  const address = databaseAddress(choices);
  if (choices.database === undefined && !existsSync(address)) {
    process.stderr.write(`Aucune base de données dans ${choices.data}.\n`);
    return 2;
  }
  const database = await openDatabase(address);
  try {
    const verification = await verifyJournal(database);
    process.stdout.write(`${JSON.stringify(verification)}\n`);
    return verification.intact ? 0 : 1;
  } finally {
    await database.close();
  }
}

const read = readArguments(process.argv.slice(2));
if (!read.ok) {
  process.stderr.write(`${read.message}\n`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await (read.value['verify-journal'] ? verify(read.value) : serve(read.value));
  } catch (error) {
    process.stderr.write(`Le service national n’a pas pu démarrer : ${error instanceof Error ? error.message : ''}\n`);
    process.exitCode = 1;
  }
}
