import { existsSync } from 'node:fs';
import { findBrowser } from '../../../src-main/host/find-browser.ts';

/** The installed browser; a suite that needs one fails without it, and says what to do. */
export function browserForTests(): string {
  const path = findBrowser(process.platform, process.env, existsSync);
  if (path === null) throw new Error('No Chromium, Chrome or Edge was found: install one, or set CHROME_PATH.');
  return path;
}
