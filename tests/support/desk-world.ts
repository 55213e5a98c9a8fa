/**
 * A real service with a nation that the test places, a network that may be cut, and as many workstations as wanted: the
 * application as a whole, each with its data folder and its vault, on any host (desk-hosts.ts).
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { SyncState } from '../../contract/app/sync-state.ts';
import type { RunningService } from '../../national-api/start-service.ts';
import { startService } from '../../national-api/start-service.ts';
import { createUuidMaker } from '../../national-api/uuid-maker.ts';
import type { App } from '../../src-main/app.ts';
import { startApp } from '../../src-main/app.ts';
import type { Host } from '../../src-main/host/host.ts';
import { createMemorySecrets } from '../../src-main/host/secrets/memory-secrets.ts';
import type { WindowKind } from '../../src-main/windows/window-kinds.ts';
import type { DeskHostName, DeskPlace } from './desk-hosts.ts';
import { journeyHost, startDeskHost } from './desk-hosts.ts';
import type { Gate } from './desk-world-gate.ts';
import { openGate } from './desk-world-gate.ts';
import type { World } from './world.ts';
import { startWorld, WORLD_START } from './world.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURES = join(ROOT, 'build', 'journeys');
const HOUR = 3_600_000;
/** A first synchronisation on a machine that others use too. */
const PATIENCE_MS = 40_000;

export interface Desk {
  readonly app: App;
  /** The window of that kind; waits until it is open. */
  page(window: WindowKind): Promise<Page>;
  /** What is on screen when all is well: signed in, and every row here. */
  upToDate(): Promise<SyncState>;
  /** Everything that went wrong in its windows. */
  errors(): Promise<readonly string[]>;
  /** Saves what a window shows as build/journeys/name.png. */
  picture(window: WindowKind, name: string): Promise<void>;
  /** Nobody has touched the machine for so many seconds. */
  rest(seconds: number): void;
  /** A person in front of the sign-in that was opened. @param by the hand: a key goes where Tab leads */
  choosePerson(name: string, by?: 'keys'): Promise<void>;
  /** Leaves the application; its data and its vault stay. */
  leave(): Promise<void>;
  /** Opens it again on the same data, as whoever was signed in. */
  again(): Promise<Desk>;
}

/** Displays that a test plugs and unplugs, in place of the host's own. */
export type Screens = Pick<Host, 'displays' | 'onDisplaysChanged'>;

export interface DeskWorld {
  readonly world: World;
  readonly service: RunningService;
  readonly gate: Gate;
  /**
   * Opens a workstation and signs in as a demo person, by the windows.
   * @param name as the sign-in page shows it; null: nobody signs in
   */
  desk(name: string | null, windows?: readonly WindowKind[], screens?: Screens): Promise<Desk>;
  /** Where workstations keep what they keep. */
  dataFolders(): readonly string[];
  dispose(): Promise<void>;
}

/**
 * @param place puts the nation's rows in the base before the service opens
 * @param hostName what its workstations run on
 * @param clock of the service
 */
export async function startDeskWorld(
  place: (world: World) => Promise<void>,
  hostName: DeskHostName = journeyHost(),
  clock: () => number = Date.now,
): Promise<DeskWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-world-'));
  const world = await startWorld('sqlite');
  world.advance((Date.now() - WORLD_START) / HOUR);
  await place(world);
  const port = await freePort();
  const gate = await openGate(`http://127.0.0.1:${port}`);
  const service = await startService({
    databaseAddress: world.address,
    dataFolder: folder,
    port,
    publicUrl: gate.url,
    clock,
    makeId: createUuidMaker(Date.now, randomBytes),
    randomBytes,
    log: () => undefined,
    upstream: 'demo',
  });
  const open = new Set<Desk>();
  const start = async (at: WorldPlace, windows: readonly WindowKind[], name: string | null): Promise<Desk> => {
    const desk = await startDesk(at, gate.url, windows, name, () => start(at, windows, null));
    open.add(desk);
    return desk;
  };
  return {
    world,
    service,
    gate,
    desk: (name, windows = ['missions'], screens = undefined) =>
      start(
        {
          dataFolder: mkdtempSync(join(folder, 'poste-')),
          secrets: createMemorySecrets(),
          vaultKey: randomBytes(32),
          hostName,
          ...(screens === undefined ? {} : { screens }),
        },
        windows,
        name,
      ),
    dataFolders: () => readdirSync(folder).flatMap((name) => (name.startsWith('poste-') ? [join(folder, name)] : [])),
    async dispose() {
      for (const desk of open) await desk.leave();
      await gate.close();
      await service.close();
      await world.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with `renderer` and `preload`. */
    builtDesk: string;
  }
}

/** The service must know the gate's address before it listens, and the gate the service's. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

interface WorldPlace extends DeskPlace {
  readonly hostName: DeskHostName;
  readonly screens?: Screens;
}

async function startDesk(
  place: WorldPlace,
  server: string,
  firstWindows: readonly WindowKind[],
  name: string | null,
  again: () => Promise<Desk>,
): Promise<Desk> {
  const built = inject('builtDesk');
  const logged: string[] = [];
  const log = (event: string, details: object = {}) => void logged.push(`${event} ${JSON.stringify(details)}`);
  const running = await startDeskHost(place.hostName, { place, built, server, log });
  const { host } = running;
  const app = await startApp(
    { ...host, ...place.screens },
    {
      configuration: { server, signInOrigins: [] },
      version: '0.0.0',
      attributions: 'Etalab',
      firstWindows,
      clock: Date.now,
      newId: randomUUID,
      log,
    },
  );
  const windowOf = async (kind: WindowKind) => {
    const find = () => app.windows.all().find(({ window }) => window === kind);
    await expect.poll(() => find() !== undefined, { timeout: PATIENCE_MS, message: `window ${kind}` }).toBe(true);
    const window = find();
    if (window === undefined) throw new Error(`No window ${kind}`);
    return window;
  };
  const page = async (kind: WindowKind) => {
    return running.pageOf(await windowOf(kind));
  };
  const left = { done: false };
  const leave = async () => {
    if (left.done) return;
    left.done = true;
    await host.quit();
    await running.ended();
  };
  if (name !== null) {
    const first = await page(firstWindows[0] ?? 'missions');
    await first.getByRole('button', { name: 'Se connecter' }).click({ timeout: PATIENCE_MS });
    await running.choosePerson(name);
  }
  return {
    app,
    page,
    leave,
    rest: running.rest,
    choosePerson: running.choosePerson,
    async upToDate() {
      const ask = () => app.room.client.sync.state();
      const connection = async () => (await ask()).connection;
      await expect.poll(connection, { timeout: PATIENCE_MS, message: logged.join('\n') }).toBe('up-to-date');
      return ask();
    },
    async errors() {
      const facts = await Promise.all(app.windows.all().map((window) => window.facts()));
      return facts.flatMap(({ consoleErrors, cspViolations }) => [...consoleErrors, ...cspViolations]);
    },
    async picture(kind, name) {
      mkdirSync(PICTURES, { recursive: true });
      writeFileSync(join(PICTURES, `${name}.png`), await (await windowOf(kind)).capture());
    },
    async again() {
      await leave();
      return again();
    },
  };
}
