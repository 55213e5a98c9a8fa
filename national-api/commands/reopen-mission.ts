/** A closing that was a mistake: the mission is open again, with its need as it was (DOMAIN §2.6). */

import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findMission } from '../rules/find-subject.ts';
import { requireVersion } from '../rules/require-version.ts';

export const reopenMission: CommandHandler<'mission.reopen'> = {
  kind: 'mission.reopen',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { reason } = command.input;
    const mission = await findMission(work, command.subject);
    const { agency, departement, state, closingReason, closedAt, closedByName, endDate } = mission;
    requireRight(actor, 'close-mission', { agency, departement, reason });
    await requireVersion(work, 'mission', mission, command.version);
    if (state !== 'closed') {
      throw new CommandRefusal('mission-not-closed', "Cette mission n'est pas close : il n'y a rien à rouvrir.");
    }
    if (endDate < todayOf(agency, work.now)) {
      throw new CommandRefusal(
        'mission-ended',
        'Cette mission est terminée : son établissement peut en déposer une autre.',
      );
    }
    await work.update('mission', mission, { state: 'open', closingReason: null, closedAt: null, closedByName: null });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'mission',
      subjectId: mission.id,
      subjectAgency: agency,
      reason,
      before: { state, closingReason, closedAt, closedByName },
      after: { state: 'open' },
    });
  },
};
