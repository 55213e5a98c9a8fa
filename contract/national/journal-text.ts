/**
 * The exact texts that the journal's chain hashes, so that a reader computes the same bytes as the service (TRUST D5;
 * docs/journal.md). SHA-256 of their UTF-8, in hexadecimal, is left to each side: a contract has no cryptography.
 */
import { canonicalJson } from './canonical-json.ts';

/** A line of the chain without its own hash. */
export interface ChainedLine {
  readonly number: number;
  readonly at: string;
  readonly actorId: string;
  readonly role: string;
  readonly agency: number | null;
  readonly commandId: string | null;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly origin: string;
  readonly batchId: string | null;
  readonly decidedAt: string | null;
  readonly subjectAgency: number | null;
  readonly valueHash: string;
  readonly previousHash: string;
}

/** The erasable words of a line; before and after as the JSON text that was written. */
export interface ChainedWords {
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What `hash` is the hash of. */
export function journalLineText(line: ChainedLine): string {
  const { number, at, actorId, role, agency, commandId, kind, subjectKind, subjectId } = line;
  const { origin, batchId, decidedAt, subjectAgency, valueHash, previousHash } = line;
  return canonicalJson({
    ...{ number, at, actorId, role, agency, commandId, kind, subjectKind, subjectId },
    ...{ origin, batchId, decidedAt, subjectAgency, valueHash, previousHash },
  });
}

/** What `valueHash` is the hash of: the salt, a line feed, the words. */
export function journalWordsText(salt: string, { actorName, reason, before, after }: ChainedWords): string {
  return `${salt}\n${canonicalJson({ actorName, reason, before, after })}`;
}
