import { describe, expect, it } from 'vitest';
import { createNotices } from './notices.ts';

/** A desk's notices on a clock that the test moves; local time is the machine's own. */
function noticesAt(hour: number) {
  const told: string[] = [];
  const kept = { text: null as string | null };
  const state = { now: new Date(2021, 2, 15, hour).getTime(), ids: 0, waiting: [] as (() => void)[], changes: 0 };
  const make = () =>
    createNotices({
      file: {
        read: async () => kept.text,
        write: async (text) => {
          kept.text = text;
        },
      },
      notify: (title, body) => told.push(`${title} : ${body}`),
      clock: () => state.now,
      newId: () => {
        state.ids += 1;
        return `n-${state.ids}`;
      },
      later: (_ms, work) => {
        state.waiting.push(work);
        return () => {
          state.waiting = state.waiting.filter((one) => one !== work);
        };
      },
      onChanged: () => {
        state.changes += 1;
      },
    });
  return {
    make,
    told,
    state,
    pass: () => {
      for (const work of state.waiting.splice(0)) work();
    },
  };
}

const NIGHT = { from: '22:00', to: '07:00' };

describe('what the workstation tells', () => {
  it('is shown by the host and kept in a list, newest first, until it is read', () => {
    const { make, told, state } = noticesAt(10);
    const notices = make();
    notices.tell('alert', 'Alerte', 'Le CCS a répondu.');
    notices.tell('conflict', 'Conflit', 'Une décision est en conflit.');
    expect(told).toEqual(['Alerte : Le CCS a répondu.', 'Conflit : Une décision est en conflit.']);
    expect(notices.list().notices.map(({ kind, read, quiet }) => [kind, read, quiet])).toEqual([
      ['conflict', false, false],
      ['alert', false, false],
    ]);
    notices.markRead();
    expect(notices.list().notices.every(({ read }) => read)).toBe(true);
    expect(state.changes).toBe(3);
  });

  it('stays silent in quiet hours, and says once at their end how many came', () => {
    const { make, told, state, pass } = noticesAt(3);
    const notices = make();
    notices.setQuietHours(NIGHT);
    notices.tell('blocked', 'Bloqués', 'Trois personnes attendent.');
    notices.tell('blocked', 'Bloqués', 'Quatre personnes attendent.');
    expect(told).toEqual([]);
    pass();
    expect(told).toEqual([]);
    state.now = new Date(2021, 2, 15, 7, 1).getTime();
    pass();
    expect(told).toEqual(['Poste de régulation : 2 notifications sont arrivées pendant les heures calmes.']);
    pass();
    expect(told).toHaveLength(1);
    expect(notices.list().notices.every(({ quiet }) => quiet)).toBe(true);
  });

  it('comes back at the next start with its quiet hours, and keeps two hundred', async () => {
    const { make } = noticesAt(10);
    const first = make();
    first.setQuietHours(NIGHT);
    for (let number = 0; number < 210; number += 1) first.tell('other', 'Titre', `n° ${number}`);
    await first.settle();
    const second = make();
    await second.restore();
    expect(second.list().quietHours).toEqual(NIGHT);
    expect(second.list().notices).toHaveLength(200);
    expect(second.list().notices[0]?.body).toBe('n° 209');
  });
});
