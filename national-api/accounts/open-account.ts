/** Opens an account that waits for its activation, and mails the link (F33-F34). */

import type { Requester } from '../../contract/domain/annex/annex-account.ts';
import type { Tables } from '../database/tables.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { issueActivation } from './issue-activation.ts';

export interface NewAccount {
  readonly requester: Requester;
  readonly establishment: { readonly id: string; readonly name: string };
  readonly commandId: string | null;
}

/** Lock `email:…` before and check that no account has it: the base refuses a second one (F23). */
export async function openAccount(work: UnitOfWork, { requester, establishment, commandId }: NewAccount) {
  const account: Tables['account'] = {
    id: work.ground.makeId(),
    ...requester,
    establishments: JSON.stringify([establishment.id]),
    state: 'pending-activation',
    passwordHash: null,
    createdAt: work.at,
  };
  await work.writer.insertInto('account').values(account).execute();
  queueMail(work, {
    kind: 'account-activation',
    recipient: requester.email,
    commandId,
    variables: { establishment: establishment.name, link: await issueActivation(work, account.id) },
  });
  return account;
}
