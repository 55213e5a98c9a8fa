/** The application, put together on whatever host it is given. Reads as a table of contents. */
import { join } from 'node:path';
import type { Log } from './diagnostics/log.ts';
import type { Host } from './host/host.ts';
import { listenForAnswer } from './host/loopback-listener.ts';
import { VaultFault } from './host/secrets/vault-fault.ts';
import { askWhoIAm } from './national/identity/ask-who-i-am.ts';
import { createIdentityClient } from './national/identity/identity-client.ts';
import { createIdentityFetch } from './national/identity/identity-fetch.ts';
import { createCell } from './presence/cell.ts';
import { createDeskRouter } from './rpc/desk-router.ts';
import type { EngineRoom } from './rpc/engine-room.ts';
import { createEngineRoom } from './rpc/engine-room.ts';
import { isFailure } from './rpc/failure.ts';
import { followFacts } from './rpc/follow-facts.ts';
import { createServeWindow } from './rpc/serve-window.ts';
import { createAutoLock } from './session/auto-lock.ts';
import { createOpenPerson } from './session/open-person.ts';
import type { Session } from './session/session.ts';
import { createSession } from './session/session.ts';
import { createDeskSettings } from './settings/desk-settings.ts';
import type { ManagedConfiguration } from './settings/managed-configuration.ts';
import { createSnapshotDesk } from './snapshots/desk/snapshot-desk.ts';
import { SnapshotFault } from './snapshots/format/snapshot-fault.ts';
import type { WindowKind } from './windows/window-kinds.ts';
import type { WindowRegistry } from './windows/window-registry.ts';
import type { Workspace } from './windows/workspace.ts';
import { createWorkspace } from './windows/workspace.ts';

export interface AppOptions {
  readonly configuration: ManagedConfiguration;
  readonly version: string;
  /** Where data and drawings come from, as the settings window tells. */
  readonly attributions: string;
  /** Opened when nothing is remembered. */
  readonly firstWindows: readonly WindowKind[];
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
}

/** What an entry may still want of the application once it runs. */
export interface App {
  readonly session: Session;
  readonly windows: WindowRegistry;
  readonly workspace: Workspace;
  readonly room: EngineRoom;
  /** Whether somebody was signed in already; never rejects. */
  readonly resumed: Promise<boolean>;
}

export async function startApp(host: Host, options: AppOptions): Promise<App> {
  const { clock, log, newId } = options;
  const { server, signInOrigins } = options.configuration;
  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  };

  const tell = (sentence: string) => host.notify('Poste de régulation', sentence);

  const room = createEngineRoom(host.startEngine, clock, log);
  const person = createOpenPerson({ dataFolder: host.dataFolder, secrets: host.secrets, engine: room.client, tell });
  const identityFetch = createIdentityFetch(server, (address) => host.proxyFor(address));
  const session = createSession({
    server,
    signInOrigins,
    secrets: host.secrets,
    window: host.signIn,
    identity: createIdentityClient(server, identityFetch),
    whoAmI: (accessToken) => askWhoIAm(server, accessToken, identityFetch),
    listen: listenForAnswer,
    proxyFor: (address) => host.proxyFor(address),
    clock,
    later,
    log,
    async onChange(next) {
      await person.follow(next);
      // What is signed here is to be known elsewhere, and what was revoked, here.
      if (next !== null) snapshots.register.meet().catch(() => log('app.register-not-met'));
    },
  });
  room.onStarted(person.restore);
  const workspace = createWorkspace({
    host,
    clock,
    newId,
    later,
    log,
    establishment: (id) => room.client.directory.establishment({ id }).catch(() => null),
    hurry: () => void room.client.sync.now().catch(() => log('app.not-hurried')),
  });
  const { windows } = workspace;
  room.onStarted(async () => followFacts(room, session, workspace.notices, log));
  const cell = createCell({ host, engine: room.client, session, workspace, clock, newId, later });
  const settings = createDeskSettings({
    path: join(host.dataFolder, 'preferences.json'),
    host,
    server,
    version: options.version,
    attributions: options.attributions,
    databasePath: person.databasePath,
  });
  const lock = createAutoLock({ host, session, person, clock, later, log });
  const snapshots = createSnapshotDesk({
    ...{ host, room, clock, newId, later, version: options.version },
    makeRoom: () => createEngineRoom(host.startEngine, clock, log),
  });
  const router = createDeskRouter({
    room,
    snapshots,
    lock,
    workspace,
    cell,
    settings,
    signIn: session.signIn,
    async signOut() {
      await session.signOut();
      await lock.signedOut();
      return person.lastWaiting();
    },
    saveFile: host.saveFile,
    newReference: newId,
    log,
  });
  host.onOpenFile((path) => {
    snapshots
      .offer(path)
      .then(() => windows.open('review', null))
      .catch((error: unknown) => {
        log('app.file-not-opened', { code: error instanceof Error ? error.name : '' });
        tell(error instanceof SnapshotFault ? error.message : 'Ce fichier ne peut pas être lu.');
      });
  });
  const serve = createServeWindow(router, log, newId);

  host.onConnection((window, connection) => serve(window.id, connection));
  host.onQuit(() => cell.leave());
  host.onQuit(() => workspace.settle());
  host.onQuit(async () => {
    session.stop();
    lock.stop();
    snapshots.stop();
    await room.client.control.close().catch(() => log('app.engine-not-closed'));
    room.stop();
  });

  await room.start();
  await lock.start();
  await workspace.start(options.firstWindows);
  await cell.start();
  const resumed = session.resume().catch((error: unknown) => {
    log('app.not-resumed', { code: error instanceof Error ? error.name : '' });
    if (error instanceof VaultFault || isFailure(error)) tell(error.message);
    return false;
  });
  return { session, windows, workspace, room, resumed };
}
