/** Keeps the engine's open database that of the person who is signed in (TRUST S62), whoever comes and goes. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EngineSession } from '../engine/engine-control.ts';
import type { SecretStore } from '../host/host.ts';
import type { EngineClient } from '../rpc/engine-room.ts';
import { personDatabase } from './person-database.ts';

export interface PersonParts {
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  readonly engine: EngineClient;
  /** Tells the person something that must not pass in silence. */
  readonly tell: (sentence: string) => void;
}

export interface OpenPerson {
  /** Follows a session: opens, renews, or closes. */
  follow(session: EngineSession | null): Promise<void>;
  /** The base is closed and its key forgotten; whoever comes or goes meanwhile opens nothing (TRUST S53). */
  lock(): Promise<void>;
  /** Opens what the present session opens. */
  unlock(): Promise<void>;
  /** The engine is a new one: it knows nothing yet. */
  restore(): Promise<void>;
  /** Undelivered decisions of the last database that was closed. */
  lastWaiting(): number;
  databasePath(): string | null;
}

export function createOpenPerson({ dataFolder, secrets, engine, tell }: PersonParts): OpenPerson {
  const state = { session: null as EngineSession | null, path: null as string | null, waiting: 0, locked: false };
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
      const kept = await secrets.read(keyName);
      if (kept === null && existsSync(path)) tell(await setAside(path));
      const key = kept ?? (await makeKey(secrets, keyName));
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
      if (session === null) await close();
      else if (!state.locked) await open(session);
    },
    async restore() {
      state.path = null;
      if (state.session !== null && !state.locked) await open(state.session);
    },
    async lock() {
      state.locked = true;
      if (state.path === null) return;
      state.path = null;
      // Without a word to windows: what they show is covered, and what was typed in them stays.
      await engine.control.close();
    },
    async unlock() {
      state.locked = false;
      if (state.session !== null) await open(state.session);
    },
    lastWaiting: () => state.waiting,
    databasePath: () => state.path,
  };
}

/** A base without its key cannot be read here any more; it is never written over (TRUST S52). */
async function setAside(path: string): Promise<string> {
  const aside = `${path}.sans-cle-${randomBytes(4).toString('hex')}`;
  for (const suffix of ['', '-wal', '-shm', '-decisions'])
    if (existsSync(`${path}${suffix}`)) await rename(`${path}${suffix}`, `${aside}${suffix}`);
  return `La clé de votre base locale a disparu de ce poste : la base est mise de côté (${aside}), une nouvelle est téléchargée. Les décisions qui n’étaient pas parties y sont encore, chiffrées.`;
}

async function makeKey(secrets: SecretStore, name: string): Promise<Uint8Array> {
  const key = new Uint8Array(randomBytes(32));
  await secrets.write(name, key);
  return key;
}
