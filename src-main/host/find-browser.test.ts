import { describe, expect, it } from 'vitest';
import { browserPlaces, findBrowser } from './find-browser.ts';

describe('findBrowser', () => {
  it.each([
    ['linux', { PATH: '/opt/bin' }, '/opt/bin/chromium'],
    ['linux', {}, '/usr/bin/google-chrome'],
    ['darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ] as const)('on %s with %j finds %s', (platform, environment, installed) => {
    expect(findBrowser(platform, environment, (path) => path === installed)).toBe(installed);
  });

  it('prefers CHROME_PATH, and says null where there is none', () => {
    expect(findBrowser('linux', { CHROME_PATH: '/a/b' }, () => true)).toBe('/a/b');
    expect(findBrowser('linux', { CHROME_PATH: '/a/b' }, () => false)).toBeNull();
    expect(browserPlaces('win32', {})).toEqual([]);
  });
});
