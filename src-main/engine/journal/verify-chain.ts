/**
 * The hash chain recomputed on this workstation from the lines that it was given (TRUST D5; docs/journal.md). Pure.
 *
 * ```
 *  n° 12 ── previousHash = hash of n° 11? ── own hash = SHA-256 of its text? ── words = valueHash? ──▶ n° 13 …
 *     └ n° 11 is not given: a gap of who may not read it; a missing line for who reads everything
 * ```
 */
import { createHash } from 'node:crypto';
import type { ChainState } from '../../../contract/app/journal-contract.ts';
import type { ChainedLine, ChainedWords } from '../../../contract/national/journal-text.ts';
import { journalLineText, journalWordsText } from '../../../contract/national/journal-text.ts';

/** A line with its hash, and its words where the reader was given them. */
export interface ProvedLine extends ChainedLine {
  readonly hash: string;
  readonly salt: string | null;
  readonly words: ChainedWords;
}

export type LineProof = 'proved' | 'erased' | 'withheld' | 'broken';
export type Broken = NonNullable<ChainState['broken']>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const LINE_FAULTS = {
  altered: 'Cette ligne a été modifiée : son empreinte n’est pas la sienne.',
  words: 'Les mots de cette ligne ne sont plus ceux qui ont été écrits.',
  link: 'Cette ligne ne suit pas la précédente.',
  missing: 'Cette ligne manque : la suivante ne suit pas celle d’avant.',
  end: 'La fin de la chaîne n’est pas celle que le service annonce.',
  rewritten: 'Cette ligne n’est plus celle que ce poste avait lue : le passé a été récrit.',
} as const;

/** What is wrong with a line by itself; null when it holds. */
export function lineFault(line: ProvedLine): string | null {
  if (sha256(journalLineText(line)) !== line.hash) return LINE_FAULTS.altered;
  if (line.salt === null) return null;
  return sha256(journalWordsText(line.salt, line.words)) === line.valueHash ? null : LINE_FAULTS.words;
}

/** A line with what is wrong with it by itself: computed once, when it comes. */
export interface CheckedLine {
  readonly line: ProvedLine;
  readonly fault: string | null;
}

export const checkLine = (line: ProvedLine): CheckedLine => ({ line, fault: lineFault(line) });

/** @param mayReadWords false: words are withheld from this reader; true: a line without words had them erased */
export function proofOf({ line, fault }: CheckedLine, mayReadWords: boolean): LineProof {
  if (fault !== null) return 'broken';
  if (line.salt !== null) return 'proved';
  return mayReadWords ? 'erased' : 'withheld';
}

/** What is wrong between two lines that follow each other among those given; null when nothing is. */
export function linkFault(older: ProvedLine, newer: ProvedLine, whole: boolean): Broken | null {
  const follows = newer.previousHash === older.hash;
  if (newer.number === older.number + 1) return follows ? null : { number: newer.number, message: LINE_FAULTS.link };
  // Numbers were given anew after an insertion, or lines were put where none were.
  if (follows) return { number: newer.number, message: LINE_FAULTS.link };
  return whole ? { number: older.number + 1, message: LINE_FAULTS.missing } : null;
}

export interface Walked {
  readonly first: number | null;
  readonly last: number | null;
  readonly lines: number;
  readonly erased: number;
  readonly gaps: number;
  readonly broken: Broken | null;
}

/**
 * Walks lines from the oldest on, and stops at the first link that does not hold.
 *
 * @param whole the reader may read every line: a number that is not there is a line that is missing
 * @example walkChain(lines.map(checkLine), true).broken // null
 */
export function walkChain(lines: readonly CheckedLine[], whole: boolean): Walked {
  const walked = { first: null as number | null, last: null as number | null, lines: 0, erased: 0, gaps: 0 };
  let older: ProvedLine | null = null;
  for (const { line, fault } of lines) {
    const link = older === null ? null : linkFault(older, line, whole);
    const broken = link ?? (fault === null ? null : { number: line.number, message: fault });
    if (broken !== null) return { ...walked, broken };
    walked.first ??= line.number;
    walked.last = line.number;
    walked.lines += 1;
    if (line.salt === null) walked.erased += 1;
    if (older !== null && line.number !== older.number + 1) walked.gaps += 1;
    older = line;
  }
  return { ...walked, broken: null };
}

/** The end of a chain, as somebody announces it or as this workstation once read it. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: string;
}

/** A line that is no longer what this workstation had read, whoever wrote the chain anew. */
export function rewrittenFault(lines: readonly CheckedLine[], known: ChainEnd | null): Broken | null {
  if (known === null) return null;
  const found = lines.find(({ line }) => line.number === known.number);
  if (found === undefined || found.line.hash === known.hash) return null;
  return { number: known.number, message: LINE_FAULTS.rewritten };
}

/** The newest line held against the end that the service announced with it. @param whole it must be that very line */
export function endFault(lines: readonly CheckedLine[], head: ChainEnd | null, whole: boolean): Broken | null {
  const newest = lines.at(-1)?.line;
  if (head === null || newest === undefined) return null;
  if (newest.number === head.number && newest.hash === head.hash) return null;
  if (newest.number !== head.number && !whole) return null;
  return { number: head.number, message: LINE_FAULTS.end };
}
