/** Where an installed Chromium, Edge or Chrome usually is, in the order in which they are tried. */
import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];

const MAC_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const WINDOWS_BROWSERS = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/** Every place to look at, without looking: `CHROME_PATH` first. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  const named = environment['CHROME_PATH'] ? [environment['CHROME_PATH']] : [];
  if (platform === 'darwin') return [...named, ...MAC_BROWSERS];
  if (platform !== 'win32') {
    const folders = [...(environment['PATH'] ?? '').split(':').filter((folder) => folder !== ''), ...LINUX_FOLDERS];
    const places = LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
    return [...new Set([...named, ...places])];
  }
  const roots = ['PROGRAMFILES(X86)', 'PROGRAMFILES', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  return [...named, ...WINDOWS_BROWSERS.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)))];
}

/** The first of those places where there is a browser; null when there is none. */
export function findBrowser(
  platform: NodeJS.Platform,
  environment: Environment,
  exists: (path: string) => boolean,
): string | null {
  return browserPlaces(platform, environment).find(exists) ?? null;
}
