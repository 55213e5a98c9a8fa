import { describe, expect, it } from 'vitest';
import { citedNumbers, coverFeatures } from '../../scripts/features/feature-coverage.ts';
import { renderFeatureTable } from '../../scripts/features/write-feature-table.ts';

const features = [
  { id: 'F85', title: 'One contact at a time' },
  { id: 'F8', title: 'Targeting | priority' },
];
// Written apart, so that the titles of this file cite nothing themselves.
const unknownNumber = `F${999}`;

describe('the numbers that a title cites', () => {
  it.each([
    { title: 'one contact at a time', numbers: [] },
    { title: `${'F'}85 one contact at a time`, numbers: ['F85'] },
    { title: `contact › ${'F'}85, ${'D'}7: and ${'F'}85 again`, numbers: ['F85', 'D7'] },
    { title: 'FF85 F85x FINESS 85 S42', numbers: [] },
  ])('case %#', ({ title, numbers }) => {
    expect(citedNumbers(title)).toEqual(numbers);
  });
});

describe('the coverage of features', () => {
  it('joins a feature to the tests that cite it, whole numbers only', () => {
    const { rows, unknown } = coverFeatures(features, ['F85 first', 'second F85', 'third']);
    expect(rows.map(({ titles }) => titles)).toEqual([['F85 first', 'second F85'], []]);
    expect(unknown).toEqual([]);
  });

  it('names a citation of a number that does not exist', () => {
    const { unknown } = coverFeatures(features, [`${unknownNumber} a slip of the pen`]);
    expect(unknown).toEqual([`${unknownNumber} does not exist, cited by “${unknownNumber} a slip of the pen”`]);
  });

  it('writes a table that says what is not shown yet, and keeps its columns', () => {
    const table = renderFeatureTable(coverFeatures(features, ['F85 a | b']), '1 of 2');
    expect(table).toContain('| F85 | One contact at a time | F85 a \\| b |');
    expect(table).toContain('| F8 | Targeting \\| priority | not yet |');
  });
});
