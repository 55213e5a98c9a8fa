import type { PlanEdit } from '../../../contract/app/arbitration-contract.ts';

const pairOf = ({ missionId, candidateId }: PlanEdit): string => `${missionId} ${candidateId}`;

/**
 * The edits of a plan after some more: the last word on a pair counts, and `release` takes both words back.
 *
 * @example applyEdits([pin], [{ ...pin, kind: 'release' }]) // []
 */
export function applyEdits(edits: readonly PlanEdit[], more: readonly PlanEdit[]): readonly PlanEdit[] {
  const words = new Map(edits.map((edit) => [pairOf(edit), edit]));
  for (const edit of more) {
    words.delete(pairOf(edit));
    if (edit.kind !== 'release') words.set(pairOf(edit), edit);
  }
  return [...words.values()];
}
