/** The demonstration's box of outgoing mails, newest first: a real service has no such reader. */
import type { Tables } from '../database/tables.ts';
import type { Ground } from '../kernel/ground.ts';

export interface OutgoingMailQuery {
  readonly recipient?: string | undefined;
  readonly kind?: string | undefined;
  readonly limit: number;
}

type OutgoingMail = Pick<
  Tables['mail'],
  'id' | 'kind' | 'recipient' | 'subject' | 'body' | 'state' | 'notBefore' | 'createdAt' | 'sentAt'
>;

export function readOutgoingMail(ground: Ground, query: OutgoingMailQuery): Promise<OutgoingMail[]> {
  let mails = ground.database.read
    .selectFrom('mail')
    .select(['id', 'kind', 'recipient', 'subject', 'body', 'state', 'notBefore', 'createdAt', 'sentAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit);
  if (query.recipient !== undefined) mails = mails.where('recipient', '=', query.recipient);
  if (query.kind !== undefined) mails = mails.where('kind', '=', query.kind);
  return mails.execute();
}
