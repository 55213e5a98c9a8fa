import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../src-main/host/find-browser.ts';
import { buildDesk } from '../bundle/build-desk.ts';
import type { HostAnswer } from './choose-host.ts';
import { chooseHost, hasDisplay } from './choose-host.ts';
import { electronBinary, installElectron } from './electron-binary.ts';
import { installBrowser, NO_BROWSER } from './install-browser.ts';

/** Builds what is stale and finds a host; says both to the person. Throws Error with a French sentence when it cannot. */
export async function prepareDesk(
  root: string,
  choice: { readonly browser: string | null; readonly capture: string | null },
  write: (text: string) => void,
): Promise<{ readonly host: HostAnswer; readonly headless: boolean }> {
  if (await buildDesk(root)) write('Fenêtres construites.\n');
  const find = () => findBrowser(process.platform, process.env, existsSync);
  const isShown = hasDisplay(process.platform, process.env) && choice.capture === null;
  const host = await chooseHost({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: isShown,
    browser: choice.browser,
    findElectron: () => electronBinary(root),
    installElectron: () => installElectron(root, join(root, '.data', 'electron-absent')),
    findBrowser: find,
    installBrowser: () => installBrowser(root, find),
  });
  if (host === null) throw new Error(NO_BROWSER);
  write(`${host.sentence}\n`);
  return { host, headless: !isShown };
}
