import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalLineText, journalWordsText } from '../../../contract/national/journal-text.ts';
import type { ProvedLine } from './verify-chain.ts';
import { checkLine, endFault, LINE_FAULTS, proofOf, rewrittenFault, walkChain } from './verify-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A chain as the service writes it. */
function chainOf(count: number): ProvedLine[] {
  const lines: ProvedLine[] = [];
  let previousHash = '';
  for (let number = 1; number <= count; number += 1) {
    const words = { actorName: 'Ariel Exemple', reason: `Motif ${number}`, before: null, after: '{"priority":"P1"}' };
    const salt = `sel ${number}`;
    const line = {
      ...{ number, at: '2020-11-15T10:00:00.000Z', actorId: 'r-1', role: 'ars-regulator', agency: 6 },
      ...{ commandId: `k-${number}`, kind: 'mission.set-priority', subjectKind: 'mission', subjectId: 'm-1' },
      ...{ origin: 'single', batchId: null, decidedAt: null, subjectAgency: 6, previousHash },
      valueHash: sha256(journalWordsText(salt, words)),
    };
    previousHash = sha256(journalLineText(line));
    lines.push({ ...line, salt, words, hash: previousHash });
  }
  return lines;
}

const walk = (lines: readonly ProvedLine[], whole = true) => walkChain(lines.map(checkLine), whole);
const FIELDS = ['at', 'actorId', 'role', 'kind', 'subjectId', 'origin', 'valueHash', 'previousHash', 'hash'] as const;
const WORDS = ['actorName', 'reason', 'before', 'after'] as const;

describe('the chain as a workstation proves it', () => {
  it('D7 holds as the service wrote it, from its first line to its last', () => {
    expect(walk(chainOf(9))).toEqual({ first: 1, last: 9, lines: 9, erased: 0, gaps: 0, broken: null });
    expect(walk([])).toMatchObject({ first: null, lines: 0, broken: null });
  });

  it('D7 names the first line that was altered, by a field or by a word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.constantFrom(...FIELDS, ...WORDS), (at, field) => {
        const lines = chainOf(9);
        const line = lines[at] as ProvedLine;
        const isWord = (WORDS as readonly string[]).includes(field);
        lines[at] = isWord
          ? { ...line, words: { ...line.words, [field]: `${line.words[field as (typeof WORDS)[number]]} x` } }
          : { ...line, [field]: `${line[field as (typeof FIELDS)[number]]}x` };
        expect(walk(lines).broken?.number).toBe(at + 1);
      }),
      { numRuns: 120, seed: 7 },
    );
  });

  it('D7 sees a line removed, moved or repeated', () => {
    const lines = chainOf(6);
    const at = (place: number) => lines[place] as ProvedLine;
    expect(walk(lines.filter((_, place) => place !== 3)).broken).toEqual({ number: 4, message: LINE_FAULTS.missing });
    expect(walk([at(0), at(2), at(1), at(3)]).broken).not.toBeNull();
    const renumbered = lines.filter((_, place) => place !== 3).map((line, place) => ({ ...line, number: place + 1 }));
    expect(walk(renumbered).broken?.number).toBe(4);
  });

  it('D7 counts what the reader may not read as gaps, and proves the rest', () => {
    const some = chainOf(9).filter(({ number }) => number !== 3 && number < 7);
    expect(walk(some, false)).toMatchObject({ first: 1, last: 6, lines: 5, gaps: 1, broken: null });
    const closed = some.map((line) => (line.number > 3 ? { ...line, previousHash: some[1]?.hash ?? '' } : line));
    expect(walk(closed, false).broken?.number).toBe(4);
  });

  it('D4 erased words leave the line proved', () => {
    const [line] = chainOf(1) as [ProvedLine];
    const blank = { actorName: null, reason: null, before: null, after: null };
    const erased = checkLine({ ...line, salt: null, words: blank });
    expect([proofOf(erased, true), proofOf(erased, false), proofOf(checkLine(line), true)]).toEqual([
      ...['erased', 'withheld', 'proved'],
    ]);
    expect(walkChain([erased], true)).toMatchObject({ lines: 1, erased: 1, broken: null });
  });

  it('D7 tells a past that was written anew, and an end that is not the one announced', () => {
    const lines = chainOf(4).map(checkLine);
    const end = { number: 4, hash: lines[3]?.line.hash ?? '' };
    expect([rewrittenFault(lines, end), endFault(lines, end, true)]).toEqual([null, null]);
    expect(rewrittenFault(lines, { number: 2, hash: 'autre' })?.number).toBe(2);
    expect(rewrittenFault(lines, { number: 12, hash: 'autre' })).toBeNull();
    expect(endFault(lines, { number: 5, hash: 'plus loin' }, true)?.message).toBe(LINE_FAULTS.end);
    expect(endFault(lines, { number: 5, hash: 'plus loin' }, false)).toBeNull();
  });
});
