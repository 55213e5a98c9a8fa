/** Mails to a candidate about a proposal or an assignment. */

import type { Stored } from '../kernel/unit-of-work.ts';
import type { MailKind, MailVariables } from '../mail/mail-kind.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Act } from './act.ts';
import { candidateEmail } from './parties.ts';

/** @returns false when the person left no address */
export async function tellCandidate<K extends MailKind>(
  act: Act,
  kind: K,
  proposal: Pick<Stored<'proposal'>, 'id' | 'candidateId'>,
  variables: MailVariables<K>,
): Promise<boolean> {
  const recipient = await candidateEmail(act.work, proposal.candidateId);
  if (recipient === null) return false;
  queueMail(act.work, {
    kind,
    recipient,
    variables,
    proposalId: proposal.id,
    candidateId: proposal.candidateId,
    commandId: act.commandId,
  });
  return true;
}
