import { describe, expect, it } from 'vitest';
import type { DeskClient } from '../../data/desk-client.ts';
import type { OutboxLine } from './outbox-rows.ts';
import { chosenIn, countState, MOST_LINES, outboxRow, readOutbox, subjectOf } from './outbox-rows.ts';

const line = (commandId: string, patch: Partial<OutboxLine> = {}): OutboxLine => ({
  ...{ commandId, batchId: null, title: 'Priorité P1 · vitale', subjectLabel: 'EHPAD de démonstration' },
  ...{ subjectKind: 'mission', subjectId: 'm-1', state: 'pending', createdAt: '2021-03-15T07:40:00Z' },
  ...{ settledAt: null, message: null, author: null, authorAt: null, nextTryAt: null, outOfScope: false },
  ...patch,
});

function clientHolding(count: number) {
  const asked: number[] = [];
  const list = ({ offset, limit }: { offset: number; limit: number }) => {
    asked.push(offset);
    const length = Math.max(0, Math.min(limit, count - offset));
    return Promise.resolve({ total: count, lines: Array.from({ length }, (_, at) => line(`k-${offset + at}`)) });
  };
  return { asked, client: { outbox: { list } } as unknown as DeskClient };
}

describe('readOutbox', () => {
  it.each([
    [0, 0, 1],
    [200, 200, 1],
    [450, 450, 3],
    [9_000, MOST_LINES, 10],
  ])('D3 of %i decisions holds %i in %i questions', async (count, held, questions) => {
    const { asked, client } = clientHolding(count);
    const { lines, total } = await readOutbox(client, 'all');
    expect([lines.length, total, asked.length]).toEqual([held, count, questions]);
    expect(new Set(lines.map(({ commandId }) => commandId)).size).toBe(held);
  });

  it('ends when the list shrinks while it is read', async () => {
    const list = ({ offset }: { offset: number }) =>
      Promise.resolve({ total: 300, lines: offset === 0 ? [line('k-0')] : [] });
    const { lines } = await readOutbox({ outbox: { list } } as unknown as DeskClient, 'open');
    expect(lines).toHaveLength(1);
  });
});

describe('outbox lines', () => {
  it('D2 a gesture on many bears on those whose state allows it', () => {
    const lines = [line('a'), line('b', { state: 'refused' }), line('c'), line('d', { state: 'confirmed' })];
    const chosen = new Set(['a', 'b', 'd']);
    expect([chosenIn(lines, chosen, 'pending'), chosenIn(lines, chosen, 'refused')]).toEqual([['a'], ['b']]);
  });

  it('count by state, and lead to their subject', () => {
    const lines = [line('a'), line('b', { state: 'conflict' }), line('c', { subjectKind: 'proposal' })];
    expect(countState(lines, 'pending', 'sending')).toBe(2);
    expect(lines.map(subjectOf)).toEqual([{ kind: 'mission', id: 'm-1' }, { kind: 'mission', id: 'm-1' }, null]);
    expect(outboxRow(line('d', { outOfScope: true }))).toMatchObject({ id: 'd', outOfScope: 1, state: 'pending' });
  });
});
