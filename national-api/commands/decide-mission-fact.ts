/**
 * Priority, deferral, note and assigned regulator are versioned facts of a mission, each with its own version, author
 * and time: two people who decide different facts are not in conflict (DOMAIN §2.7).
 */
import type { Right } from '../../contract/domain/right.ts';
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findMission } from '../rules/find-subject.ts';

type FactName = 'priority' | 'deferral' | 'note' | 'regulator';

export interface FactDecision {
  readonly fact: FactName;
  readonly right: Right;
  readonly reason: string | null;
  /** The fact's columns as they become; version, author and time are added. */
  readonly values: (mission: Stored<'mission'>) => Partial<Stored<'mission'>> | Promise<Partial<Stored<'mission'>>>;
}

/** Loads the mission of a command or refuses. */
export async function missionOf<K extends CommandKind>(
  context: CommandContext<K>,
  missionId: string,
): Promise<Stored<'mission'>> {
  return findMission(context.work, missionId);
}

/** Checks right and version, writes the fact and its line in the journal. */
export async function decideMissionFact<K extends CommandKind>(
  context: CommandContext<K>,
  decision: FactDecision,
): Promise<void> {
  const { work, actor, command } = context;
  const mission = await missionOf(context, command.subject);
  requireRight(actor, decision.right, {
    agency: mission.agency,
    departement: mission.departement,
    reason: decision.reason,
  });
  if (mission.state !== 'open') {
    throw new CommandRefusal('mission-not-open', 'Cette mission est close : elle ne reçoit plus de décision.');
  }
  const version = mission[`${decision.fact}Version`];
  if (version !== command.version) {
    throw new CommandConflict('fact-changed', "Quelqu'un a décidé entre-temps.", {
      kind: 'mission',
      id: mission.id,
      author: mission[`${decision.fact}ByName`],
      at: mission[`${decision.fact}At`],
    });
  }
  const values = await decision.values(mission);
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, mission[name as keyof typeof mission]]));
  // The fact has its own version: the mission's, which guards the need itself, stays.
  await work.annotate('mission', mission, {
    ...values,
    [`${decision.fact}Version`]: version + 1,
    [`${decision.fact}ByName`]: actor.displayName,
    [`${decision.fact}At`]: work.at,
  });
  journalEffect(actOf(context), {
    kind: command.kind,
    subjectKind: 'mission',
    subjectId: mission.id,
    subjectAgency: mission.agency,
    reason: decision.reason,
    before,
    after: { ...values },
  });
}
