/** The main process's answers over connections in this process, on a stand-in engine, with nothing else behind. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { deskContract } from '../../../contract/app/desk-contract.ts';
import type { ConnectionEnd } from '../../../src-main/host/connection-end.ts';
import type { Host, WindowOptions } from '../../../src-main/host/host.ts';
import { createMemorySecrets } from '../../../src-main/host/secrets/memory-secrets.ts';
import { connectionPort } from '../../../src-main/rpc/connection-port.ts';
import type { DeskParts } from '../../../src-main/rpc/desk-parts.ts';
import { createDeskRouter } from '../../../src-main/rpc/desk-router.ts';
import type { EngineRoom } from '../../../src-main/rpc/engine-room.ts';
import { createEngineRoom } from '../../../src-main/rpc/engine-room.ts';
import { createServeWindow } from '../../../src-main/rpc/serve-window.ts';
import { createSnapshotDesk } from '../../../src-main/snapshots/desk/snapshot-desk.ts';
import type { WindowRegistry } from '../../../src-main/windows/window-registry.ts';
import type { Workspace } from '../../../src-main/windows/workspace.ts';
import { createWorkspace } from '../../../src-main/windows/workspace.ts';
import { connectionPair } from './connection-pair.ts';
import type { StandInEngine } from './stand-in-engine.ts';
import { createStandInEngine } from './stand-in-engine.ts';

export type DeskClient = ContractRouterClient<typeof deskContract>;

export interface DeskUnderTest {
  readonly engine: StandInEngine;
  readonly room: EngineRoom;
  readonly windows: WindowRegistry;
  readonly workspace: Workspace;
  readonly logged: { readonly event: string; readonly details: Readonly<Record<string, unknown>> }[];
  readonly saved: { readonly name: string; readonly text: string }[];
  /** A page's side of a new connection. */
  connect(windowId: string): { readonly client: DeskClient; readonly page: ConnectionEnd; close(): void };
}

export async function startDesk(patch: Partial<DeskParts> = {}): Promise<DeskUnderTest> {
  const engine = createStandInEngine();
  const logged: DeskUnderTest['logged'] = [];
  const saved: DeskUnderTest['saved'] = [];
  const log: DeskParts['log'] = (event, details = {}) => void logged.push({ event, details });
  const counter = { last: 0 };
  const newId = () => {
    counter.last += 1;
    return `id-${counter.last}`;
  };
  const room = createEngineRoom(engine.start, () => 0, log);
  const workspace = createWorkspace({
    host: idleHost(),
    clock: () => 0,
    newId,
    later: () => () => undefined,
    log,
    establishment: async (id) => (id === 'e-1' ? { name: 'EHPAD de démonstration', number: '540000000' } : null),
    hurry: () => undefined,
  });
  const { windows } = workspace;
  const host = { secrets: createMemorySecrets(), dataFolder: '/nowhere', saveFile: async () => true };
  const makeRoom = () => createEngineRoom(createStandInEngine().start, () => 0, log);
  const snapshots = createSnapshotDesk({
    ...{ host, room, makeRoom, newId, version: '0.0.0' },
    clock: () => 0,
    later: () => () => undefined,
  });
  const router = createDeskRouter({
    room,
    snapshots,
    workspace,
    cell: {
      presence: {
        start: () => undefined,
        show: () => undefined,
        list: () => ({ known: false, present: [] }),
        leave: async () => undefined,
      },
      log: {
        restore: async () => undefined,
        list: () => ({ known: false, more: false, entries: [] }),
        older: async () => undefined,
        add: async () => null,
        follow: async () => undefined,
      },
    },
    settings: {
      read: async () => ({
        server: 'https://service.example',
        host: 'chromium',
        secretStore: 'Mémoire vive',
        databaseBytes: 0,
        version: '0.0.0',
        theme: 'auto',
        staleMinutes: 15,
        managed: [],
        attributions: '',
      }),
      change: async () => undefined,
    },
    lock: {
      async *follow() {
        yield { locked: false, since: null, person: null };
      },
      unlock: async () => undefined,
    },
    signIn: async () => undefined,
    signOut: async () => 3,
    async saveFile(name, content) {
      saved.push({ name, text: Buffer.from(content).toString('utf8') });
      return true;
    },
    newReference: newId,
    log,
    ...patch,
  });
  const serve = createServeWindow(router, log, newId);
  await room.start();
  return {
    engine,
    room,
    windows,
    workspace,
    logged,
    saved,
    connect(windowId) {
      const [main, page] = connectionPair();
      serve(windowId, main.connection);
      const client: DeskClient = createORPCClient(new RPCLink({ port: connectionPort(page.connection) }));
      const close = () => {
        main.end();
        page.end();
      };
      return { client, page, close };
    },
  };
}

/** A host whose windows do nothing; the router asks it for nothing else. */
function idleHost(): Host {
  const nothing = () => undefined;
  return {
    name: 'chromium',
    dataFolder: '/nowhere',
    secrets: createMemorySecrets(),
    displays: () => [],
    openWindow: async (options: WindowOptions) => idleWindow(options),
    notify: nothing,
    setMenu: nothing,
    onDisplaysChanged: nothing,
    onDeepLink: nothing,
    onOpenFile: nothing,
    quit: async () => undefined,
  } as unknown as Host;
}

function idleWindow({ id, window }: WindowOptions) {
  return {
    id,
    window,
    bounds: async () => ({ x: 0, y: 0, width: 1, height: 1 }),
    place: () => undefined,
    setTitle: () => undefined,
    focus: () => undefined,
    close: () => undefined,
    onClosed: () => undefined,
    onCrashed: () => undefined,
    onMoved: () => undefined,
    capture: async () => new Uint8Array(),
    facts: async () => ({ title: '', rows: 0, consoleErrors: [], cspViolations: [] }),
  };
}
