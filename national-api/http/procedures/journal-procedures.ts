/** The journal by HTTP: reading it is itself a look, journaled before the lines leave (TRUST D6). */
import { appendLook } from '../../journal/read-chain.ts';
import { readJournalPage } from '../../journal/read-journal-page.ts';
import { verifyJournal } from '../../journal/verify-journal.ts';
import { readOutgoingMail } from '../../mail/read-outgoing-mail.ts';
import { callerOf } from '../service.ts';
import { national } from './base.ts';

export const journalProcedures = {
  read: national.journal.read.handler(async ({ context, input }) => {
    const { ground, instance } = context.service;
    const actor = callerOf(context);
    const page = await readJournalPage(ground, actor, input);
    await ground.database.transaction((writer) =>
      appendLook(ground, writer, instance, actor, {
        what: 'journal',
        subjectId: input.subject ?? '*',
        missionId: null,
        reason: 'read-journal',
        result: 'shown',
      }),
    );
    return page;
  }),
  verify: national.journal.verify.handler(({ context }) => verifyJournal(context.service.ground.database)),
  outgoingMail: national.journal.outgoingMail.handler(async ({ context, input }) => ({
    mails: await readOutgoingMail(context.service.ground, input),
  })),
};
