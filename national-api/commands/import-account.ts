/**
 * One line of annex 2 that a regulator's desk read, corrected and sends (F42, F116-F120): judged again with the form's own
 * rules, then opened like a validated request. A request id that is already there was this very line.
 */

import type { AnnexAccount } from '../../contract/domain/annex/annex-account.ts';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';
import { establishmentKeys, findSameEstablishment } from '../accounts/find-same-establishment.ts';
import { FormRefusal } from '../accounts/form-refusal.ts';
import { openImportedAccount } from '../accounts/import/open-imported-account.ts';
import { findKnownEmail } from '../accounts/known-email.ts';
import { readAccountForm } from '../accounts/read-account-form.ts';
import { placeRequest } from '../accounts/requested-establishment.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { requireNew } from '../rules/find-subject.ts';

type Input = CommandInput<'account-request.import'>;

/** In normal form where it is one: what the base holds, and what is locked. */
const emailOf = ({ email }: Input): string => {
  const known = parseEmailAddress(email);
  return known.ok ? known.value : email;
};

/** The form of a request, without its missions: they come later, from the account. */
function readAccount(input: Input): AnnexAccount {
  try {
    return readAccountForm({ ...input, missions: [] });
  } catch (error) {
    if (!(error instanceof FormRefusal)) throw error;
    throw new CommandRefusal('account-line-invalid', error.errors.map(({ message }) => message).join(' '));
  }
}

export const importAccount: CommandHandler<'account-request.import'> = {
  kind: 'account-request.import',
  async footprint(_reader, { subject, input }) {
    return [`request:${subject}`, `email:${emailOf(input)}`, ...establishmentKeys(input)];
  },
  async execute({ work, actor, command }) {
    const { input } = command;
    if (!isAgencyCode(input.agency))
      throw new CommandRefusal('unknown-agency', 'Cette ARS de rattachement est inconnue.');
    const { code: agency } = agencyOf(input.agency);
    const { departement } = placeRequest({ ...input, agency });
    requireRight(actor, 'import-accounts', { agency, departement });
    await requireNew(work, 'accountRequest', command.subject);
    const account = readAccount(input);
    const same = await findSameEstablishment(work.writer, account.establishment);
    if (same !== null) {
      requireRight(actor, 'import-accounts', { agency: same.agency, departement: same.departement });
    }
    const known = await findKnownEmail(work.writer, account.requester.email, command.subject);
    if (known !== null) {
      const what = known.account === null ? 'Une demande attend déjà' : 'Un compte existe déjà';
      throw new CommandRefusal('email-already-used', `${what} avec ce courriel.`);
    }
    await openImportedAccount(work, { id: command.subject, actor, account, batchId: command.batchId, command });
  },
};
