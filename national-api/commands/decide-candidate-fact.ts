/**
 * Verification and availability are versioned facts of a candidate, each with its own version, author and time: two
 * people who decide different facts are not in conflict (DOMAIN §3).
 */
import type { Right } from '../../contract/domain/right.ts';
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findCandidate } from '../rules/find-subject.ts';

export interface CandidateDecision {
  readonly fact: 'verification' | 'availability';
  readonly right: Right;
  readonly reason: string | null;
  readonly values: Partial<Stored<'candidate'>>;
  /** What is said when the fact is already so. */
  readonly alreadySo: string;
}

/** Checks right and version, writes the fact and its line in the journal. */
export async function decideCandidateFact<K extends CommandKind>(
  context: CommandContext<K>,
  decision: CandidateDecision,
): Promise<void> {
  const { work, actor, command } = context;
  const { fact, right, reason, values } = decision;
  const candidate = await findCandidate(work, command.subject);
  const { agency, departement } = candidate;
  requireRight(actor, right, { agency, departement, candidateId: candidate.id, reason });
  const version = candidate[`${fact}Version`];
  if (version !== command.version) {
    throw new CommandConflict('fact-changed', "Quelqu'un a décidé entre-temps.", {
      kind: 'candidate',
      id: candidate.id,
      author: candidate[`${fact}ByName`],
      at: candidate[`${fact}At`],
    });
  }
  if (values[fact] === candidate[fact]) throw new CommandRefusal('already-so', decision.alreadySo);
  const before = Object.fromEntries(
    Object.keys(values).map((name) => [name, candidate[name as keyof typeof candidate]]),
  );
  // The fact has its own version: the record's, which guards a merge, stays.
  await work.annotate('candidate', candidate, {
    ...values,
    [`${fact}Version`]: version + 1,
    [`${fact}ByName`]: actor.displayName,
    [`${fact}At`]: work.at,
  });
  journalEffect(actOf(context), {
    kind: command.kind,
    subjectKind: 'candidate',
    subjectId: candidate.id,
    subjectAgency: agency,
    reason,
    before,
    after: { ...values },
  });
}
