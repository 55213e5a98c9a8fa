/** A workstation as far as snapshots go: its secrets, its folder, its engines, all real, in this process. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../src-main/engine/create-engine.ts';
import type { EngineContext } from '../../src-main/engine/engine-context.ts';
import { serveEngine } from '../../src-main/engine/engine-room.ts';
import { createMemorySecrets } from '../../src-main/host/secrets/memory-secrets.ts';
import { NationalFault } from '../../src-main/national/national-fault.ts';
import { createEngineRoom } from '../../src-main/rpc/engine-room.ts';
import type { SnapshotDesk } from '../../src-main/snapshots/desk/snapshot-desk.ts';
import { createSnapshotDesk } from '../../src-main/snapshots/desk/snapshot-desk.ts';
import { openStore } from '../../src-main/store/store.ts';
import { DESK_KEY } from '../support/desk-rows.ts';
import { connectionPair } from '../support/desk-rpc/connection-pair.ts';
import { makeMirrorWhole } from '../support/whole-mirror.ts';
import { fillRegion } from './small-region.ts';

export interface Machine {
  readonly desk: SnapshotDesk;
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly clock: { now: number };
  /** The live base's engine, and how many others run. */
  readonly room: ReturnType<typeof createEngineRoom>;
  engines(): number;
  stop(): Promise<void>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly agency: number | null;
}

const NOW = Date.UTC(2020, 10, 15, 12);

/** @param person null: nobody is signed in, no base is open */
export async function startMachine(folder: string, person: Person | null): Promise<Machine> {
  mkdirSync(folder, { recursive: true });
  const clock = { now: NOW };
  const running = new Set<EngineContext>();
  const ids = { last: 0 };
  const newId = () => {
    ids.last += 1;
    return `${person?.id ?? 'nobody'}-${ids.last}`;
  };
  const startEngine = () => {
    const [engineSide, mainSide] = connectionPair();
    const context = createEngine({
      clock: () => clock.now,
      makeId: newId,
      turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
      timers: {
        now: () => clock.now,
        fraction: () => 0,
        wait: (_, signal) =>
          new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
      },
      openTransport: () => ({
        exchange: async () => {
          throw new NationalFault('unreachable');
        },
        close: async () => undefined,
      }),
      log: () => undefined,
    });
    running.add(context);
    serveEngine(context, engineSide.connection);
    return {
      connection: mainSide.connection,
      onExit: () => undefined,
      kill: () => {
        running.delete(context);
        void context.close();
      },
    };
  };
  const makeRoom = () =>
    createEngineRoom(
      startEngine,
      () => clock.now,
      () => undefined,
    );
  const room = makeRoom();
  await room.start();
  const saved: Machine['saved'] = [];
  const secrets = createMemorySecrets();
  const desk = createSnapshotDesk({
    host: {
      secrets,
      dataFolder: folder,
      async saveFile(name, bytes) {
        saved.push({ name, bytes });
        return true;
      },
    },
    room,
    makeRoom,
    clock: () => clock.now,
    newId,
    later(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    version: '0.1.0',
  });
  if (person !== null) {
    const path = join(folder, 'base.sqlite');
    const store = fillRegion(openStore(path, DESK_KEY, { personId: person.id }));
    makeMirrorWhole(store);
    store.close();
    const key = Buffer.from(DESK_KEY).toString('base64');
    await room.client.control.open({ path, key, personId: person.id });
    await room.client.control.session({
      server: 'https://service.example',
      accessToken: 'token',
      expiresAt: '2020-11-16T08:00:00.000Z',
      person: { ...person, departements: null },
      proxy: null,
    });
  }
  return {
    desk,
    saved,
    clock,
    room,
    engines: () => running.size,
    async stop() {
      desk.stop();
      for (const context of running) await context.close();
    },
  };
}
