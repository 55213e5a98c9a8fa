import { describe, expect, it } from 'vitest';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';
import { createPresence } from './presence.ts';

const CAMILLE = { missionId: 'm-1', personName: 'Camille Aubépine', since: '2021-03-15T08:00:00.000Z' };

function workstation() {
  const said: string[][] = [];
  const heads: (string | null)[] = [];
  const state = {
    open: ['w-1', 'w-2'] as readonly string[],
    answer: { present: [], logHead: null } as PresenceAnswer | Error,
    waiting: [] as { readonly ms: number; readonly work: () => void }[],
    changes: 0,
  };
  const presence = createPresence({
    async announce(missionIds) {
      said.push(missionIds);
      if (state.answer instanceof Error) throw state.answer;
      return state.answer;
    },
    windows: () => state.open,
    later(ms, work) {
      const entry = { ms, work };
      state.waiting.push(entry);
      return () => {
        state.waiting = state.waiting.filter((one) => one !== entry);
      };
    },
    onChanged: () => {
      state.changes += 1;
    },
    onLogHead: async (head) => void heads.push(head),
  });
  const pass = async () => {
    for (const { work } of state.waiting.splice(0)) work();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { presence, said, heads, state, pass };
}

describe('presence of this workstation', () => {
  it('D15 says once, when the hand rests, which missions its windows show', async () => {
    const { presence, said, state, pass } = workstation();
    presence.start();
    presence.show('w-1', 'm-1');
    presence.show('w-1', 'm-2');
    presence.show('w-2', 'm-2');
    expect(state.waiting.map(({ ms }) => ms)).toEqual([700]);
    await pass();
    expect(said).toEqual([['m-2']]);
    expect(state.waiting.map(({ ms }) => ms)).toEqual([15_000]);
    state.open = ['w-2'];
    presence.show('w-2', 'm-3');
    await pass();
    expect(said.at(-1)).toEqual(['m-3']);
  });

  it('says soon what came while the service was being asked', async () => {
    const { presence, said, state, pass } = workstation();
    presence.show('w-1', 'm-1');
    for (const { work } of state.waiting.splice(0)) work();
    presence.show('w-1', 'm-2');
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.waiting.map(({ ms }) => ms)).toEqual([700]);
    await pass();
    expect(said).toEqual([['m-1'], ['m-2']]);
  });

  it('tells windows only when somebody came or left', async () => {
    const { presence, heads, state, pass } = workstation();
    presence.start();
    await pass();
    expect([presence.list(), state.changes]).toEqual([{ known: true, present: [] }, 1]);
    state.answer = { present: [CAMILLE], logHead: 'e-1' };
    await pass();
    await pass();
    expect([presence.list().present, state.changes]).toEqual([[CAMILLE], 2]);
    expect(heads).toEqual([null, 'e-1', 'e-1']);
  });

  it('knows nothing while the service cannot be asked, and asks again', async () => {
    const { presence, state, pass } = workstation();
    state.answer = { present: [CAMILLE], logHead: null };
    presence.start();
    await pass();
    state.answer = new Error('offline');
    await pass();
    expect(presence.list()).toEqual({ known: false, present: [] });
    expect(state.waiting).toHaveLength(1);
  });

  it('takes its leave, and says nothing more', async () => {
    const { presence, said, state, pass } = workstation();
    presence.show('w-1', 'm-1');
    await pass();
    await presence.leave();
    expect(said.at(-1)).toEqual([]);
    presence.show('w-1', 'm-2');
    expect(state.waiting).toEqual([]);
  });
});
