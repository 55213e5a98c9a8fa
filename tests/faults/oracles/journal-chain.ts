import { lineHash, valueHash } from '../../../national-api/journal/chain.ts';
import type { JournalledDecision, Oracle } from './evidence.ts';

function words({ salt, actorName, reason, before, after }: JournalledDecision) {
  return { salt, actorName, reason, before, after };
}

function line(decision: JournalledDecision) {
  const { hash: _, salt: _salt, actorName: _name, reason: _reason, before: _before, after: _after, ...rest } = decision;
  return rest;
}

/**
 * TRUST §3.3, oracle 8: numbers follow each other without a gap, each line's hash covers it and the line before, each
 * line's words are those that were hashed.
 */
export const journalChain: Oracle = {
  name: 'journal-chain',
  judge({ journal }) {
    const violations: string[] = [];
    let previous: JournalledDecision | null = null;
    for (const decision of journal) {
      if (previous !== null && decision.number !== previous.number + 1) {
        violations.push(`line ${decision.number} follows line ${previous.number}`);
      }
      if (previous !== null && decision.previousHash !== previous.hash) {
        violations.push(`line ${decision.number} does not hold the hash of the line before`);
      }
      if (lineHash(line(decision)) !== decision.hash) violations.push(`line ${decision.number} is not what was hashed`);
      if (valueHash(words(decision)) !== decision.valueHash) {
        violations.push(`the words of line ${decision.number} are not those that were hashed`);
      }
      previous = decision;
    }
    return violations;
  },
};
