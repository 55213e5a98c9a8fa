/** What an undo does to the mails about a proposal: those that wait are cancelled, those that left must be corrected. */
import type { Stored } from '../kernel/unit-of-work.ts';
import { cancelMails } from '../mail/cancel-mails.ts';
import type { Act } from './act.ts';

export interface TakenBack {
  /** Kinds that nobody will read. */
  readonly cancelled: readonly string[];
  /** Kinds that already left: their readers must be told otherwise. */
  readonly left: readonly string[];
}

export async function takeBackMails({ work }: Act, proposal: Stored<'proposal'>): Promise<TakenBack> {
  const cancelled = await cancelMails(work, proposal.id);
  if (cancelled.length > 0 && proposal.mailState === 'waiting') {
    await work.annotate('proposal', proposal, { mailState: 'cancelled' });
  }
  const left = await work.writer
    .selectFrom('mail')
    .select('kind')
    .distinct()
    .where('proposalId', '=', proposal.id)
    .where('state', 'in', ['sending', 'sent', 'bounced', 'failed'])
    .execute();
  return { cancelled, left: left.map(({ kind }) => kind) };
}
