/**
 * A second request with a known e-mail is settled by a person (F24). What it did in the platform of 2020 was to block
 * both; here the missions are never lost unless somebody says so.
 *
 * ```
 * DOUBLON ── attach-missions, the account exists ──▶ VALIDÉE or ACTIVÉE (its missions join the account)
 *    │   └── attach-missions, the other one is gone ─▶ À VALIDER (an ordinary request again)
 *    └────── drop ──────────────────────────────────▶ REFUSÉE
 * ```
 */
import { insertRequestedMissions } from '../accounts/insert-requested-mission.ts';
import {
  decideRequest,
  establishmentOf,
  findRequest,
  requestFootprint,
  stateAfter,
} from '../accounts/judge-account-request.ts';
import { findKnownEmail } from '../accounts/known-email.ts';
import { missionsInWords } from '../accounts/missions-in-words.ts';
import { settleEstablishment } from '../accounts/settle-establishment.ts';
import type { Tables } from '../database/tables.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { agencyInWords } from '../mail/agency-in-words.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { requireRight } from '../rights/require-right.ts';

type Context = CommandContext<'account-request.resolve-duplicate'>;
type Request = Stored<'accountRequest'>;

async function drop(context: Context, request: Request): Promise<void> {
  const { reason } = context.command.input;
  await decideRequest(context, request, { state: stateAfter(request.state, 'refuse'), reason });
  queueMail(context.work, {
    kind: 'account-request-refused',
    recipient: request.email,
    commandId: context.command.commandId,
    variables: {
      establishment: request.establishmentName,
      by: agencyInWords(context.actor.agency),
      reason,
      missions: missionsInWords(request.missions),
    },
  });
}

/** The missions join the account; an establishment that it did not have joins its group (F26). */
async function attach(context: Context, request: Request, account: Tables['account']): Promise<void> {
  const { work, actor, command } = context;
  const establishment = await settleEstablishment(work, { ...establishmentOf(request), phone: request.phone });
  requireRight(actor, 'validate-accounts', { agency: establishment.agency, departement: establishment.departement });
  const held = JSON.parse(account.establishments) as string[];
  if (!held.includes(establishment.id)) {
    await work.writer
      .updateTable('account')
      .set({ establishments: JSON.stringify([...held, establishment.id]) })
      .where('id', '=', account.id)
      .execute();
  }
  const missions = await insertRequestedMissions(work, establishment, request.missions, account.id);
  const active = account.state === 'active';
  const validated = stateAfter(stateAfter(request.state, 'resolve-duplicate'), 'validate');
  await decideRequest(
    context,
    request,
    {
      state: active ? stateAfter(validated, 'activate') : validated,
      reason: command.input.reason,
      patch: { sameEstablishmentId: establishment.id, activatedAt: active ? work.at : null },
    },
    { resolution: 'attach-missions', accountId: account.id, establishmentId: establishment.id, missions },
  );
  queueMail(work, {
    kind: 'account-request-attached',
    recipient: request.email,
    commandId: command.commandId,
    variables: {
      establishment: establishment.name,
      by: agencyInWords(actor.agency),
      missions: missionsInWords(request.missions),
    },
  });
}

export const resolveDuplicateRequest: CommandHandler<'account-request.resolve-duplicate'> = {
  kind: 'account-request.resolve-duplicate',
  footprint: (reader, command) => requestFootprint(reader, command.subject),
  async execute(context) {
    const { work, command } = context;
    const request = await findRequest(context);
    const resolved = stateAfter(request.state, 'resolve-duplicate');
    if (command.input.resolution === 'drop') return drop(context, request);
    const known = await findKnownEmail(work.writer, request.email, request.id);
    if (known === null) {
      const patch = { duplicateOf: null };
      return decideRequest(context, request, { state: resolved, reason: command.input.reason, patch });
    }
    if (known.account === null) {
      throw new CommandRefusal(
        'first-request-waits',
        "La première demande de cette adresse attend encore : traitez-la d'abord.",
      );
    }
    if (known.account.state === 'disabled') {
      throw new CommandRefusal(
        'account-not-active',
        'Le compte de cette adresse est fermé : il ne peut rien recevoir.',
      );
    }
    return attach(context, request, known.account);
  },
};
