/** A plan of arbitration as a decision takes it over: made by the engine, told to the journal with its proposals. */
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';

export interface PlanToCommit {
  /** By row of the plan. */
  readonly pairs: ReadonlyMap<string, { readonly missionId: string; readonly candidateId: string }>;
  /** Everything that the journal keeps but what the decision itself says. */
  readonly record: Omit<CommandInput<'arbitration.record'>, 'proposed' | 'digest' | 'reason'>;
}
