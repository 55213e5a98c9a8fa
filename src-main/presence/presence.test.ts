import { describe, expect, it } from 'vitest';
import type { PresenceAnswer } from '../../contract/national/routes/presence-routes.ts';
import { createPresence } from './presence.ts';

const CAMILLE = { missionId: 'm-1', personName: 'Camille Aubépine', since: '2021-03-15T08:00:00.000Z', self: false };

const NOBODY: PresenceAnswer = { present: [], logHead: null, mark: 'nobody' };
const SOMEBODY: PresenceAnswer = { present: [CAMILLE], logHead: 'e-1', mark: 'camille' };

function workstation() {
  const said: string[][] = [];
  const heads: (string | null)[] = [];
  const state = {
    open: ['w-1', 'w-2'] as readonly string[],
    answer: NOBODY as PresenceAnswer | Error,
    waiting: [] as { readonly ms: number; readonly work: () => void }[],
    changes: 0,
  };
  /** Questions that the service holds. */
  const held: { seen: string; signal: AbortSignal; answer(given: PresenceAnswer | Error): void }[] = [];
  const presence = createPresence({
    async announce(missionIds) {
      said.push(missionIds);
      if (state.answer instanceof Error) throw state.answer;
      return state.answer;
    },
    follow: (seen, signal) =>
      new Promise((resolve, reject) => {
        const answer = (given: PresenceAnswer | Error) => (given instanceof Error ? reject(given) : resolve(given));
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        held.push({ seen, signal, answer });
      }),
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
  const breathe = () => new Promise((resolve) => setImmediate(resolve));
  const pass = async () => {
    for (const { work } of state.waiting.splice(0)) work();
    await breathe();
  };
  const answer = async (given: PresenceAnswer | Error) => {
    held.at(-1)?.answer(given);
    await breathe();
  };
  const delays = () => state.waiting.map(({ ms }) => ms);
  return { presence, said, heads, held, state, pass, answer, delays };
}

describe('presence of this workstation', () => {
  it('D15 says once, when the hand rests, which missions its windows show', async () => {
    const { presence, said, state, pass, delays } = workstation();
    presence.start();
    presence.show('w-1', 'm-1');
    presence.show('w-1', 'm-2');
    presence.show('w-2', 'm-2');
    expect(delays()).toEqual([300]);
    await pass();
    expect(said).toEqual([['m-2']]);
    expect(delays()).toEqual([45_000]);
    state.open = ['w-2'];
    presence.show('w-2', 'm-3');
    await pass();
    expect(said.at(-1)).toEqual(['m-3']);
  });

  it('says soon what came while the service was being asked', async () => {
    const { presence, said, state, pass, delays } = workstation();
    presence.show('w-1', 'm-1');
    for (const { work } of state.waiting.splice(0)) work();
    presence.show('w-1', 'm-2');
    await new Promise((resolve) => setImmediate(resolve));
    expect(delays()).toEqual([300]);
    await pass();
    expect(said).toEqual([['m-1'], ['m-2']]);
  });

  it('D15 hears at once who comes, by one question that the service holds, and asks again from what it heard', async () => {
    const { presence, held, said, state, pass, answer, delays } = workstation();
    presence.start();
    await pass();
    expect(held.map(({ seen }) => seen)).toEqual(['nobody']);
    await answer(SOMEBODY);
    expect([presence.list().present, said]).toEqual([[CAMILLE], [[]]]);
    expect(delays()).toEqual([45_000, 500]);
    state.waiting.pop()?.work();
    expect(held.map(({ seen }) => seen)).toEqual(['nobody', 'camille']);
    // An announcement meanwhile is no second question.
    presence.show('w-1', 'm-1');
    await pass();
    expect(held).toHaveLength(2);
  });

  it('tells windows only when somebody came or left', async () => {
    const { presence, heads, state, pass } = workstation();
    presence.start();
    await pass();
    expect([presence.list(), state.changes]).toEqual([{ known: true, present: [] }, 1]);
    state.answer = SOMEBODY;
    await pass();
    await pass();
    expect([presence.list().present, state.changes]).toEqual([[CAMILLE], 2]);
    expect(heads).toEqual([null, 'e-1', 'e-1']);
  });

  it('knows nothing while the service cannot be asked, asks again later, and then follows again', async () => {
    const { presence, held, state, pass, answer, delays } = workstation();
    state.answer = SOMEBODY;
    presence.start();
    await pass();
    await answer(new Error('cut'));
    // A proxy that does not hold questions: what is known stays, and is asked for at the old pace.
    expect([presence.list().known, delays()]).toEqual([true, [15_000]]);
    state.answer = new Error('offline');
    await pass();
    expect(presence.list()).toEqual({ known: false, present: [] });
    expect([delays(), held.length]).toEqual([[15_000], 1]);
    state.answer = SOMEBODY;
    await pass();
    expect([presence.list().known, held.length]).toEqual([true, 2]);
  });

  it('takes its leave, and says nothing more', async () => {
    const { presence, said, held, state, pass } = workstation();
    presence.show('w-1', 'm-1');
    await pass();
    await presence.leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect([said.at(-1), held[0]?.signal.aborted]).toEqual([[], true]);
    presence.show('w-1', 'm-2');
    expect(state.waiting).toEqual([]);
  });
});
