/** Mails to the account that deposited a need. Nobody is told when the need came without an account. */
import { coverLabel } from '../../contract/domain/mission.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import type { MailKind, MailVariables } from '../mail/mail-kind.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Act } from './act.ts';
import { missionWords, requesterEmail } from './parties.ts';

export interface RequesterMail<K extends MailKind> {
  readonly kind: K;
  readonly mission: Stored<'mission'>;
  readonly variables: MailVariables<K>;
  readonly proposal?: Stored<'proposal'> | undefined;
}

/**
 * One mail per requester per batch: those of one decision, or of one bulk decision, share a group (DOMAIN §4.9).
 *
 * @returns false when there is no address to write to
 */
export async function tellRequester<K extends MailKind>(act: Act, mail: RequesterMail<K>): Promise<boolean> {
  const { work, commandId, batchId } = act;
  const recipient = await requesterEmail(work, mail.mission);
  if (recipient === null) return false;
  queueMail(work, {
    kind: mail.kind,
    recipient,
    variables: mail.variables,
    proposalId: mail.proposal?.id,
    candidateId: mail.proposal?.candidateId,
    commandId,
    groupKey: `${mail.kind}:${mail.mission.requesterAccountId}:${batchId ?? commandId ?? work.at}`,
  });
  return true;
}

/** The need is filled: whoever else was proposed or contacted for it is free again (DOMAIN §4.7). */
export async function tellMissionFilled(act: Act, mission: Stored<'mission'>, freed: number): Promise<void> {
  const { profession, startDate } = missionWords(mission);
  const cover = coverLabel({ accepted: mission.headcount, wanted: mission.headcount });
  await tellRequester(act, {
    kind: 'mission-filled',
    mission,
    variables: { profession, startDate, cover, freed: String(freed) },
  });
}
