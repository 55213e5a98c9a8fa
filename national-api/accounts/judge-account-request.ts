/** What the three decisions on an account request share: right, version, allowed transition, journal (F33, F113). */

import type { AccountRequestEvent, AccountRequestState } from '../../contract/domain/account-request.ts';
import { ACCOUNT_REQUEST_STATES, nextAccountRequestState } from '../../contract/domain/account-request.ts';
import type { RequestedEstablishment } from '../../contract/domain/annex/annex-account.ts';
import { isAgencyCode } from '../../contract/domain/geography/agency.ts';
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Writer } from '../database/database.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, SubjectKey } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { establishmentKeys } from './find-same-establishment.ts';
import { placeRequest } from './requested-establishment.ts';

type Request = Stored<'accountRequest'>;

/** The request itself, its e-mail, its establishment: two ARS never open two accounts for one of them. */
export async function requestFootprint(reader: Writer, requestId: string): Promise<readonly SubjectKey[]> {
  const request = await reader
    .selectFrom('accountRequest')
    .select(['email', 'finess', 'gid'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!request) return [`request:${requestId}`];
  return [`request:${requestId}`, `email:${request.email}`, ...establishmentKeys(request)];
}

/** The establishment part of a stored request. */
export function establishmentOf(request: Request): RequestedEstablishment {
  const { establishmentName: name, category, finess, gid, address, postalCode, city, agency } = request;
  if (!isAgencyCode(agency)) throw new CommandRefusal('unknown-agency', "Cette demande n'a pas d'ARS de rattachement.");
  return { name, category, finess, gid, address, postalCode, city, agency };
}

/**
 * Loads the request and refuses what may not be decided.
 *
 * @throws CommandRefusal, CommandConflict
 */
export async function findRequest<K extends CommandKind>({
  work,
  actor,
  command,
}: CommandContext<K>): Promise<Request> {
  const request = await work.get('accountRequest', command.subject);
  if (request === null) throw new CommandRefusal('unknown-account-request', "Cette demande de compte n'existe pas.");
  requireRight(actor, 'validate-accounts', {
    agency: request.agency,
    departement: placeRequest(establishmentOf(request)).departement,
  });
  if (request.version !== command.version) {
    throw new CommandConflict('subject-changed', 'Cette demande a changé entre-temps.', {
      kind: 'accountRequest',
      id: request.id,
      author: request.decidedByName,
      at: request.decidedAt ?? request.updatedAt,
    });
  }
  return request;
}

/** The state after an event, or the refusal that says that it is too late for it. */
export function stateAfter(state: string, event: AccountRequestEvent): AccountRequestState {
  const known = ACCOUNT_REQUEST_STATES.find((name) => name === state);
  const next = known === undefined ? null : nextAccountRequestState(known, event);
  if (next === null) {
    throw new CommandRefusal('account-request-not-in-this-state', 'Cette demande est déjà traitée, ou est un doublon.');
  }
  return next;
}

/** Writes the decision on the request and its line in the journal. */
export async function decideRequest<K extends CommandKind>(
  context: CommandContext<K>,
  request: Request,
  decision: { readonly state: AccountRequestState; readonly reason: string | null; readonly patch?: Partial<Request> },
  effects: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { work, actor, command } = context;
  const { state, reason, patch = {} } = decision;
  await work.update('accountRequest', request, {
    ...patch,
    state,
    decidedByName: actor.displayName,
    decidedAt: work.at,
    decisionReason: reason,
  });
  journalEffect(actOf(context), {
    kind: command.kind,
    subjectKind: 'accountRequest',
    subjectId: request.id,
    subjectAgency: request.agency,
    reason,
    before: { state: request.state },
    after: { state, ...effects },
  });
}
