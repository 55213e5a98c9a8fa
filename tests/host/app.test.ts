/** The application as a whole on each host: page, main process, engine room, the real service's sign-in. */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../../scripts/bundle/bundle-script.ts';
import type { App } from '../../src-main/app.ts';
import { startApp } from '../../src-main/app.ts';
import { captureWindows } from '../../src-main/windows/capture-windows.ts';
import type { WindowKind } from '../../src-main/windows/window-kinds.ts';
import type { DemoServiceForTests } from '../support/demo-service.ts';
import { startDemoServiceForTests } from '../support/demo-service.ts';
import { hostKinds } from '../support/hosts/host-kinds.ts';
import type { HostKind, RunningHost } from '../support/hosts/running-host.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const QUERY = { filters: [], search: '', sorts: [], offset: 0, limit: 50 };

/** An engine that starts anew, on a machine that others use too. */
const PATIENT = { timeout: 20_000 };

const ask = (page: Page, name: string, input?: unknown): Promise<unknown> =>
  page.evaluate(
    ([asked, given]) =>
      (globalThis as unknown as { ask(name: unknown, input: unknown): Promise<unknown> }).ask(asked, given),
    [name, input],
  );
const take = (page: Page, name: string, count: number): Promise<unknown> =>
  page.evaluate(
    ([asked, most]) =>
      (globalThis as unknown as { take(name: unknown, count: unknown): Promise<unknown> }).take(asked, most),
    [name, count],
  );

/** Runs in the page: all that a page may keep. */
async function readStorage() {
  return {
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  };
}

