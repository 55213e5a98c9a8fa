/** The service's lines as they were brought, newest first; each checked once, the whole walked when the bringing ends. */

import { MOST_JOURNAL_LINES } from '../../../contract/app/journal-columns.ts';
import type { ChainState } from '../../../contract/app/journal-contract.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { ChainEnd, CheckedLine, LineProof } from './verify-chain.ts';
import { checkLine, endFault, proofOf, rewrittenFault, walkChain } from './verify-chain.ts';

export interface HeldLines {
  readonly size: number;
  newest(): number | null;
  /** @returns whether the line holds by itself */
  take(entry: JournalEntry, mayReadWords: boolean): LineProof;
  /** Leaves out the oldest beyond what a window holds. @returns their numbers */
  trim(): readonly number[];
  clear(): void;
  /** @param known the end that this workstation had read before @param head the end that the service announced */
  prove(question: ProofQuestion): Omit<ChainState, 'checkedAt'>;
  /** The newest line, for the next time; null when there is none. */
  end(): ChainEnd | null;
}

export interface ProofQuestion {
  readonly known: ChainEnd | null;
  readonly head: ChainEnd | null;
  /** Every line from the oldest held on may be read. */
  readonly whole: boolean;
  /** The newest line held must be the end of the chain. */
  readonly toTheEnd: boolean;
}

export const NO_CHAIN: ChainState = {
  ...{ checkedAt: null, first: null, last: null, lines: 0, erased: 0, gaps: 0, whole: false, broken: null },
};

export function createHeldLines(): HeldLines {
  const held = new Map<number, CheckedLine>();
  const ascending = (): readonly CheckedLine[] =>
    [...held.values()].sort((left, right) => left.line.number - right.line.number);
  return {
    get size() {
      return held.size;
    },
    newest: () => ascending().at(-1)?.line.number ?? null,
    take({ proved }, mayReadWords) {
      if (proved === null) return 'withheld';
      const checked = checkLine(proved);
      held.set(proved.number, checked);
      return proofOf(checked, mayReadWords);
    },
    trim() {
      const oldest = ascending().slice(0, Math.max(0, held.size - MOST_JOURNAL_LINES));
      for (const { line } of oldest) held.delete(line.number);
      return oldest.map(({ line }) => line.number);
    },
    clear: () => held.clear(),
    prove({ known, head, whole, toTheEnd }) {
      const lines = ascending();
      const walked = walkChain(lines, whole);
      const broken = rewrittenFault(lines, known) ?? walked.broken ?? endFault(lines, head, toTheEnd);
      return { ...walked, whole, broken };
    },
    end() {
      const newest = ascending().at(-1)?.line;
      return newest === undefined ? null : { number: newest.number, hash: newest.hash };
    },
  };
}
