import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HostQuestion } from './choose-host.ts';
import { chooseHost, hasDisplay } from './choose-host.ts';
import { commandLine } from './run-desk-process.ts';

const question = (patch: Partial<HostQuestion> = {}): HostQuestion => ({
  platform: 'linux',
  isRoot: false,
  hasDisplay: true,
  browser: null,
  findElectron: () => null,
  installElectron: async () => null,
  findBrowser: () => '/b/chromium',
  installBrowser: () => null,
  ...patch,
});

type Case = readonly [what: string, patch: Partial<HostQuestion>, host: string, program: string, piece: string];
const CASES: readonly Case[] = [
  ['Electron that is there', { findElectron: () => '/e' }, 'electron', '/e', 'Electron'],
  ['Electron that can be fetched', { installElectron: async () => '/f' }, 'electron', '/f', 'Electron'],
  ['a browser where Electron cannot be had', {}, 'chromium', '/b/chromium', 'n’a pas pu être téléchargé'],
  [
    'a browser without display',
    { findElectron: () => '/e', hasDisplay: false },
    'chromium',
    '/b/chromium',
    '--capture',
  ],
  ['a browser for root', { findElectron: () => '/e', isRoot: true }, 'chromium', '/b/chromium', 'root'],
  ['the browser that is asked for', { findElectron: () => '/e', browser: '/x' }, 'chromium', '/x', '--browser'],
  ['a browser that is installed now', { findBrowser: () => null, installBrowser: () => '/i' }, 'chromium', '/i', '/i'],
];

describe('chooseHost', () => {
  it.each(CASES)('takes %s, and says why', async (_what, patch, host, program, piece) => {
    const answer = await chooseHost(question(patch));
    expect(answer).toMatchObject({ host, program });
    expect(answer?.sentence).toContain(piece);
    expect(answer?.sentence.match(/\.$/g)).toHaveLength(1);
  });

  it('does not try to fetch Electron where it would not serve', async () => {
    const tried: string[] = [];
    const installElectron = async () => {
      tried.push('install');
      return null;
    };
    await chooseHost(question({ hasDisplay: false, installElectron }));
    expect(tried).toEqual([]);
  });

  it('takes nothing when there is nothing', async () => {
    expect(await chooseHost(question({ findBrowser: () => null }))).toBeNull();
  });

  it('knows where there is a display', () => {
    expect(hasDisplay('darwin', {})).toBe(true);
    expect([{}, { DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }].map((one) => hasDisplay('linux', one))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('commandLine', () => {
  const desk = { root: '/r', server: 'http://127.0.0.1:1', headless: true, capture: '/c d', keep: true, person: 'Lou' };

  it('gives each host its words', () => {
    const chromium = commandLine({ ...desk, host: { host: 'chromium', program: '/b', sentence: '' } });
    expect(chromium.args).toEqual([
      join('/r', 'src-main', 'main.chromium.ts'),
      ...['--server', 'http://127.0.0.1:1', '--browser', '/b', '--capture', '/c d', '--keep', '--headless'],
      ...['--person', 'Lou'],
    ]);
    const electron = commandLine({
      ...desk,
      capture: null,
      keep: false,
      host: { host: 'electron', program: '/e', sentence: '' },
    });
    expect(electron).toEqual({ program: '/e', args: ['/r', '--server', 'http://127.0.0.1:1'] });
  });
});
