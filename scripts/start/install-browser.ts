import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Said when there is no browser and none could be installed. */
export const NO_BROWSER =
  'Aucun navigateur Chromium, Chrome ou Edge n’a été trouvé et aucun n’a pu être installé : installez-en un (Debian : « sudo apt install chromium »), ou indiquez-le par « npm start -- --browser CHEMIN ».';

/**
 * Installs a Chromium: Debian's where we may, else Playwright's.
 *
 * @returns its path, or null when neither could be had
 */
export function installBrowser(root: string, find: () => string | null): string | null {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    const quiet = { stdio: 'ignore', timeout: 300_000 } as const;
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
    const found = find();
    if (found !== null) return found;
  }
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  // Asked of a process of its own: only the Chromium host drives a browser from here.
  const asked = ['-e', "process.stdout.write(require('playwright-core').chromium.executablePath())"];
  const path = spawnSync(process.execPath, asked, { cwd: root, encoding: 'utf8' }).stdout;
  return existsSync(path) ? path : null;
}
