/** What an oracle judges: the rows that the service keeps, and what each client holds of its own commands. */
import type { Command } from '../../../contract/national/commands/command.ts';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { Tables } from '../../../national-api/database/tables.ts';

/** A command as its client remembers it. */
export interface SentCommand {
  readonly client: string;
  readonly actor: Principal;
  readonly command: Command;
  /** Every verdict that reached the client, in order; none when each answer was lost. */
  readonly verdicts: readonly Verdict[];
  /** It bears the id of another person's command, or of another body: it must be refused and leave no trace. */
  readonly forged: boolean;
}

/** A line of the journal with its words. */
export type JournalledDecision = Tables['journal'] & Omit<Tables['journalValue'], 'journalNumber'>;

export interface Evidence {
  readonly sent: readonly SentCommand[];
  /** Stored verdicts of the commands sent. */
  readonly results: readonly Tables['commandResult'][];
  /** Lines written since the campaign began, in order of number. */
  readonly journal: readonly JournalledDecision[];
  readonly missions: readonly Tables['mission'][];
  readonly candidates: readonly Tables['candidate'][];
  readonly proposals: readonly Tables['proposal'][];
  readonly openings: readonly Tables['opening'][];
  /** The civil date of the campaign's clock. */
  readonly today: string;
}

/** What an oracle saw that may not be. */
export interface Violation {
  readonly oracle: string;
  readonly what: string;
}

/** Judges the evidence: one sentence for each thing that may not be. */
export interface Oracle {
  readonly name: string;
  judge(evidence: Evidence): string[];
}

/** The verdict that the client holds as final: the last that is not `later`. */
export function heldVerdict({ verdicts }: SentCommand): Exclude<Verdict, { outcome: 'later' }> | null {
  return verdicts.findLast((verdict) => verdict.outcome !== 'later') ?? null;
}

/** Lines of the journal by the command that made them. */
export function linesByCommand(journal: readonly JournalledDecision[]): Map<string, JournalledDecision[]> {
  const lines = new Map<string, JournalledDecision[]>();
  for (const line of journal) {
    if (line.commandId === null) continue;
    const known = lines.get(line.commandId);
    if (known) known.push(line);
    else lines.set(line.commandId, [line]);
  }
  return lines;
}