describe.each(hostKinds())('the application on the $name host', (kind: HostKind) => {
  const place: { pages: string; service: DemoServiceForTests | null } = { pages: '', service: null };
  const running: RunningHost[] = [];

  beforeAll(async () => {
    place.service = await startDemoServiceForTests();
    place.pages = mkdtempSync(join(tmpdir(), 'desk-page-'));
    const source = join(ROOT, 'tests', 'host', 'desk-page');
    cpSync(join(source, 'index.html'), join(place.pages, 'index.html'));
    const script = await bundleScript({ entry: join(source, 'desk-page.ts'), format: 'iife', given: [] });
    writeFileSync(join(place.pages, 'desk-page.js'), script);
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.dispose();
  });
  afterAll(async () => {
    await place.service?.close();
    rmSync(place.pages, { recursive: true, force: true });
  });

  async function startDesk(firstWindows: readonly WindowKind[] = ['missions']) {
    const server = place.service?.url ?? '';
    const host = await kind.start({
      pages: place.pages,
      engineScript: join(ROOT, 'tests', 'support', 'hosts', 'stand-in-engine-room.ts'),
      reachable: [server],
    });
    running.push(host);
    const pages: Page[] = [];
    const seen = {
      ...host.host,
      async openWindow(options: Parameters<typeof host.host.openWindow>[0]) {
        const window = await host.host.openWindow(options);
        pages.push(host.pageOf(window));
        return window;
      },
    };
    const app: App = await startApp(seen, {
      configuration: { server, signInOrigins: [] },
      version: '0.0.0',
      attributions: 'Etalab',
      firstWindows,
      clock: Date.now,
      newId: randomUUID,
      log: () => undefined,
    });
    const [page] = pages;
    if (page === undefined) throw new Error('No window was opened.');
    return { host, app, page, pages };
  }

  it('answers a page from the engine and from main, streams to it, and tells what it may say of itself', async () => {
    const { page, host } = await startDesk();
    expect(await ask(page, 'windows.recall')).toMatchObject({ window: 'missions', state: null });
    expect(await ask(page, 'missions.page', QUERY)).toMatchObject({ total: 1834, complete: true });
    expect(await take(page, 'sync.changes', 3)).toEqual(
      [1, 2, 3].map((revision) => ({ revision, topics: ['missions'] })),
    );
    expect(await ask(page, 'missions.page', { ...QUERY, sql: 'DROP' })).toEqual({ failed: 'ill-formed' });
    expect(await ask(page, 'settings.read')).toMatchObject({ server: place.service?.url, theme: 'auto' });
    await expect.poll(() => host.notices(), PATIENT).toEqual(['Alerte — Une alerte attend.']);
  });

  it('S41 S57 S62 signs in with the real service, opens the person’s base with a key of its own, signs out', async () => {
    const { page, host } = await startDesk();
    const signedIn = ask(page, 'session.signIn');
    await host.choosePerson('Camille Aubépine');
    expect(await signedIn).toBeNull();
    const state = (await ask(page, 'sync.state')) as { message: string };
    expect(state).toMatchObject({ connection: 'up-to-date', person: { name: 'Camille Aubépine (ARS Grand-Est)' } });
    expect(state.message).toMatch(/^1 demo-camille-aubepine 32 .*[\\/]bases[\\/][0-9a-f]{32}\.sqlite$/);
    expect(await page.evaluate(readStorage)).toEqual({ local: 0, session: 0, cookies: '', databases: 0, caches: 0 });
    expect(await ask(page, 'session.signOut')).toEqual({ kept: 3 });
    expect(await ask(page, 'sync.state')).toMatchObject({ connection: 'signed-out' });
  });

  it('starts a dead engine again: the call says so, the session and the base are back, the page need not reload', async () => {
    const { page, host } = await startDesk();
    const signedIn = ask(page, 'session.signIn');
    await host.choosePerson('Ariel Cèdre');
    await signedIn;
    expect(await ask(page, 'missions.page', { ...QUERY, search: 'die' })).toEqual({ failed: 'engine-restarted' });
    await expect
      .poll(async () => ((await ask(page, 'sync.state')) as { connection?: string }).connection, PATIENT)
      .toBe('up-to-date');
    expect(await ask(page, 'sync.state')).toMatchObject({ person: { role: 'ccs-desk' } });
  });

  it('shares the selection among windows, and a window that was opened from another comes with its subject', async () => {
    const { page, pages } = await startDesk();
    await ask(page, 'windows.open', { window: 'candidates', subjectId: 'm-7' });
    await expect.poll(() => pages.length).toBe(2);
    const other = pages[1] ?? page;
    expect(await ask(other, 'windows.recall')).toMatchObject({ window: 'candidates', subjectId: 'm-7' });
    const heard = take(other, 'selection.follow', 2);
    await expect.poll(() => ask(other, 'windows.list')).toHaveLength(2);
    await ask(page, 'selection.change', { subject: { kind: 'mission', id: 'm-7' }, chosen: null });
    expect(((await heard) as { subject: unknown }[]).at(-1)?.subject).toEqual({ kind: 'mission', id: 'm-7' });
  });

  it('takes a picture of each window, with what it shows in figures', async () => {
    const { app, page, host } = await startDesk(['missions', 'crisis']);
    const signedIn = ask(page, 'session.signIn');
    await host.choosePerson('Camille Aubépine');
    await signedIn;
    const folder = join(place.pages, 'pictures');
    const isUpToDate = await captureWindows({
      windows: app.windows.all(),
      syncState: () => app.room.client.sync.state(),
      folder,
      wait: (ms) => new Promise((done) => setTimeout(done, ms / 10)),
    });
    expect(isUpToDate).toBe(true);
    const told = JSON.parse(readFileSync(join(folder, 'windows.json'), 'utf8')) as {
      window: string;
      picture: string;
    }[];
    expect(told).toMatchObject(
      ['missions', 'crisis'].map((window) => ({
        window,
        rows: 1,
        scope: 'ARS Grand-Est',
        syncState: 'up-to-date',
        consoleErrors: [],
        cspViolations: [],
      })),
    );
    expect(told.every(({ picture }) => existsSync(join(folder, picture)))).toBe(true);
  });
});
