import { describe, expect, it } from 'vitest';
import type { Selection } from '../../contract/app/selection.ts';
import { createSelectionStore } from './selection-store.ts';

const someone = (id: string) => ({ kind: 'candidate' as const, id });
const chosenOf = (...ids: string[]) => ({ kind: 'candidate' as const, set: { type: 'ids' as const, ids } });
const turn = () => new Promise<void>((done) => setTimeout(done, 0));

/** Main, whose stream tells when the test lets it. */
function main() {
  const told: Selection[] = [];
  const waiting: ((selection: Selection) => void)[] = [];
  const sent: Omit<Selection, 'revision'>[] = [];
  async function* follow(): AsyncGenerator<Selection> {
    for (;;) yield told.shift() ?? (await new Promise<Selection>((tell) => waiting.push(tell)));
  }
  const store = createSelectionStore(
    async () => follow(),
    async (next) => void sent.push(next),
    () => new Promise(() => undefined),
  );
  return {
    store,
    sent,
    async tell(selection: Selection) {
      await turn();
      const wake = waiting.shift();
      if (wake === undefined) told.push(selection);
      else wake(selection);
      await turn();
    },
  };
}

describe('the selection of a window', () => {
  it('counts what was said before it is heard back: a choice survives the next look', async () => {
    const { store, sent, tell } = main();
    await tell({ revision: 1, subject: someone('a'), chosen: null });
    store.change({ subject: store.latest().subject, chosen: chosenOf('a') });
    store.change({ subject: someone('b'), chosen: store.latest().chosen });
    expect(sent.at(-1)).toEqual({ subject: someone('b'), chosen: chosenOf('a') });
    expect(store.current().chosen).toBeNull();
  });

  it('follows the others again once main has it and something newer was heard', async () => {
    const { store, tell } = main();
    await tell({ revision: 1, subject: someone('a'), chosen: null });
    store.change({ subject: someone('b'), chosen: null });
    expect(store.latest().subject).toEqual(someone('b'));
    await tell({ revision: 2, subject: someone('b'), chosen: null });
    await tell({ revision: 3, subject: someone('c'), chosen: null });
    expect(store.latest().subject).toEqual(someone('c'));
  });
});
