/** Accepts a proposed order: one decision a lane, each through its preview; nothing before all could be previewed. */
import type { OrderProposal, OrderRow } from '../../../contract/app/board-contract.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import type { DeskClient } from '../../data/desk-client.ts';

type Sets = OrderProposal['whole'];

export interface AcceptedOrder {
  readonly committed: number;
  readonly invalid: number;
  readonly batchIds: readonly string[];
  /** Not null: nothing was committed, a reason is missing; the sentence says why, and what share would be in P1. */
  readonly asksReason: string | null;
}

/** The ticked rows, by the lane that each would go to. */
export function setsOfRows(rows: readonly OrderRow[]): Sets {
  return PRIORITIES.flatMap((priority) => {
    const ids = rows.filter(({ after }) => after === priority).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ priority, set: { type: 'ids' as const, ids } }];
  });
}

export async function acceptOrder(
  client: Pick<DeskClient, 'decisions'>,
  sets: Sets,
  reason: string | null,
): Promise<AcceptedOrder> {
  const previews = [];
  for (const { priority, set } of sets) {
    const decision = { kind: 'set-priority' as const, priority, reason };
    previews.push(await client.decisions.preview({ decision, targets: set }));
  }
  const asking = previews.find(({ asksReason }) => asksReason !== null);
  const invalid = previews.reduce((sum, { counts }) => sum + counts.invalid, 0);
  if (asking !== undefined && reason === null) {
    const asksReason = [...asking.consequences, asking.asksReason].join(' ');
    return { committed: 0, invalid, batchIds: [], asksReason };
  }
  const batches = [];
  for (const { previewId, counts } of previews) {
    if (counts.changes > 0) batches.push(await client.decisions.commit({ previewId, reason }));
  }
  return {
    committed: batches.reduce((sum, batch) => sum + batch.committed, 0),
    invalid,
    batchIds: batches.map(({ batchId }) => batchId),
    asksReason: null,
  };
}
