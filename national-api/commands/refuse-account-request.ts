/**
 * A request is refused, with a reason that its author reads. Before activation only: the account closes, and the
 * missions that came with it are withdrawn; people already assigned on them stay assigned (DOMAIN §2.6, §5.3).
 */
import { decideRequest, findRequest, requestFootprint, stateAfter } from '../accounts/judge-account-request.ts';
import { missionsInWords } from '../accounts/missions-in-words.ts';
import type { Writer } from '../database/database.ts';
import type { CommandContext, CommandHandler, SubjectKey } from '../kernel/handler.ts';
import { agencyInWords } from '../mail/agency-in-words.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Act } from '../rules/act.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { missionKeys } from '../rules/footprints.ts';
import { lapseWaiting, settle } from '../rules/settle.ts';
import { liftAlertIfAny } from './lift-alert.ts';

/** The missions that a request brought, when it was validated. */
async function missionsOf(reader: Writer, email: string): Promise<{ accountId: string | null; missions: string[] }> {
  const account = await reader.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
  if (!account) return { accountId: null, missions: [] };
  const missions = await reader
    .selectFrom('mission')
    .select('id')
    .where('requesterAccountId', '=', account.id)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return { accountId: account.id, missions: missions.map(({ id }) => id) };
}

async function withdraw(act: Act, missionId: string): Promise<void> {
  const { work, actor } = act;
  const mission = await work.get('mission', missionId);
  if (mission === null) return;
  await lapseWaiting(act, missionId, 'mission-closed');
  await liftAlertIfAny(work, missionId, 'Demande de compte refusée', act);
  const closing = { state: 'closed', closingReason: 'withdrawn', closedAt: work.at, closedByName: actor.displayName };
  await work.update('mission', (await work.get('mission', missionId)) ?? mission, closing);
  act.touched.missions.add(missionId);
  journalEffect(act, {
    kind: 'mission.close',
    subjectKind: 'mission',
    subjectId: missionId,
    subjectAgency: mission.agency,
    reason: 'withdrawn',
    before: { state: mission.state },
    after: { state: 'closed', closingReason: 'withdrawn' },
  });
}

async function closeAccount(context: CommandContext<'account-request.refuse'>, email: string): Promise<void> {
  const { work } = context;
  const { accountId, missions } = await missionsOf(work.writer, email);
  if (accountId === null) return;
  await work.writer.updateTable('account').set({ state: 'disabled' }).where('id', '=', accountId).execute();
  await work.writer
    .updateTable('activation')
    .set({ usedAt: work.at })
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .execute();
  const act = actOf(context);
  for (const missionId of missions) await withdraw(act, missionId);
  await settle(act);
}

export const refuseAccountRequest: CommandHandler<'account-request.refuse'> = {
  kind: 'account-request.refuse',
  async footprint(reader, command) {
    const keys: SubjectKey[] = [...(await requestFootprint(reader, command.subject))];
    const request = await reader
      .selectFrom('accountRequest')
      .select(['email', 'state'])
      .where('id', '=', command.subject)
      .executeTakeFirst();
    if (request?.state !== 'validated') return keys;
    const { missions } = await missionsOf(reader, request.email);
    for (const mission of missions) keys.push(...(await missionKeys(reader, mission)));
    return keys;
  },
  async execute(context) {
    const { work, actor, command } = context;
    const request = await findRequest(context);
    const state = stateAfter(request.state, 'refuse');
    if (request.state === 'validated') await closeAccount(context, request.email);
    await decideRequest(context, request, { state, reason: command.input.reason });
    queueMail(work, {
      kind: 'account-request-refused',
      recipient: request.email,
      commandId: command.commandId,
      variables: {
        establishment: request.establishmentName,
        by: agencyInWords(actor.agency),
        reason: command.input.reason,
        missions: missionsInWords(request.missions),
      },
    });
  },
};
