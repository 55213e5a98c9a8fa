import { describe, expect, it } from 'vitest';
import type { Habilitation } from './habilitation-today.ts';
import { habilitationNow, isHeldNow, roleOf } from './habilitation-today.ts';

const NOON = Date.UTC(2020, 10, 15, 12);

function held(patch: Partial<Habilitation> = {}): Habilitation {
  return {
    id: 'h1',
    personId: 'p',
    role: 'ars-regulator',
    agency: 6,
    departements: null,
    validFrom: '2020-11-15',
    validUntil: '2020-11-15',
    grantedByName: 'Responsable',
    reason: 'Cellule de crise',
    revokedAt: null,
    ...patch,
  };
}

describe('a habilitation today', () => {
  it.each([
    ['on its only day, both bounds inclusive', {}, true],
    ['the day before', { validFrom: '2020-11-16', validUntil: null }, false],
    ['the day after', { validFrom: '2020-11-01', validUntil: '2020-11-14' }, false],
    ['without an end', { validUntil: null }, true],
    ['revoked', { revokedAt: '2020-11-15T11:59:59.000Z' }, false],
  ])('D10 counts %s', (_title, patch, expected) => {
    expect(isHeldNow(held(patch), NOON)).toBe(expected);
  });

  it('D10 counts its days where the agency lives', () => {
    const evening = Date.UTC(2020, 10, 15, 21);
    expect(isHeldNow(held({ agency: 11 }), evening)).toBe(false);
    expect(isHeldNow(held({ agency: 6 }), evening)).toBe(true);
    expect(
      isHeldNow(held({ agency: 9, validFrom: '2020-11-14', validUntil: '2020-11-14' }), Date.UTC(2020, 10, 15, 2)),
    ).toBe(true);
  });

  it('takes the widest one held, and none of those that are not', () => {
    const all = [
      held({ id: 'a', role: 'administrator', agency: null, validUntil: null }),
      held({ id: 'b', role: 'ars-regulator', validUntil: null }),
      held({ id: 'c', role: 'ccs-lead', agency: null, validUntil: '2020-11-14' }),
      held({ id: 'd', role: 'ars-lead', validFrom: '2020-11-01', validUntil: null }),
      held({ id: 'e', role: 'ars-lead', agency: 10, validUntil: null }),
    ];
    expect(habilitationNow(all, NOON)?.id).toBe('e');
    expect(habilitationNow([...all].reverse(), NOON)?.id).toBe('e');
    expect(habilitationNow([], NOON)).toBeNull();
  });

  it('S42 gives nothing for a role that we do not know', () => {
    const unknown = held({ role: 'super-user', validUntil: null });
    expect(roleOf(unknown)).toBeNull();
    expect(habilitationNow([unknown], NOON)).toBeNull();
  });
});
