/** Cancels the mails about a proposal that still wait: an undo inside the grace period leaves no trace in a mail box. */
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

/** @returns the kinds of those that will not leave */
export async function cancelMails(work: UnitOfWork, proposalId: string): Promise<readonly string[]> {
  const dropped = work.dropMails((mail) => mail.proposalId === proposalId);
  // What a sender has just taken is no longer waiting: it is not said to be cancelled.
  const cancelled = await work.writer
    .updateTable('mail')
    .set({ state: 'cancelled' })
    .where('proposalId', '=', proposalId)
    .where('state', '=', 'waiting')
    .returning('kind')
    .execute();
  return [...dropped, ...cancelled].map(({ kind }) => kind);
}
