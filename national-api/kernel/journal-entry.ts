/** A line to be written in the decision journal when the transaction is sealed. FEATURES D7; TRUST D5. */
import type { Command } from '../../contract/national/commands/command.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';

export interface JournalEntry {
  readonly actor: Principal;
  readonly commandId: string | null;
  /** Command kind, or the system's own: 'proposal.lapse', 'assignment.end'… */
  readonly kind: string;
  readonly subjectKind: RowKind | 'person' | 'readJournal' | 'arbitration' | 'signingKey';
  readonly subjectId: string;
  readonly subjectAgency: number | null;
  readonly origin: Command['origin'] | 'system';
  readonly batchId: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  /** Only the values that the decision is about; kept in the erasable side table. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}
