/** The CCS logs a request to the Réserve sanitaire for a mission; its members are never listed (DOMAIN §6). */

import { stateOfMission } from '../../contract/national/facts/mission-facts.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findMission } from '../rules/find-subject.ts';
import { lastAuthor } from '../rules/last-author.ts';

export const sendReserveRequest: CommandHandler<'reserve-request.send'> = {
  kind: 'reserve-request.send',
  async footprint(_reader, { subject, input }) {
    return [`request:${subject}`, `mission:${input.missionId}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { missionId, headcount, message } = command.input;
    const mission = await findMission(work, missionId);
    requireRight(actor, 'open-pools', { agency: mission.agency, departement: mission.departement });
    if ((await work.get('reserveRequest', command.subject)) !== null) {
      const last = await lastAuthor(work, 'reserveRequest', command.subject);
      throw new CommandConflict('subject-exists', 'Cette demande existe déjà.', {
        kind: 'reserveRequest',
        id: command.subject,
        ...last,
      });
    }
    if (stateOfMission(mission, work.now) !== 'open') {
      throw new CommandRefusal('mission-not-open', "Cette mission n'attend plus personne.");
    }
    await work.insert('reserveRequest', {
      id: command.subject,
      missionId,
      agency: mission.agency,
      profession: mission.profession,
      headcount,
      state: 'sent',
      message,
      byName: actor.displayName,
      at: work.at,
    });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'reserveRequest',
      subjectId: command.subject,
      subjectAgency: mission.agency,
      reason: message,
      after: { state: 'sent', missionId, headcount },
    });
  },
};
