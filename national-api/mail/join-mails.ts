/** One mail per requester per batch (DOMAIN §4.9): the lines of one group to one recipient leave together. */
import type { Tables } from '../database/tables.ts';
import { SIGNATURE } from './mail-text.ts';
import type { OutgoingMessage } from './mail-transport.ts';

type Mail = Tables['mail'];

const withoutSignature = (body: string): string =>
  body.endsWith(SIGNATURE) ? body.slice(0, -SIGNATURE.length).trimEnd() : body;

const keyOf = ({ id, groupKey, recipient }: Mail): string =>
  groupKey === null ? `alone:${id}` : `group:${recipient}:${groupKey}`;

/** The mails that leave together, in the order in which they were queued. */
export function groupMails(mails: readonly Mail[]): readonly (readonly [Mail, ...Mail[]])[] {
  const groups = Map.groupBy(mails, keyOf);
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others]])) as [
    Mail,
    ...Mail[],
  ][];
}

/**
 * One message for a group. A mail alone leaves as it was written.
 *
 * @param domain of the message id
 */
export function joinMails([first, ...others]: readonly [Mail, ...Mail[]], domain: string): OutgoingMessage {
  const messageId = `<${first.id}@${domain}>`;
  const to = first.recipient;
  if (others.length === 0) return { messageId, to, subject: first.subject, text: first.body };
  const all = [first, ...others];
  const same = all.every(({ subject }) => subject === first.subject);
  const subject = same ? `${first.subject} (${all.length})` : `${first.subject} et autres messages (${all.length})`;
  const lines = all.map(({ body }, index) => `${index + 1}. ${withoutSignature(body)}`);
  return { messageId, to, subject, text: [...lines, SIGNATURE].join('\n\n') };
}
