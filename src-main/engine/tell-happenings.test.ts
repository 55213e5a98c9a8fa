import { afterEach, describe, expect, it } from 'vitest';
import { confirm, decide, decisionOf, entryOf, memoryStore } from '../../tests/support/desk-rows.ts';
import { makeMirrorWhole } from '../../tests/support/whole-mirror.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import { moveDecision } from '../store/outbox/write-outbox.ts';
import type { Store } from '../store/store.ts';
import type { Timers } from '../sync/sync-loop.ts';
import type { Happening } from './tell-happenings.ts';
import { tellHappenings } from './tell-happenings.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const alert = (state: string, number: number) =>
  entryOf('alert', 'a-1', { missionId: 'm-1', state: state as never, agency: 6 }, number);

function start(store: Store, answersAlerts = false) {
  const told: Happening[] = [];
  const state = { blocked: [] as { id: string; establishmentName: string }[], wake: () => {} };
  const timers: Timers = {
    now: () => 0,
    fraction: () => 0,
    wait: (_milliseconds, signal) =>
      new Promise((resolve) => {
        state.wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
  };
  stops.push(
    tellHappenings({
      store,
      timers,
      blocked: () => state.blocked,
      answersAlerts: () => answersAlerts,
      tell: (happening) => told.push(happening),
    }),
  );
  return {
    told,
    state,
    async look() {
      state.wake();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

function wholeStore(): Store {
  const store = memoryStore();
  stops.push(() => store.close());
  confirm(store, entryOf('mission', 'm-1'), alert('raised', 1));
  makeMirrorWhole(store);
  return store;
}

function settle(store: Store, ids: readonly string[], event: 'conflict' | 'refuse'): void {
  store.transaction('mirror', (transaction) => {
    for (const id of ids) {
      const [row] = transaction.statements.rows<OutboxRow>('SELECT * FROM outbox WHERE "commandId" = ?', id);
      if (row) moveDecision(transaction, moveDecision(transaction, row, 'send'), event);
    }
  });
}

const note = (index: number) =>
  decisionOf(
    {
      commandId: `d-${index}`,
      kind: 'mission.note',
      subject: `m-${index}`,
      fact: 'note',
      title: 'Note',
      label: 'Exemple Dominique',
    },
    { text: 'x' },
  );

describe('what happens while nobody looks', () => {
  it('D8 tells once that the CCS took, then answered, an alert', () => {
    const store = wholeStore();
    const { told } = start(store);
    confirm(store, alert('taken', 2));
    confirm(store, entryOf('mission', 'm-1', { note: 'autre chose' }, 3));
    confirm(store, alert('answered', 4));
    expect(told.map(({ kind, title }) => [kind, title])).toEqual([
      ['alert', 'Le CCS a pris votre alerte'],
      ['alert', 'Le CCS a répondu à votre alerte'],
    ]);
    expect(told[0]?.body).toContain('Les Tilleuls');
  });

  it('D8 tells the CCS of alerts that wait, not of its own answers', () => {
    const store = wholeStore();
    const { told } = start(store, true);
    confirm(store, alert('taken', 2));
    confirm(store, entryOf('alert', 'a-2', { missionId: 'm-1', state: 'raised', agency: 6 }, 3));
    expect(told.map(({ title }) => title)).toEqual(['Une alerte attend le CCS']);
  });

  it('says nothing of what a first transfer brings', () => {
    const store = memoryStore();
    stops.push(() => store.close());
    const { told } = start(store, true);
    confirm(store, entryOf('mission', 'm-1'), alert('raised', 1));
    makeMirrorWhole(store);
    expect(told).toEqual([]);
  });

  it('D8 tells conflicts and refusals of one answer in one sentence each, without the name of anybody', () => {
    const store = wholeStore();
    decide(store, note(1), note(2), note(3), note(4));
    const { told } = start(store);
    settle(store, ['d-1', 'd-2'], 'conflict');
    settle(store, ['d-3'], 'refuse');
    decide(store, note(5));
    expect(told.map(({ kind, title }) => [kind, title])).toEqual([
      ['conflict', '2 décisions sont en conflit'],
      ['refused', 'Une décision est refusée'],
    ]);
    expect(JSON.stringify(told)).not.toContain('Dominique');
  });

  it('D8 tells of people newly blocked, by establishment, and again when others are', async () => {
    const store = wholeStore();
    const { told, state, look } = start(store);
    state.blocked = [{ id: 'p-1', establishmentName: 'Les Tilleuls' }];
    await look();
    await look();
    state.blocked = [
      ...state.blocked,
      { id: 'p-2', establishmentName: 'Les Ormes' },
      { id: 'p-3', establishmentName: 'Les Tilleuls' },
    ];
    await look();
    expect(told.map(({ title, body }) => [title, body.includes('2 établissements')])).toEqual([
      ['Un professionnel est bloqué', false],
      ['2 professionnels sont bloqués', true],
    ]);
  });
});
