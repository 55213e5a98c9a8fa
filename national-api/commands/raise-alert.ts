/** An ARS tells the national desk that it lacks candidates for a mission (DOMAIN §4.6; F107). */
import type { AlertState } from '../../contract/domain/alert.ts';
import { MISSION_STATE_LABELS } from '../../contract/domain/mission.ts';
import type { LadderStep } from '../../contract/domain/solidarity-ladder.ts';
import { LADDER_STEPS } from '../../contract/domain/solidarity-ladder.ts';
import { stateOfMission } from '../../contract/national/facts/mission-facts.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { alertStateAfter, checkAlertVersion, sideOf, threadWith } from './decide-alert.ts';
import { missionOf } from './decide-mission-fact.ts';

/** Only a mission that still lacks people may call for help: any other would have its alert lifted at once. */
function refuseUnlessOpen(work: UnitOfWork, mission: Stored<'mission'>): void {
  const state = stateOfMission(mission, work.now);
  if (state === 'open') return;
  throw new CommandRefusal(
    'mission-not-open',
    `Cette mission est ${MISSION_STATE_LABELS[state]} : elle n'appelle plus l'aide du CCS.`,
  );
}

function readSteps(tried: readonly string[]): readonly LadderStep[] {
  const steps = LADDER_STEPS.filter((step) => tried.includes(step));
  if (steps.length === new Set(tried).size) return steps;
  throw new CommandRefusal('unknown-ladder-step', "Une des étapes déjà tentées n'existe pas.");
}

export const raiseAlert: CommandHandler<'alert.raise'> = {
  kind: 'alert.raise',
  async footprint(_reader, command) {
    return [`mission:${command.subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const mission = await missionOf(context, command.subject);
    requireRight(actor, 'raise-alert', { agency: mission.agency, departement: mission.departement });
    const alert = await work.get('alert', mission.id);
    await checkAlertVersion(work, alert, command.version, mission.id);
    refuseUnlessOpen(work, mission);
    const before = (alert?.state ?? null) as AlertState | null;
    const state = alertStateAfter(before, 'raise');
    const { message } = command.input;
    const tried = readSteps(command.input.tried);
    const said = { author: actor.displayName, side: sideOf(actor), at: work.at, text: message };
    const values = {
      state,
      message,
      tried: JSON.stringify(tried),
      raisedByName: actor.displayName,
      raisedAt: work.at,
      takenByName: null,
      takenAt: null,
      decidedByName: null,
      decidedAt: null,
      thread: threadWith(alert?.thread ?? '[]', said),
    };
    if (alert === null) {
      await work.insert('alert', { id: mission.id, missionId: mission.id, agency: mission.agency, ...values });
    } else {
      await work.update('alert', alert, values);
    }
    await work.annotate('mission', mission, { alert: state });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'alert',
      subjectId: mission.id,
      subjectAgency: mission.agency,
      reason: message,
      before: { state: before, version: alert?.version ?? 0 },
      after: { state, version: (alert?.version ?? 0) + 1, tried },
    });
  },
};
