/**
 * Inside crisis mode an ARS gives a named establishment, or one mission, direct access until a date: "cibler les
 * établissements devant prioritairement bénéficier de l'accès" (DOMAIN §4.2; F8).
 */
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { departementOfTarget, findMission, requireNew } from '../rules/find-subject.ts';

export const grantDirectAccess: CommandHandler<'direct-access.grant'> = {
  kind: 'direct-access.grant',
  async footprint(_reader, { subject, input }) {
    return [`grant:${subject}`, `agency:${input.agency}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { agency, establishmentId, missionId, until, reason } = command.input;
    const departement = await departementOfTarget(work, command.input);
    requireRight(actor, 'grant-direct-access', { agency, departement, reason });
    await requireNew(work, 'directAccess', command.subject);
    if ((establishmentId === null) === (missionId === null)) {
      throw new CommandRefusal('one-target', 'Désignez un établissement ou une mission, et un seul des deux.');
    }
    if (missionId !== null) await findMission(work, missionId);
    if (establishmentId !== null && (await work.get('establishment', establishmentId)) === null) {
      throw new CommandRefusal('unknown-establishment', "Cet établissement n'existe pas.");
    }
    if (!isCivilDate(until) || until < todayOf(agency, work.now)) {
      throw new CommandRefusal('date-out-of-range', "L'accès doit aller jusqu'à une date à venir.");
    }
    const grant = { agency, establishmentId, missionId, untilDate: until, reason };
    await work.insert('directAccess', {
      ...grant,
      id: command.subject,
      byName: actor.displayName,
      at: work.at,
      revokedAt: null,
    });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'directAccess',
      subjectId: command.subject,
      subjectAgency: agency,
      reason,
      after: grant,
    });
  },
};
