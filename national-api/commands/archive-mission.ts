/** An administrator takes a finished mission out of the tables: only one that ended or was closed (F63, F163). */
import { mayArchive } from '../../contract/domain/mission.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findMission } from '../rules/find-subject.ts';
import { missionKeys } from '../rules/footprints.ts';
import { requireVersion } from '../rules/require-version.ts';
import { lapseWaiting, settle } from '../rules/settle.ts';
import { liftAlertIfAny } from './lift-alert.ts';

export const archiveMission: CommandHandler<'mission.archive'> = {
  kind: 'mission.archive',
  footprint: (reader, { subject }) => missionKeys(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const mission = await findMission(work, command.subject);
    requireRight(actor, 'archive-missions', { agency: mission.agency });
    await requireVersion(work, 'mission', mission, command.version);
    if (!mayArchive(missionFacts(mission), todayOf(mission.agency, work.now))) {
      throw new CommandRefusal('mission-not-finished', "Seule une mission terminée ou close s'archive.");
    }
    const act = actOf(context);
    await work.update('mission', mission, { state: 'archived' });
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'mission',
      subjectId: mission.id,
      subjectAgency: mission.agency,
      before: { state: mission.state },
      after: { state: 'archived' },
    });
    // It may have ended a moment ago: nobody stays held by what is no longer shown.
    await lapseWaiting(act, mission.id, 'mission-ended');
    await liftAlertIfAny(work, mission.id, 'mission terminée', act);
    await settle(act);
  },
};
