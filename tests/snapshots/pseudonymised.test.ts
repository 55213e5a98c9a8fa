import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPseudonyms } from '../../src-main/snapshots/content/pseudonyms.ts';
import { createGroupedPeople } from '../../src-main/snapshots/content/small-groups.ts';
import type { Value } from '../../src-main/snapshots/format/block.ts';

const keyOf = (byte: number) => new Uint8Array(32).fill(byte);

function blurred(people: readonly (readonly Value[])[], smallest: number, fixed: number, width: number) {
  const groups = createGroupedPeople(width);
  for (const person of people) groups.add(person);
  for (const _ of groups.blur(smallest, fixed));
  return people.map((_, row) => groups.read(row));
}

describe('pseudonyms', () => {
  it('D8 are the same in a series, and share nothing with another', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `candidate-${index}`);
    const [first, again, other] = [createPseudonyms(keyOf(1)), createPseudonyms(keyOf(1)), createPseudonyms(keyOf(2))];
    expect(ids.map(first.person)).toEqual(ids.map(again.person));
    const shared = new Set(ids.map(first.person));
    expect(ids.filter((id) => shared.has(other.person(id)))).toEqual([]);
    expect(shared.size).toBe(ids.length);
    expect(first.person('x')).not.toBe(first.personOfProposal('x'));
    const known = createHmac('sha256', keyOf(1)).update('person\ncandidate-7').digest('hex').slice(0, 32);
    expect(first.person('candidate-7')).toBe(known);
    expect(first.agent('Régulatrice Fictive')).toMatch(/^Agent [0-9A-F]{6}$/);
  });
});

describe('groups of people', () => {
  it('D8 leave nobody in a combination of fewer than k, and never change a value that they keep', () => {
    const person = fc.array(fc.constantFrom<Value>('a', 'b', 'c', 1, 2, null), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 120 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 2 }),
        (people, smallest, fixed) => {
          const kept = blurred(people, smallest, fixed, 4);
          const counts = new Map<string, number>();
          for (const one of kept)
            if (one !== null) counts.set(JSON.stringify(one), (counts.get(JSON.stringify(one)) ?? 0) + 1);
          const isSafe = [...counts.values()].every((count) => count >= smallest);
          const isTrue = kept.every(
            (one, row) => one === null || one.every((value, at) => value === null || value === people[row]?.[at]),
          );
          const hasFixed = kept.every(
            (one, row) => one === null || one.slice(0, fixed).every((value, at) => value === people[row]?.[at]),
          );
          return isSafe && isTrue && hasFixed;
        },
      ),
      { numRuns: 400 },
    );
    expect(blurred([['a', 'x']], 5, 1, 2)).toEqual([null]);
  });

  it('keeps everything when everybody has enough others alike', () => {
    const people = Array.from({ length: 10 }, (_, index) => [index % 2 === 0 ? 'a' : 'b', 'x']);
    expect(blurred(people, 5, 1, 2)).toEqual(people);
    expect(blurred(people, 6, 1, 2)).toEqual(people.map(() => null));
    expect(blurred(people, 6, 0, 2)).toEqual(people.map(() => [null, null]));
  });
});
