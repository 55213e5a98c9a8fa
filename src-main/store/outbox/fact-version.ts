/** The version that guards a fact, in the row that carries it. */
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import type { Statements } from '../statements.ts';
import type { Fact } from './outbox-row.ts';
import { readOpenChain } from './read-outbox.ts';

interface Place {
  readonly kind: RowKind;
  readonly column: string;
}

const PLACES: Readonly<Record<Fact, Place>> = {
  priority: { kind: 'mission', column: 'priorityVersion' },
  deferral: { kind: 'mission', column: 'deferralVersion' },
  note: { kind: 'mission', column: 'noteVersion' },
  regulator: { kind: 'mission', column: 'regulatorVersion' },
  life: { kind: 'mission', column: 'version' },
  alert: { kind: 'alert', column: 'version' },
  proposal: { kind: 'proposal', column: 'version' },
  verification: { kind: 'candidate', column: 'verificationVersion' },
  availability: { kind: 'candidate', column: 'availabilityVersion' },
  crisis: { kind: 'crisisMode', column: 'version' },
  grant: { kind: 'directAccess', column: 'version' },
  opening: { kind: 'opening', column: 'version' },
  reserve: { kind: 'reserveRequest', column: 'version' },
  // Kept in the journal alone: no row carries it, and no mission bears a plan's id.
  arbitration: { kind: 'mission', column: 'version' },
  request: { kind: 'accountRequest', column: 'version' },
};

/** A row as a verdict tells it. */
export interface ToldRow {
  readonly kind: string;
  readonly id: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** The version of a subject's fact among rows, or null when they do not tell it. */
export function factVersion(fact: Fact, subject: string, rows: readonly ToldRow[]): number | null {
  const { kind, column } = PLACES[fact];
  const version = rows.find((row) => row.kind === kind && row.id === subject)?.row[column];
  return typeof version === 'number' ? version : null;
}

type MirrorRow = Readonly<Record<string, string | number | null>>;

/** The confirmed row that carries a subject's fact, with its version; version 0 where there is none yet. */
export function readMirrorFact(
  statements: Statements,
  fact: Fact,
  subject: string,
): { readonly row: MirrorRow | null; readonly version: number } {
  const { kind, column } = PLACES[fact];
  const row = statements.rows<MirrorRow>(`SELECT * FROM main."${kind}" WHERE id = ?`, subject)[0] ?? null;
  return { row, version: Number(row?.[column] ?? 0) };
}

/**
 * The same, at the version that a person has before their eyes: while a wish of theirs covers the truth, what they saw
 * is what that wish was made on.
 */
export function readSeenFact(
  statements: Statements,
  fact: Fact,
  subject: string,
): { readonly row: MirrorRow | null; readonly version: number } {
  const confirmed = readMirrorFact(statements, fact, subject);
  const covering = readOpenChain(statements, subject, fact).find(({ state }) => state !== 'conflict');
  return covering === undefined ? confirmed : { row: confirmed.row, version: covering.version };
}
