/** Cancels the mails about a proposal that still wait: an undo inside the grace period leaves no trace in a mail box. */
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

/** @returns the kinds of those that will not leave */
export async function cancelMails(work: UnitOfWork, proposalId: string): Promise<readonly string[]> {
  const dropped = work.dropMails((mail) => mail.proposalId === proposalId);
  const waiting = await work.writer
    .selectFrom('mail')
    .select(['id', 'kind'])
    .where('proposalId', '=', proposalId)
    .where('state', '=', 'waiting')
    .execute();
  if (waiting.length > 0) {
    const ids = waiting.map(({ id }) => id);
    await work.writer
      .updateTable('mail')
      .set({ state: 'cancelled' })
      .where('id', 'in', ids)
      .where('state', '=', 'waiting')
      .execute();
  }
  return [...dropped, ...waiting].map(({ kind }) => kind);
}
