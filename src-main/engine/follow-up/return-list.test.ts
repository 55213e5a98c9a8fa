import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirm, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import type { Store } from '../../store/store.ts';
import type { OpenDesk } from '../open-desk.ts';
import { returnList } from './return-list.ts';

const NOON = Date.parse('2020-11-15T11:00:00Z');

describe('returnList', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());

  const listed = (days: number) => {
    const image = { now: NOON, isComplete: () => true } as unknown as OpenDesk['image'];
    const person = () => ({ agency: 6 }) as ReturnType<OpenDesk['person']>;
    return returnList({ store, image, person }, days);
  };
  const told = (days: number) => listed(days).rows.map((row) => [row['id'], row['situation'], row['days']]);
  function person(id: string, engagement: string, proposal: { state: string; endDate: string }, patch = {}): void {
    confirm(store, entryOf('candidate', id, { engagement, endDate: null, ...patch }));
    confirm(store, entryOf('proposal', `p-${id}-${proposal.endDate}`, { candidateId: id, ...proposal }));
  }

  it('F79 F82 lists who is assigned on a mission that ends soon, and who is back from one', () => {
    person('c-1', 'assigned', { state: 'accepted', endDate: '2020-11-18' });
    person('c-2', 'none', { state: 'ended', endDate: '2020-11-12' });
    person('c-3', 'none', { state: 'ended-early', endDate: '2020-11-14' }, { availability: 'unavailable' });
    person('c-4', 'assigned', { state: 'accepted', endDate: '2020-12-20' });
    const { rows, today } = listed(7);
    expect(today).toBe('2020-11-15');
    expect(rows.map(({ id, situation, days, status, ended }) => [id, situation, days, status, ended])).toEqual([
      ['c-2', 'returned', -3, 'DISPONIBLE', 'ended'],
      ['c-3', 'returned', -1, 'INDISPONIBLE', 'ended-early'],
      ['c-1', 'ending', 3, 'AFFECTÉ', 'accepted'],
    ]);
    expect(told(1)).toEqual([['c-3', 'returned', -1]]);
    expect(told(40).map(([id]) => id)).toContain('c-4');
  });

  it('leaves out who is held again, merged, or back and gone on another mission', () => {
    person('c-1', 'contacted', { state: 'ended', endDate: '2020-11-12' });
    person('c-2', 'none', { state: 'ended', endDate: '2020-11-12' }, { mergedInto: 'c-9' });
    person('c-3', 'assigned', { state: 'ended', endDate: '2020-11-10' });
    confirm(store, entryOf('proposal', 'p-next', { candidateId: 'c-3', state: 'accepted', endDate: '2020-11-16' }));
    expect(told(7)).toEqual([['c-3', 'ending', 1]]);
  });
});
