import { existsSync } from 'node:fs';
import { findBrowser } from '../../src-main/host/find-browser.ts';
import { installBrowser } from '../start/install-browser.ts';

/**
 * The suites that open windows need a browser: the installed one, else one installed now where that may be done. Its
 * path goes to them as CHROME_PATH when it is not in a usual place; without one they fail and say what to do.
 */
export function ensureBrowser(root: string, say: (line: string) => void): void {
  const find = () => findBrowser(process.platform, process.env, existsSync);
  if (find() !== null) return;
  say('No Chromium, Chrome or Edge here: installing one for the suites that open windows…');
  const installed = installBrowser(root, find);
  if (installed !== null && find() === null) process.env['CHROME_PATH'] = installed;
}
