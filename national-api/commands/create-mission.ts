/** An establishment deposits a need (DOMAIN §2; F52-F57). n = 0 is legal: no need yet (F30, F172). */

import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { requireNew } from '../rules/find-subject.ts';
import { needColumns, requireSaneNeed } from '../rules/mission-need.ts';
import { placeMission } from '../rules/place-mission.ts';

export const createMission: CommandHandler<'mission.create'> = {
  kind: 'mission.create',
  async footprint(_reader, { subject, input }) {
    return [`mission:${subject}`, `establishment:${input.establishmentId}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { establishmentId, need } = command.input;
    const establishment = await work.get('establishment', establishmentId);
    if (establishment === null) {
      throw new CommandRefusal('unknown-establishment', "Cet établissement n'existe pas.");
    }
    requireRight(actor, 'post-mission', { agency: establishment.agency, establishmentId });
    await requireNew(work, 'mission', command.subject);
    requireSaneNeed(need, todayOf(establishment.agency, work.now));
    await placeMission(work, { id: command.subject, establishment, need, requesterAccountId: actor.personId });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'mission',
      subjectId: command.subject,
      subjectAgency: establishment.agency,
      after: { establishmentId, ...needColumns(need) },
    });
  },
};
