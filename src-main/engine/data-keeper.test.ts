import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  confirm,
  DESK_KEY,
  DESK_PERSON,
  decide,
  decisionOf,
  entryOf,
  memoryStore,
} from '../../tests/support/desk-rows.ts';
import { makeMirrorWhole } from '../../tests/support/whole-mirror.ts';
import { eraseLocal } from '../store/erase-local.ts';
import { openEncrypted } from '../store/open-encrypted.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import { readUndelivered } from '../store/outbox/read-outbox.ts';
import { moveDecision } from '../store/outbox/write-outbox.ts';
import { readCandidateView } from '../store/queries/view-rows.ts';
import type { Store } from '../store/store.ts';
import { openStore } from '../store/store.ts';
import type { Timers } from '../sync/sync-loop.ts';
import { keepData } from './data-keeper.ts';
import { isLeaseOver } from './local-lease.ts';

const HOUR = 3_600_000;
const stores: Store[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Time that moves when it is told to. */
function heldTime() {
  const state = { now: 1_000 * HOUR, wake: () => {} };
  const timers: Timers = {
    now: () => state.now,
    fraction: () => 0,
    wait: (_milliseconds, signal) =>
      new Promise((resolve) => {
        state.wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
  };
  return {
    timers,
    async pass(hours: number) {
      state.now += hours * HOUR;
      state.wake();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

function fill(store: Store): void {
  stores.push(store);
  confirm(
    store,
    ...Array.from({ length: 50 }, (_, index) => entryOf('candidate', `c-${index}`, { lastName: `Canari${index}` })),
  );
  makeMirrorWhole(store);
  const verify = (commandId: string, index: number) =>
    decisionOf(
      { commandId, kind: 'candidate.verify', subject: `c-${index}`, fact: 'verification', label: `Canari${index}` },
      { verified: true, reason: null },
    );
  decide(store, verify('d-1', 1), verify('d-2', 2), verify('d-3', 3));
  store.transaction('mirror', (transaction) => {
    const [row] = transaction.statements.rows<OutboxRow>(`SELECT * FROM outbox WHERE "commandId" = 'd-3'`);
    if (row) moveDecision(transaction, moveDecision(transaction, row, 'send'), 'accept', { outcome: 'accepted' });
  });
}

function start(inContact: () => boolean = () => false) {
  const store = memoryStore();
  fill(store);
  const time = heldTime();
  const sentences: string[] = [];
  const keeper = keepData({ store, timers: time.timers, inContact, onErased: (sentence) => sentences.push(sentence) });
  return { store, time, keeper, sentences, people: () => [...readCandidateView(store)].length };
}

describe('what a workstation may hold', () => {
  it('S54 is erased 72 hours after the last contact, and the decisions that wait are not', async () => {
    const { store, time, sentences, people, keeper } = start();
    await time.pass(71);
    expect([people(), sentences]).toEqual([50, []]);
    await time.pass(2);
    expect(people()).toBe(0);
    expect(readUndelivered(store.statements).map(({ commandId }) => commandId)).toEqual(['d-1', 'd-2']);
    expect(sentences).toEqual([expect.stringContaining('2 décisions en attente sont gardées')]);
    await time.pass(1);
    expect(sentences).toHaveLength(1);
    keeper.stop();
  });

  it('S54 is held as long as the service answers, now and then', async () => {
    const contact = { now: true };
    const { time, people, keeper } = start(() => contact.now);
    await time.pass(100);
    contact.now = false;
    await time.pass(60);
    expect(people()).toBe(50);
    await time.pass(20);
    expect(people()).toBe(0);
    keeper.stop();
  });

  it('S54 gains nothing from a clock that is set back, at this start or the next', async () => {
    const { store, time, keeper, people } = start();
    await time.pass(70);
    await time.pass(-69);
    await time.pass(3);
    expect(people()).toBe(50);
    keeper.stop();
    const next = heldTime();
    await next.pass(73);
    const sentences: string[] = [];
    const again = keepData({
      store,
      timers: next.timers,
      inContact: () => false,
      onErased: (one) => sentences.push(one),
    });
    expect([people(), sentences.length]).toEqual([0, 1]);
    again.stop();
    expect(isLeaseOver({ contact: 0, latest: 73 * HOUR }, HOUR, 72)).toBe(true);
  });

  it('S54 goes at the first contact that says that the habilitation is over', () => {
    const { store, keeper, sentences, people } = start();
    keeper.revoked();
    expect(people()).toBe(0);
    expect(readUndelivered(store.statements)).toHaveLength(2);
    expect(sentences).toEqual([expect.stringContaining('plus d’habilitation')]);
    keeper.revoked();
    expect(sentences).toHaveLength(1);
    keeper.stop();
  });

  it('S55 leaves no name behind in the pages that it frees, nor in the log of changes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'erase-'));
    folders.push(folder);
    const path = join(folder, 'desk.db');
    const store = openStore(path, DESK_KEY, { personId: DESK_PERSON });
    fill(store);
    /** The same file without its cipher: what whoever holds the key could read of its free pages. */
    const inClear = (name: string) => {
      const clear = join(folder, name);
      copyFileSync(path, clear);
      const connection = openEncrypted(clear, DESK_KEY);
      connection.pragma('journal_mode = DELETE');
      connection.pragma(`rekey = ''`);
      connection.close();
      return readFileSync(clear).toString('latin1').split('Canari').length - 1;
    };
    store.checkpoint();
    expect(inClear('before.db')).toBeGreaterThan(50);
    eraseLocal(store);
    // Two decisions wait: they bear the names of those whom they are about, until they are delivered.
    expect(inClear('after.db')).toBe(2);
    expect(readFileSync(`${path}-wal`).byteLength).toBe(0);
  });
});
