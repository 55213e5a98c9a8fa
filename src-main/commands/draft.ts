/** What a decision would make of one target, before anything is written. */
import type { Decision as AnyDecision, DecisionKind } from '../../contract/app/decision.ts';
import type { CommandInput, CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Fact } from '../store/outbox/outbox-row.ts';
import type { DeskContext } from './desk-context.ts';

/** The order for one target; its version is the one that the person saw. */
export interface DraftCommand<K extends CommandKind = CommandKind> {
  readonly kind: K;
  readonly subject: string;
  readonly fact: Fact;
  readonly version: number;
  /** A reason that is asked at the commit is null until then. */
  readonly input: { readonly [Field in keyof CommandInput<K>]: CommandInput<K>[Field] | null };
  readonly missionId: string | null;
  readonly candidateId: string | null;
  /** The fields of the fact as the nation confirmed them: base of a conflict, aim of an undo. */
  readonly base: Readonly<Record<string, string | number | null>>;
  /** The same fields as they would become; absent where an order does not simply set them. */
  readonly wanted?: Readonly<Record<string, string | number | null>>;
}

export interface Draft {
  readonly subjectId: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly outcome: 'changes' | 'unchanged' | 'invalid';
  readonly remarks: readonly string[];
  /** Null unless it changes something. */
  readonly command: DraftCommand | null;
}

export type DecisionOf<K extends DecisionKind> = Extract<AnyDecision, { kind: K }>;

/** One kind of decision: one file of decisions/ each. */
export interface DecisionMaker<K extends DecisionKind> {
  readonly kind: K;
  /** French, in the outbox and in reports: "Priorité P1 · vitale". */
  title(decision: DecisionOf<K>): string;
  drafts(context: DeskContext, decision: DecisionOf<K>, targets: readonly string[]): readonly Draft[];
  /** Orders that go with those that change something, and that nobody decides on row by row: none where there is none. */
  accompanying?(context: DeskContext, decision: DecisionOf<K>, drafts: readonly Draft[]): readonly Draft[];
  /** What will follow, in French; drafts are those that change something. */
  consequences?(context: DeskContext, decision: DecisionOf<K>, drafts: readonly Draft[]): readonly string[];
  /** Why a reason must be given before the commit, or null. */
  asksReason?(context: DeskContext, decision: DecisionOf<K>, drafts: readonly Draft[]): string | null;
}

interface Told {
  readonly subjectId: string;
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

export function invalid({ subjectId, label, before = '', after = '' }: Told, ...remarks: readonly string[]): Draft {
  return { subjectId, label, before, after, outcome: 'invalid', remarks, command: null };
}

export function unchanged({ subjectId, label, before = '', after = '' }: Told): Draft {
  return { subjectId, label, before, after, outcome: 'unchanged', remarks: [], command: null };
}

export function changes<K extends CommandKind>(
  { subjectId, label, before = '', after = '' }: Told,
  command: DraftCommand<K>,
  ...remarks: readonly string[]
): Draft {
  return { subjectId, label, before, after, outcome: 'changes', remarks, command: command as unknown as DraftCommand };
}
