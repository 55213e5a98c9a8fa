/** Keeps the engine's open database that of the person who is signed in (TRUST S62), whoever comes and goes. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EngineSession } from '../engine/engine-control.ts';
import type { SecretStore } from '../host/host.ts';
import type { EngineClient } from '../rpc/engine-room.ts';
import { personDatabase } from './person-database.ts';

export interface PersonParts {
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  readonly engine: EngineClient;
}

export interface OpenPerson {
  /** Follows a session: opens, renews, or closes. */
  follow(session: EngineSession | null): Promise<void>;
  /** The engine is a new one: it knows nothing yet. */
  restore(): Promise<void>;
  /** Undelivered decisions of the last database that was closed. */
  lastWaiting(): number;
  databasePath(): string | null;
}

export function createOpenPerson({ dataFolder, secrets, engine }: PersonParts): OpenPerson {
  const state = { session: null as EngineSession | null, path: null as string | null, waiting: 0 };
  const close = async () => {
    if (state.path === null) return;
    state.path = null;
    await engine.control.session(null);
    state.waiting = (await engine.control.close()).waiting;
  };
  const open = async (session: EngineSession) => {
    const { path, keyName } = personDatabase(dataFolder, session.server, session.person.id);
    if (state.path !== null && state.path !== path) await close();
    if (state.path === null) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const key = (await secrets.read(keyName)) ?? (await makeKey(secrets, keyName));
      const text = Buffer.from(key).toString('base64');
      key.fill(0);
      await engine.control.open({ path, key: text, personId: session.person.id });
      state.path = path;
    }
    await engine.control.session(session);
  };
  return {
    async follow(session) {
      state.session = session;
      await (session === null ? close() : open(session));
    },
    async restore() {
      state.path = null;
      if (state.session !== null) await open(state.session);
    },
    lastWaiting: () => state.waiting,
    databasePath: () => state.path,
  };
}

async function makeKey(secrets: SecretStore, name: string): Promise<Uint8Array> {
  const key = new Uint8Array(randomBytes(32));
  await secrets.write(name, key);
  return key;
}
