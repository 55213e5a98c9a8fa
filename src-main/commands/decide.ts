/**
 * A gesture on one row or on a thousand: preview, then commit. The preview freezes what the person sees; the commit
 * takes the preview, never "the current filter" (ARCHITECTURE §5 bulk; FEATURES D2).
 */
import type { Decision, Preview } from '../../contract/app/decision.ts';
import { COMMAND_INPUTS } from '../../contract/national/commands/command-inputs.ts';
import { DecisionFailure } from './decision-failure.ts';
import type { DeskContext } from './desk-context.ts';
import { withDistinctLabels } from './distinct-labels.ts';
import type { Draft, DraftCommand } from './draft.ts';
import { makerOf } from './every-decision.ts';
import { placeDecision } from './place-decision.ts';
import type { FrozenPreview, PreviewShelf } from './preview-shelf.ts';

/** Rows of a preview on screen. */
const SHOWN_ROWS = 200;
const ORDER: Readonly<Record<Draft['outcome'], number>> = { invalid: 0, changes: 1, unchanged: 2 };

function countOutcomes(drafts: readonly Draft[]): Preview['counts'] {
  const of = (outcome: Draft['outcome']) => drafts.filter((draft) => draft.outcome === outcome).length;
  return { changes: of('changes'), unchanged: of('unchanged'), invalid: of('invalid') };
}

/** @param targets ids of what is decided on, in the order in which they were chosen; none for a decision that names its own */
export function previewDecision(
  context: DeskContext,
  shelf: PreviewShelf,
  decision: Decision,
  targets: readonly string[],
): Preview {
  const maker = makerOf(decision);
  const drafts = withDistinctLabels(context.store, maker.drafts(context, decision, [...new Set(targets)]));
  const changing = drafts.filter(({ outcome }) => outcome === 'changes');
  const asksReason = maker.asksReason?.(context, decision, changing) ?? null;
  const previewId = context.makeId();
  const accompanying = maker.accompanying?.(context, decision, changing) ?? [];
  const title = maker.title(decision);
  shelf.keep(previewId, { decision, title, drafts, accompanying, asksReason, at: context.clock() });
  return {
    previewId,
    revision: context.store.revision,
    counts: countOutcomes(drafts),
    rows: drafts
      .toSorted((left, right) => ORDER[left.outcome] - ORDER[right.outcome])
      .slice(0, SHOWN_ROWS)
      .map(({ command: _, ...row }) => ({ ...row, remarks: [...row.remarks] })),
    consequences: [...(maker.consequences?.(context, decision, changing) ?? [])],
    asksReason,
  };
}

/** The reason given at the commit goes where the order wants it: its own field, or the comment beside a listed one. */
function inputWith(command: DraftCommand, reason: string | null): unknown {
  const input = command.input as Readonly<Record<string, unknown>>;
  if (reason === null) return input;
  if ('reason' in input && input['reason'] === null) return { ...input, reason };
  if ('comment' in input && input['comment'] === null) return { ...input, comment: reason };
  return input;
}

function requirePreview(shelf: PreviewShelf, previewId: string, reason: string | null, now: number): FrozenPreview {
  const preview = shelf.take(previewId, now);
  if (preview === null)
    throw new DecisionFailure('preview-expired', "L'aperçu n'est plus valable : demandez-le à nouveau.");
  if (preview.asksReason !== null && (reason === null || reason === '')) {
    // It stays usable: only the reason is missing.
    shelf.keep(previewId, preview);
    throw new DecisionFailure('not-allowed', preview.asksReason);
  }
  return preview;
}

/**
 * Writes every decision of a preview that changes something, in one transaction, on the disk before it returns.
 *
 * @throws DecisionFailure 'preview-expired' | 'not-allowed'; StoreFault 'disk-full', nothing having been written
 */
export function commitDecision(
  context: DeskContext,
  shelf: PreviewShelf,
  previewId: string,
  reason: string | null,
): { batchId: string; committed: number } {
  const { clock } = context;
  const said = reason === '' ? null : reason;
  const preview = requirePreview(shelf, previewId, said, clock());
  try {
    return writeDecision(context, preview, said);
  } catch (error) {
    // Nothing was written: once there is room again, or another word, the same preview may be confirmed.
    shelf.keep(previewId, preview);
    throw error;
  }
}

function writeDecision(
  { store, person, clock, makeId }: DeskContext,
  { drafts, accompanying, title }: FrozenPreview,
  said: string | null,
): { batchId: string; committed: number } {
  const changing = [...accompanying, ...drafts].flatMap(({ command, label }) =>
    command === null ? [] : [{ command, label }],
  );
  const batchId = makeId();
  const at = new Date(clock()).toISOString();
  const wishes = changing.map(({ command, label }) => {
    const input = COMMAND_INPUTS[command.kind].safeParse(inputWith(command, said));
    if (!input.success) throw new DecisionFailure('not-allowed', 'Il manque un motif, ou une saisie est trop longue.');
    const { kind, subject, fact, version, missionId, candidateId, base, wanted } = command;
    return {
      ...{ commandId: makeId(), personId: person.personId, batchId, kind, subject, fact, version },
      origin: changing.length > 1 ? ('bulk' as const) : ('single' as const),
      ...{ input: JSON.stringify(input.data), decidedAt: at, undoes: null, missionId, candidateId, label, title },
      ...{ base: JSON.stringify(base), wanted },
    };
  });
  store.transaction('decision', (transaction) => {
    for (const wish of wishes) placeDecision(transaction, wish, at);
  });
  return { batchId, committed: wishes.length - accompanying.length };
}
