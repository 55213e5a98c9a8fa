import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createReaders } from './readers.ts';

/** Numbers from one on, told one by one to each reader. */
function counter() {
  const readers = createReaders();
  const state = { reached: 0 };
  const read = (signal?: AbortSignal) => {
    const told = { last: 0 };
    return readers.read(() => (told.last < state.reached ? ++told.last : null), signal);
  };
  const reach = (number: number) => {
    state.reached = number;
    readers.wake();
  };
  return { read, reach };
}

describe('those who read a stream', () => {
  it('are each told what they were not told yet, whether they slept or were busy', async () => {
    const { read, reach } = counter();
    const [one, other] = [read(), read()];
    const first = one.next();
    reach(2);
    expect([(await first).value, (await one.next()).value]).toEqual([1, 2]);
    expect([(await other.next()).value, (await other.next()).value]).toEqual([1, 2]);
    const waiting = [one.next(), other.next()];
    reach(3);
    expect((await Promise.all(waiting)).map(({ value }) => value)).toEqual([3, 3]);
  });

  it('end with their signal, asleep or before they began, and leave no listener on it', async () => {
    const { read, reach } = counter();
    const end = new AbortController();
    const reading = read(end.signal);
    const asleep = reading.next();
    expect(getEventListeners(end.signal, 'abort')).toHaveLength(1);
    end.abort();
    expect(await asleep).toEqual({ done: true, value: undefined });
    reach(1);
    expect(await read(end.signal).next()).toEqual({ done: true, value: undefined });
    expect(getEventListeners(end.signal, 'abort')).toEqual([]);
  });

  it('are forgotten when they stop reading', async () => {
    const { read, reach } = counter();
    const end = new AbortController();
    const reading = read(end.signal);
    reach(1);
    await reading.next();
    await reading.return();
    reach(2);
    expect(await reading.next()).toEqual({ done: true, value: undefined });
    expect(getEventListeners(end.signal, 'abort')).toEqual([]);
  });
});
