/**
 * A new activation link for an account that was validated and never activated (F34-F35): 72 h, once. What the applicant
 * may ask for alone, a cell may do for them while they are on the telephone; the links sent before stop working.
 */

import { issueActivation } from '../accounts/issue-activation.ts';
import { findRequest, requestFootprint } from '../accounts/judge-account-request.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { actOf, journalEffect } from '../rules/act.ts';

export const renewActivationLink: CommandHandler<'account-request.renew-activation'> = {
  kind: 'account-request.renew-activation',
  footprint: (reader, command) => requestFootprint(reader, command.subject),
  async execute(context) {
    const { work, command } = context;
    const request = await findRequest(context);
    const account = await work.writer
      .selectFrom('account')
      .select(['id', 'state'])
      .where('email', '=', request.email)
      .executeTakeFirst();
    if (request.state !== 'validated' || account?.state !== 'pending-activation') {
      throw new CommandRefusal(
        'account-not-pending',
        'Seul un compte validé et pas encore activé reçoit un nouveau lien.',
      );
    }
    await work.writer
      .updateTable('activation')
      .set({ usedAt: work.at })
      .where('accountId', '=', account.id)
      .where('usedAt', 'is', null)
      .execute();
    queueMail(work, {
      kind: 'account-activation-renewed',
      recipient: request.email,
      commandId: command.commandId,
      graceSeconds: 0,
      variables: { link: await issueActivation(work, account.id) },
    });
    // The row moves, so that a second order on what was seen before is told rather than sent twice.
    await work.update('accountRequest', request, {});
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'accountRequest',
      subjectId: request.id,
      subjectAgency: request.agency,
      after: { accountId: account.id },
    });
  },
};
