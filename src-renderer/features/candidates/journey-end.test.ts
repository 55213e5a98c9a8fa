import { describe, expect, it } from 'vitest';
import { isSeaBetween } from '../../../contract/domain/geography/sea-crossing.ts';
import { journeyEnd } from './journey-end.ts';

describe('the ends of a journey, from rows', () => {
  it('are known by their département, and by their postal code where a row has one', () => {
    expect(journeyEnd({ departement: '29', postalCode: '29242' })).toEqual({ departement: '29', postalCode: '29242' });
    expect(journeyEnd({ departement: '971' })).toEqual({ departement: '971' });
    expect(journeyEnd({ departement: null, postalCode: '54000' })).toBeNull();
  });

  it('tell a road from a sea', () => {
    const [metz, fort, ouessant] = [
      journeyEnd({ departement: '57' }),
      journeyEnd({ departement: '972' }),
      journeyEnd({ departement: '29', postalCode: '29242' }),
    ];
    if (metz === null || fort === null || ouessant === null) throw new Error('an end is unknown');
    expect(isSeaBetween(metz, fort)).toBe(true);
    expect(isSeaBetween(metz, ouessant)).toBe(true);
    expect(isSeaBetween(metz, { departement: '54' })).toBe(false);
  });
});
