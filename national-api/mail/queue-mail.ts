/**
 * Puts a mail in the queue. It waits out its grace period, so that an undo can still cancel it (DOMAIN §4.9); who
 * delivers it, and how lines of one group are joined, is the delivery's affair.
 */
import { isoInstant } from '../kernel/ground.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { MailKind, MailVariables } from './mail-kind.ts';
import { mailText } from './mail-text.ts';

export interface MailOrder<K extends MailKind = MailKind> {
  readonly kind: K;
  /** An e-mail address. */
  readonly recipient: string;
  readonly variables: MailVariables<K>;
  readonly proposalId?: string | undefined;
  readonly candidateId?: string | undefined;
  readonly commandId?: string | null | undefined;
  /** Mails of one group to one recipient leave as one: one per requester per batch. */
  readonly groupKey?: string | undefined;
  /** Seconds to wait; the setting when not said. */
  readonly graceSeconds?: number | undefined;
}

/**
 * @example
 * queueMail(work, { kind: 'candidate-registered', recipient, candidateId, variables: { firstName, lastName } });
 */
export function queueMail<K extends MailKind>(work: UnitOfWork, order: MailOrder<K>): void {
  const { subject, body } = mailText(order.kind, order.variables);
  const grace = order.graceSeconds ?? work.ground.settings.mailGraceSeconds;
  work.mail({
    id: work.ground.makeId(),
    kind: order.kind,
    recipient: order.recipient,
    subject,
    body,
    groupKey: order.groupKey ?? null,
    notBefore: isoInstant(work.now + grace * 1000),
    proposalId: order.proposalId ?? null,
    candidateId: order.candidateId ?? null,
    commandId: order.commandId ?? null,
  });
}
