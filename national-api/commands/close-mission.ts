/**
 * The ARS or the CCS closes a mission, with a reason. People assigned stay assigned; whoever was proposed or contacted
 * is free again; the alert is lifted (DOMAIN §2.6, §4.6; F164).
 */
import { CLOSING_REASON_LABELS } from '../../contract/domain/mission.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findMission } from '../rules/find-subject.ts';
import { missionKeys } from '../rules/footprints.ts';
import { sayMissionState } from '../rules/pair-walls.ts';
import { missionWords } from '../rules/parties.ts';
import { requireVersion } from '../rules/require-version.ts';
import { lapseWaiting, settle } from '../rules/settle.ts';
import { tellRequester } from '../rules/tell-requester.ts';
import { liftAlertIfAny } from './lift-alert.ts';

export const closeMission: CommandHandler<'mission.close'> = {
  kind: 'mission.close',
  footprint: (reader, { subject }) => missionKeys(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const { reason, comment } = command.input;
    const mission = await findMission(work, command.subject);
    const { agency, departement } = mission;
    requireRight(actor, 'close-mission', { agency, departement, reason });
    await requireVersion(work, 'mission', mission, command.version);
    if (mission.state !== 'open') {
      throw new CommandRefusal('mission-not-open', sayMissionState(mission, work.now));
    }
    const act = actOf(context);
    const after = { state: 'closed', closingReason: reason, closedAt: work.at, closedByName: actor.displayName };
    await work.update('mission', mission, after);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'mission',
      subjectId: mission.id,
      subjectAgency: agency,
      reason: comment ?? CLOSING_REASON_LABELS[reason],
      before: { state: mission.state },
      after,
    });
    await lapseWaiting(act, mission.id, 'mission-closed');
    await liftAlertIfAny(work, mission.id, 'mission close', act);
    const { profession, startDate } = missionWords(mission);
    await tellRequester(act, {
      kind: 'mission-closed',
      mission,
      variables: { author: actor.displayName, profession, startDate, reason: CLOSING_REASON_LABELS[reason] },
    });
    await settle(act);
  },
};
