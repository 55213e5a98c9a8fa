import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readWishes } from '../src-main/windows/read-wishes.ts';
import { callRunningDesk } from './start/call-running-desk.ts';
import { prepareDesk } from './start/prepare-desk.ts';
import type { ReadyLine } from './start/ready-line.ts';
import { registerLinks } from './start/register-links.ts';
import { runDeskProcess } from './start/run-desk-process.ts';
import { startDemo } from './start/start-demo.ts';

const root = resolve(import.meta.dirname, '..');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
const write = (text: string) => void process.stdout.write(text);

/** Without them the service runs alone. */
const hasWindows = ['src-renderer/main.tsx', 'src-main/engine/main.ts'].every((path) => existsSync(join(root, path)));

/** Whom the windows belong to when nobody sits in front of them: the first regulator of the demonstration. */
const firstRegulator = ({ people }: ReadyLine): string | null =>
  people.find(({ role }) => role === 'ars-regulator')?.name ?? null;

try {
  const { values, positionals } = parseArgs({
    // Addresses to show, snapshots to read again.
    allowPositionals: true,
    options: {
      size: { type: 'string', default: 'demo' },
      seed: { type: 'string', default: '1' },
      simulate: { type: 'string', default: 'slow' },
      port: { type: 'string', default: '0' },
      /** Another service: none is started here. */
      server: { type: 'string' },
      browser: { type: 'string' },
      /** Folder for a picture of each window. */
      capture: { type: 'string' },
      keep: { type: 'boolean', default: false },
      /** Name of a person of the demonstration. */
      person: { type: 'string' },
      /** Only says to this desktop that the desk opens addresses of ours. */
      'register-links': { type: 'boolean', default: false },
    },
  });
  const { size, seed, simulate, port, server, browser = null, keep, person } = values;
  const capture = values.capture === undefined ? null : resolve(values.capture);
  const wishes = readWishes(positionals, resolve);
  const open = async (address: string, alone: string | null, stopAsked: AbortSignal): Promise<number> => {
    const { host, headless } = await prepareDesk(root, { browser, capture }, write);
    const chosen = person ?? (headless ? alone : null);
    return runDeskProcess({ root, host, headless, capture, keep, server: address, person: chosen, wishes }, stopAsked);
  };
  const stateFolder = join(root, '.data', size);
  const run = () =>
    server === undefined
      ? startDemo(
          {
            serviceScript: join(root, 'national-api', 'main.ts'),
            serviceArguments: [
              ...['--size', size, '--seed', seed, '--simulate', simulate, '--port', port],
              ...['--data', join(stateFolder, 'nation')],
            ],
            stateFolder,
            write,
            ...(hasWindows
              ? { desk: (ready, stopAsked) => open(new URL(ready.url).origin, firstRegulator(ready), stopAsked) }
              : {}),
          },
          stop.signal,
        )
      : open(new URL(server).origin, null, stop.signal);
  if (values['register-links']) {
    write(registerLinks({ platform: process.platform, root, node: process.execPath, environment: process.env }));
  } else if (capture !== null || !(await callRunningDesk(root, wishes, write))) process.exitCode = await run();
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
