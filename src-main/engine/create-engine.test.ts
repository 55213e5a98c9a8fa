import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { confirm, DESK_KEY, DESK_PERSON, decide, decisionOf, entryOf } from '../../tests/support/desk-rows.ts';
import { makeMirrorWhole } from '../../tests/support/whole-mirror.ts';
import { NationalFault } from '../national/national-fault.ts';
import { openEncrypted } from '../store/open-encrypted.ts';
import { readUndelivered } from '../store/outbox/read-outbox.ts';
import { openStore } from '../store/store.ts';
import { createEngine } from './create-engine.ts';
import type { EngineContext } from './engine-context.ts';
import type { EngineFact } from './fact-stream.ts';

const NOW = Date.parse('2020-11-15T10:00:00Z');
const folders: string[] = [];
const engines: EngineContext[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  folders.push(folder);
  return join(folder, 'base.sqlite');
}

const note = (index: number) =>
  decisionOf({ commandId: `d-${index}`, kind: 'mission.note', subject: `m-${index}`, fact: 'note' }, { text: 'Gardé' });

/** A base with 400 missions and three decisions that wait. */
function makeBase(path: string): void {
  const store = openStore(path, DESK_KEY, { personId: DESK_PERSON });
  const text = 'x'.repeat(600);
  confirm(store, ...Array.from({ length: 400 }, (_, index) => entryOf('mission', `m-${index}`, { note: text })));
  makeMirrorWhole(store);
  decide(store, note(1), note(2), note(3));
  store.checkpoint();
  store.close();
}

function startEngine() {
  const facts: EngineFact[] = [];
  const engine = createEngine({
    clock: () => NOW,
    makeId: () => 'id-1',
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    timers: {
      now: () => NOW,
      fraction: () => 0,
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    openTransport: () => ({
      exchange: async () => {
        throw new NationalFault('unreachable');
      },
      close: async () => {},
    }),
    log: () => {},
  });
  engines.push(engine);
  const listen = async () => {
    for await (const fact of engine.facts.follow(undefined)) facts.push(fact);
  };
  void listen();
  return { engine, facts };
}

describe('the engine on a base that went wrong', () => {
  it('S52 meets a rotten page while it runs: a new base with every decision, and a sentence that counts them', async () => {
    const path = freshPath();
    makeBase(path);
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(path, bytes);
    const { engine, facts } = startEngine();
    const { store } = await engine.open(path, DESK_KEY.slice(), DESK_PERSON);
    expect(() => store.statements.rows('SELECT * FROM main.mission')).toThrow('endommagée');
    await expect.poll(() => engine.desk() !== null && engine.desk()?.store !== store).toBe(true);
    const after = engine.desk()?.store;
    expect(after && readUndelivered(after.statements).map(({ commandId }) => commandId)).toEqual(['d-1', 'd-2', 'd-3']);
    await expect.poll(() => facts.length).toBe(1);
    expect(facts[0]).toMatchObject({ fact: 'storage-damaged', quarantined: expect.stringContaining('mise-de-cote') });
    expect(facts[0]).toMatchObject({ sentence: expect.stringContaining('3 décisions en attente ont été gardées') });
    expect(facts[0]).toMatchObject({ sentence: expect.stringContaining('Aucune décision n’a été perdue.') });
  });

  it('R08 finds decisions again that a lost log of changes had taken, and says so', async () => {
    const path = freshPath();
    makeBase(path);
    const before = readFileSync(path);
    const store = openStore(path, DESK_KEY, { personId: DESK_PERSON });
    decide(store, note(4), note(5));
    store.close();
    writeFileSync(path, before);
    const { engine, facts } = startEngine();
    const desk = await engine.open(path, DESK_KEY.slice(), DESK_PERSON);
    expect(readUndelivered(desk.store.statements)).toHaveLength(5);
    await expect
      .poll(() => facts)
      .toMatchObject([
        { fact: 'notification', body: expect.stringContaining('2 décisions en attente ont été retrouvées') },
      ]);
  });

  it('R09 reads a base of a newer version and exports its decisions, writes nothing in it, and says why', async () => {
    const path = freshPath();
    makeBase(path);
    const newer = openEncrypted(path, DESK_KEY);
    newer.pragma('user_version = 99');
    newer.pragma('wal_checkpoint(TRUNCATE)');
    newer.close();
    const before = readFileSync(path);
    const { engine } = startEngine();
    const desk = await engine.open(path, DESK_KEY.slice(), DESK_PERSON);
    const person = { id: DESK_PERSON, name: 'Régulation 6', role: 'ars-regulator', agency: 6, departements: null };
    const session = { server: 'https://national.example', accessToken: 't', expiresAt: '2020-11-15T11:00:00Z' };
    await desk.follow({ ...session, person, proxy: null });
    expect(desk.syncState()).toMatchObject({ connection: 'offline', waiting: 3, person: { id: DESK_PERSON } });
    expect(desk.syncState().message).toContain('version plus récente');
    expect(desk.store.statements.rows('SELECT id FROM main.mission')).toHaveLength(400);
    expect(JSON.parse(desk.decisions()?.exportOutbox().text ?? '{}')).toMatchObject({ decisions: { length: 3 } });
    expect(() => decide(desk.store, note(9))).toThrow("rien n'y est écrit");
    await engine.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('S52 under a key that is not its own, is set aside with its copy: its own key opens both again', async () => {
    const path = freshPath();
    makeBase(path);
    const { engine, facts } = startEngine();
    await engine.open(path, new Uint8Array(32).fill(9), DESK_PERSON);
    await engine.close();
    await expect.poll(() => facts.length).toBe(1);
    const [fact] = facts;
    if (fact?.fact !== 'storage-damaged') throw new Error('Nothing was set aside');
    expect(fact.sentence).toContain('La clé de ce poste n’ouvre pas');
    const again = openStore(fact.quarantined, DESK_KEY, { personId: DESK_PERSON });
    expect([again.restored, readUndelivered(again.statements).length]).toEqual([0, 3]);
    again.close();
  });
});
