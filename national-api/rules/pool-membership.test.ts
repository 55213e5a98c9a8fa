import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POOL_KINDS } from '../../contract/domain/pool.ts';
import { isMember, poolBit, withBoth, withoutPool, withPool } from './pool-membership.ts';

const NOBODY = { pools: '[]', poolKinds: 0 };
const pools = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), kind: fc.constantFrom(...POOL_KINDS) }),
  { selector: ({ id }) => id, maxLength: 6 },
);

describe('pool membership', () => {
  it.each([
    ['student-reserve', 1],
    ['professional-reserve', 2],
    ['regional-volunteers', 4],
    ['reserve-sanitaire', 32],
  ])('the bit of %s is %i', (kind, bit) => {
    expect(poolBit(kind)).toBe(bit);
  });

  it('refuses a kind that does not exist', () => {
    expect(() => poolBit('reserve-civique')).toThrow(RangeError);
  });

  it('F4 whoever joins pools and leaves them all is as before', () => {
    fc.assert(
      fc.property(pools, (joined) => {
        let member = NOBODY;
        for (const pool of joined) member = withPool(member, pool);
        for (const { id } of joined) expect(isMember(member, id)).toBe(true);
        let remaining = joined;
        for (const pool of joined) {
          member = withoutPool(member, pool, remaining);
          remaining = remaining.filter(({ id }) => id !== pool.id);
          const mask = remaining.reduce((bits, { kind }) => bits | poolBit(kind), 0);
          expect(member.poolKinds).toBe(mask);
        }
        expect(member).toEqual(NOBODY);
      }),
    );
  });

  it('a merge keeps what either had', () => {
    const one = withPool(NOBODY, { id: 'b', kind: 'territorial' });
    const other = withPool(one, { id: 'a', kind: 'student-reserve' });
    expect(withBoth(one, other)).toEqual({ pools: '["a","b"]', poolKinds: 9 });
  });
});
