/**
 * One decision at work: who acts, under which command, and whom it has touched so far. Every effect, direct or by
 * consequence, goes through it, so that the journal tells them all under the same command (FEATURES D7).
 */
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { CommandContext } from '../kernel/handler.ts';
import type { JournalEntry } from '../kernel/journal-entry.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import { SYSTEM_PRINCIPAL } from '../kernel/unit-of-work.ts';

/** Subjects whose derived columns must be counted again before the command ends: `settle` does it. */
export interface Touched {
  readonly missions: Set<string>;
  readonly candidates: Set<string>;
  readonly openings: Set<string>;
}

export interface Act {
  readonly work: UnitOfWork;
  readonly actor: Principal;
  readonly commandId: string | null;
  readonly origin: JournalEntry['origin'];
  readonly batchId: string | null;
  readonly decidedAt: string | null;
  readonly touched: Touched;
}

const nobody = (): Touched => ({ missions: new Set(), candidates: new Set(), openings: new Set() });

/** The act of a command. */
export function actOf<K extends CommandKind>({ work, actor, command }: CommandContext<K>): Act {
  const { commandId, origin, batchId, decidedAt } = command;
  return { work, actor, commandId, origin, batchId, decidedAt, touched: nobody() };
}

/** The act of the service's own clock. */
export function systemAct(work: UnitOfWork): Act {
  return {
    work,
    actor: SYSTEM_PRINCIPAL,
    commandId: null,
    origin: 'system',
    batchId: null,
    decidedAt: null,
    touched: nobody(),
  };
}

export type Effect = Pick<JournalEntry, 'kind' | 'subjectKind' | 'subjectId' | 'subjectAgency'> &
  Partial<Pick<JournalEntry, 'reason' | 'before' | 'after'>>;

/** Writes one line of the journal for one effect of the act. */
export function journalEffect(act: Act, effect: Effect): void {
  const { work, actor, commandId, origin, batchId, decidedAt } = act;
  work.journal({ reason: null, before: null, after: null, ...effect, actor, commandId, origin, batchId, decidedAt });
}
