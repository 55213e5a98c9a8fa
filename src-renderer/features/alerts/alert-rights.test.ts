import { describe, expect, it } from 'vitest';
import { mayDo } from './alert-rights.ts';

const person = (role: string, agency: number | null) => ({ id: 'r-1', name: 'Exemple', role, agency });

describe('what may be done of an alert', () => {
  it.each([
    ['ccs-desk', 'take', 'raised', true],
    ['ccs-desk', 'take', 'taken', false],
    ['ccs-desk', 'answer', 'taken', true],
    ['ccs-desk', 'lift', 'taken', false],
    ['ars-regulator', 'lift', 'taken', true],
    ['ars-regulator', 'take', 'raised', false],
    ['ars-lead', 'raise', 'declined', true],
    ['auditor', 'take', 'raised', false],
  ] as const)('F107 %s, %s when %s: %s', (role, event, state, expected) => {
    expect(mayDo(person(role, role.startsWith('ars') ? 6 : null), event, [{ state }])).toBe(expected);
  });

  it('is offered over many rows as soon as one of them can take it', () => {
    expect(mayDo(person('ccs-lead', null), 'take', [{ state: 'lifted' }, { state: 'raised' }])).toBe(true);
    expect(mayDo(null, 'take', [{ state: 'raised' }])).toBe(false);
  });
});
