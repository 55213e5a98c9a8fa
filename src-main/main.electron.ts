/** Entry of the product. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as electron from 'electron';
import { createElectronHost } from './host/electron-host.ts';
import { createFileLog } from './host/file-log.ts';
import { runDesk } from './run-desk.ts';
import type { ManagedConfiguration } from './settings/managed-configuration.ts';
import {
  configurationFor,
  managedConfigurationPath,
  readManagedConfiguration,
} from './settings/managed-configuration.ts';

const { app } = electron;

/** Only a copy that was not packaged listens to its command line: a workstation's configuration is its administrator's. */
function readCommandLine(): { server?: string; capture?: string; keep: boolean } {
  if (app.isPackaged) return { keep: false };
  const options = {
    server: { type: 'string' },
    capture: { type: 'string' },
    keep: { type: 'boolean', default: false },
  } as const;
  const { server, capture, keep } = parseArgs({ args: process.argv.slice(2), options, strict: false }).values;
  return {
    keep: keep === true,
    ...(typeof server === 'string' ? { server } : {}),
    ...(typeof capture === 'string' ? { capture } : {}),
  };
}

function readConfiguration(server: string | undefined): ManagedConfiguration {
  if (server !== undefined) return configurationFor(server);
  const shipped = join(process.resourcesPath, 'configuration.json');
  return readManagedConfiguration([managedConfigurationPath(process.platform, process.env), shipped]);
}

async function main(): Promise<void> {
  const built = join(app.getAppPath(), 'out');
  const log = createFileLog(join(app.getPath('userData'), 'journal.log'));
  const { server, capture, keep } = readCommandLine();
  const configuration = readConfiguration(server);
  const host = await createElectronHost(electron, {
    pages: join(built, 'renderer'),
    preload: join(built, 'preload', 'electron-preload.cjs'),
    engineScript: join(built, 'main', 'engine.cjs'),
    platform: process.platform,
    environment: process.env,
    argv: process.argv,
    log,
  });
  if (host === null) return;
  await runDesk(host, {
    configuration,
    version: app.getVersion(),
    log,
    capture: capture ?? null,
    keep,
    signInAlone: null,
    tell: (sentence) => void process.stdout.write(`${sentence}\n`),
  });
}

main().catch((failure: unknown) => {
  electron.dialog.showErrorBox('Poste de régulation', failure instanceof Error ? failure.message : String(failure));
  app.exit(1);
});
