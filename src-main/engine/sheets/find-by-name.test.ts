import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../image/fold-text.ts';
import { makeCandidateImage } from '../rows/make-images.ts';
import { beginsWithOne, findByName } from './find-by-name.ts';

const BY_NAME = [{ column: 'lastName', descending: false }];
const NAMES = ['lastName', 'firstName'];

interface Person {
  readonly lastName: string;
  readonly firstName: string;
  readonly city: string;
}

function imageOf(people: readonly Person[]) {
  const image = makeCandidateImage();
  for (const [index, person] of people.entries()) image.put(`c-${String(index).padStart(3, '0')}`, { ...person });
  return image;
}

const find = (people: readonly Person[], text: string, limit = 50) => {
  const image = imageOf(people);
  return findByName(image, text, NAMES, BY_NAME, limit).map((slot) => image.idAt(slot) ?? '');
};

const person = (lastName: string, firstName = 'Alix', city = 'Metz'): Person => ({ lastName, firstName, city });

describe('people by a piece of their name', () => {
  it('come first when their name begins with it, then when it only holds it; accents and case do not count', () => {
    const people = [
      person('Lemartin'),
      person('Martin'),
      person('Étienne', 'Marthe'),
      person('Durand', 'Noa', 'Saint-Mart'),
    ];
    expect(find(people, 'MÂRT').map((id) => people[Number(id.slice(2))]?.lastName)).toEqual([
      'Étienne',
      'Martin',
      'Durand',
      'Lemartin',
    ]);
  });

  it('hold every word that was typed, whichever way round', () => {
    const people = [person('Martin', 'Jeanne'), person('Martin', 'Paul'), person('Jeannin', 'Martine')];
    expect(find(people, 'jean mart')).toEqual(['c-002', 'c-000']);
    expect(find(people, 'mart jean')).toEqual(['c-002', 'c-000']);
    expect(find(people, '  ')).toEqual([]);
  });

  it('are those, and in the order, that reading every row would give', () => {
    const name = fc.constantFrom('Martin', 'Lemartin', 'Étienne', 'Saint-Mars', 'Amar', 'Zoé Marie', 'Durand');
    const people = fc.array(fc.record({ lastName: name, firstName: name, city: name }), { maxLength: 40 });
    const text = fc.constantFrom('mar', 'mart', 'ma', 'et', 'saint mar', 'zoe', 'x', 'd');
    const property = fc.property(people, text, fc.integer({ min: 1, max: 12 }), (rows, wanted, limit) => {
      const words = foldText(wanted).split(' ');
      const holds = (row: Person) =>
        words.every((word) => [row.lastName, row.firstName, row.city].some((cell) => foldText(cell).includes(word)));
      const rank = (row: Person) => (NAMES.some((key) => beginsWithOne(row[key as 'lastName'], words)) ? 0 : 1);
      const collator = new Intl.Collator('fr');
      const expected = rows
        .map((row, index) => ({ row, id: `c-${String(index).padStart(3, '0')}` }))
        .filter(({ row }) => holds(row))
        .sort(
          (left, right) =>
            rank(left.row) - rank(right.row) ||
            collator.compare(left.row.lastName, right.row.lastName) ||
            (left.id < right.id ? -1 : 1),
        )
        .slice(0, limit)
        .map(({ id }) => id);
      return JSON.stringify(find(rows, wanted, limit)) === JSON.stringify(expected);
    });
    expect(fc.check(property, { numRuns: 300 }).failed).toBe(false);
  });
});
