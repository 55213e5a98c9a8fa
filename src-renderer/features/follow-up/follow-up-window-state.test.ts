import { describe, expect, it } from 'vitest';
import type { TableState } from '../../tables/table-state.ts';
import { readFollowUpWindowState } from './follow-up-window-state.ts';

const table = (column: string): TableState => ({
  ...{ filters: [], search: '', sorts: [{ column, descending: false }], offset: 0, limit: 100, order: [column] },
  ...{ hidden: [], widths: {}, group: null },
});
const FIRST = { verify: table('a'), blocked: table('b'), expiring: table('c'), returns: table('d') };

describe('readFollowUpWindowState', () => {
  it('starts with who is to verify, over a week', () => {
    expect(readFollowUpWindowState(null, FIRST)).toEqual({ list: 'verify', days: 7, ...FIRST });
  });

  it('gives back the list, the period and each table, and drops what makes no sense', () => {
    const kept = JSON.stringify({ list: 'returns', days: 30, returns: { search: 'metz' }, verify: 4 });
    const state = readFollowUpWindowState(kept, FIRST);
    expect([state.list, state.days, state.returns.search, state.verify]).toEqual(['returns', 30, 'metz', FIRST.verify]);
    expect(readFollowUpWindowState('{"list":"x","days":8}', FIRST)).toMatchObject({ list: 'verify', days: 7 });
    expect(readFollowUpWindowState('not json', FIRST).list).toBe('verify');
  });
});
