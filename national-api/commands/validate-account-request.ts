/** ARS or CCS validate a request: account, establishment and missions are made in one transaction (F33-F34, F113). */
import { insertRequestedMissions } from '../accounts/insert-requested-mission.ts';
import {
  decideRequest,
  establishmentOf,
  findRequest,
  requestFootprint,
  stateAfter,
} from '../accounts/judge-account-request.ts';
import { openAccount } from '../accounts/open-account.ts';
import { settleEstablishment } from '../accounts/settle-establishment.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';

export const validateAccountRequest: CommandHandler<'account-request.validate'> = {
  kind: 'account-request.validate',
  footprint: (reader, command) => requestFootprint(reader, command.subject),
  async execute(context) {
    const { work, actor, command } = context;
    const request = await findRequest(context);
    const state = stateAfter(request.state, 'validate');
    const known = await work.writer
      .selectFrom('account')
      .select('id')
      .where('email', '=', request.email)
      .executeTakeFirst();
    if (known) {
      throw new CommandRefusal(
        'email-already-used',
        'Un compte existe déjà avec cette adresse : traitez la demande comme un doublon.',
      );
    }
    const establishment = await settleEstablishment(work, { ...establishmentOf(request), phone: request.phone });
    // A number of another region would open its missions and candidates to a stranger.
    requireRight(actor, 'validate-accounts', {
      agency: establishment.agency,
      departement: establishment.departement,
    });
    const { lastName, firstName, email, phone } = request;
    const account = await openAccount(work, {
      requester: { lastName, firstName, email, phone },
      establishment,
      commandId: command.commandId,
    });
    const missions = await insertRequestedMissions(work, establishment, request.missions, account.id);
    await decideRequest(
      context,
      request,
      { state, reason: null, patch: { sameEstablishmentId: establishment.id } },
      { accountId: account.id, establishmentId: establishment.id, missions },
    );
  },
};
