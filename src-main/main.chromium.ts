/** Entry of the application on an installed Chromium: a tool for development, closed networks and tests. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseDemoPerson } from './host/chromium-host/choose-demo-person.ts';
import { chooseSecrets } from './host/chromium-host/choose-secrets.ts';
import { createChromiumHost } from './host/chromium-host.ts';
import { doorOf, openDoor } from './host/desk-door.ts';
import { createFileLog } from './host/file-log.ts';
import { findBrowser } from './host/find-browser.ts';
import { handOver, handOverSoon } from './host/hand-over.ts';
import { runProgram } from './host/secrets/run-program.ts';
import { isProcessAlive, takeDesk } from './host/single-desk.ts';
import { runDesk } from './run-desk.ts';
import { configurationFor } from './settings/managed-configuration.ts';
import { readWishes } from './windows/read-wishes.ts';

const ROOT = resolve(import.meta.dirname, '..');
const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      browser: { type: 'string' },
      data: { type: 'string', default: join(ROOT, '.data', 'poste') },
      built: { type: 'string', default: join(ROOT, 'out') },
      engine: { type: 'string', default: join(ROOT, 'src-main', 'engine', 'main.ts') },
      capture: { type: 'string' },
      person: { type: 'string' },
      keep: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      'passphrase-fd': { type: 'string' },
    },
  });
  const configuration = configurationFor(values.server);
  const executablePath = values.browser ?? findBrowser(process.platform, process.env, existsSync);
  if (executablePath === null) throw new Error('Aucun navigateur Chromium, Chrome ou Edge n’a été trouvé.');
  const passphraseFd = values['passphrase-fd'] === undefined ? null : Number(values['passphrase-fd']);
  const inMemory = passphraseFd === null && (values.capture !== undefined || values.headless);
  const wishes = readWishes(positionals, resolve);
  const door = inMemory ? null : doorOf(process.platform, values.data);
  const isForAPerson = door !== null && values.capture === undefined;
  // Before anything is asked of anybody: the desk that runs has its secrets already.
  if (isForAPerson && (await handOver(door, wishes, tell))) return 0;
  const secrets = await chooseSecrets({
    ...{ dataFolder: resolve(values.data), passphraseFd, inMemory, tell },
    ...{ platform: process.platform, run: runProgram },
  });
  // What only memory can open must not outlive it.
  const isThrowaway = secrets.kind === 'memory';
  const dataFolder = isThrowaway ? mkdtempSync(join(tmpdir(), 'renfort-poste-')) : resolve(values.data);
  const release = takeDesk(join(dataFolder, 'ouvert'), process.pid, isProcessAlive);
  if (release === null) {
    if (isForAPerson && (await handOverSoon(door, wishes, tell))) return 0;
    throw new Error(`Un poste est déjà ouvert sur ces données (${dataFolder}) : servez-vous de celui-là.`);
  }
  const closing: (() => Promise<void>)[] = [];
  try {
    const log = createFileLog(join(dataFolder, 'journal.log'));
    const host = await createChromiumHost({
      executablePath,
      wishes,
      headless: values.headless,
      dataFolder,
      exportFolder: join(resolve(values.data), 'exports'),
      pages: join(values.built, 'renderer'),
      preload: readFileSync(join(values.built, 'preload', 'chromium-preload.js'), 'utf8'),
      engineScript: resolve(values.engine),
      secrets,
      reachable: [configuration.server, ...configuration.signInOrigins],
      environment: process.env,
      tell,
      log,
    });
    // A folder that goes away with this desk is nobody else's.
    if (door !== null && !isThrowaway) closing.push(await openDoor(door, host.callForward, log));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void host.quit());
    const { person } = values;
    return await runDesk(host, {
      configuration,
      version: readVersion(),
      log,
      capture: values.capture === undefined ? null : resolve(values.capture),
      keep: values.keep,
      tell,
      signInAlone:
        person === undefined
          ? null
          : async (app) => {
              const signedIn = app.session.signIn();
              // If nobody can be chosen, that is the failure to tell; the sign-in itself is given up when the host ends.
              signedIn.catch(() => undefined);
              await Promise.race([signedIn, host.signIn.shown().then(() => chooseDemoPerson(host.signIn, person))]);
              await signedIn;
            },
    });
  } finally {
    for (const close of closing) await close();
    release();
    if (isThrowaway) rmSync(dataFolder, { recursive: true, force: true });
  }
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}

try {
  process.exitCode = await main();
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
