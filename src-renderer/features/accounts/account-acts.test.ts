import { describe, expect, it } from 'vitest';
import { firstState } from '../../tables/first-state.ts';
import { accountActs } from './account-acts.ts';
import { readAccountWindowState } from './account-window-state.ts';

const person = (role: string) => ({ id: 'p', name: 'Personne Fictive', role, agency: 6 });
const enabled = (role: string, ...states: readonly string[]) =>
  accountActs(
    person(role),
    states.map((state) => ({ state })),
  ).flatMap((act) => (act.enabled ? [act.key] : []));

describe('accountActs', () => {
  it.each([
    ['submitted', ['v', 'r']],
    ['duplicate', ['r', 'd']],
    ['validated', ['r', 'l']],
    ['activated', []],
    ['refused', []],
  ])('F33 F34 F113 offers for a request %s what its state allows', (state, keys) => {
    expect(enabled('ars-regulator', state)).toEqual(keys);
    expect(enabled('ccs-desk', state)).toEqual(keys);
  });

  it('offers of several what at least one allows, and nothing to who only reads', () => {
    expect(enabled('ars-lead', 'submitted', 'duplicate', 'validated')).toEqual(['v', 'r', 'd', 'l']);
    expect(accountActs(person('auditor'), [{ state: 'submitted' }])).toEqual([]);
    expect(accountActs(null, [])).toEqual([]);
  });
});

describe('readAccountWindowState', () => {
  const first = { requests: firstState([], []), lines: firstState([], []) };
  it('gives back the part and the request looked at, and drops what makes no sense', () => {
    const kept = JSON.stringify({ tab: 'import', looked: 'r-1', requests: { search: 'metz' } });
    expect(readAccountWindowState(kept, first)).toMatchObject({
      tab: 'import',
      looked: 'r-1',
      requests: { search: 'metz' },
    });
    expect(readAccountWindowState('{"tab":"x","looked":4}', first)).toEqual({
      tab: 'requests',
      looked: null,
      ...first,
    });
  });
});
