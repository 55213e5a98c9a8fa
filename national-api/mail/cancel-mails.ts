/** Cancels the mails about a proposal that still wait: an undo inside the grace period leaves no trace in a mail box. */
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

/** @returns how many mails will not leave. */
export async function cancelMails(work: UnitOfWork, proposalId: string): Promise<number> {
  const dropped = work.dropMails((mail) => mail.proposalId === proposalId);
  const cancelled = await work.writer
    .updateTable('mail')
    .set({ state: 'cancelled' })
    .where('proposalId', '=', proposalId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return dropped.length + Number(cancelled.numUpdatedRows);
}
