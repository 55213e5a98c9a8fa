/** The one alert of a mission to the CCS, and its answers (DOMAIN §4.6; F107). */
import type { AlertEvent, AlertState } from '../../../contract/domain/alert.ts';
import { ALERT_RIGHTS, ALERT_STATE_LABELS, nextAlertState } from '../../../contract/domain/alert.ts';
import { MISSION_STATE_LABELS } from '../../../contract/domain/mission.ts';
import type { LadderStep } from '../../../contract/domain/solidarity-ladder.ts';
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import { stateOfMission } from '../../../contract/national/facts/mission-facts.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { alertsById, missionsById } from '../../store/queries/decision-rows.ts';
import type { DecisionMaker, Draft, DraftCommand } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { GONE_MISSION, missionLabel } from '../words.ts';
import { triedRemark, triedSteps } from './alert-tried.ts';

const TITLES: Readonly<Record<AlertEvent, string>> = {
  raise: 'Alerter le CCS',
  take: "Prendre l'alerte",
  answer: "Répondre à l'alerte",
  decline: "Décliner l'alerte",
  lift: "Lever l'alerte",
};

function orderOf(event: AlertEvent, text: string, tried: readonly LadderStep[]): { kind: CommandKind; input: object } {
  if (event === 'raise') return { kind: 'alert.raise', input: { message: text, tried: [...tried] } };
  if (event === 'take') return { kind: 'alert.take', input: {} };
  if (event === 'lift') return { kind: 'alert.lift', input: { reason: text } };
  return { kind: `alert.${event}`, input: { text } };
}

const word = (state: AlertState | null): string =>
  state === null ? 'Aucune alerte' : `Alerte ${ALERT_STATE_LABELS[state]}`;

export const alert: DecisionMaker<'alert'> = {
  kind: 'alert',
  title: ({ event }) => TITLES[event],
  drafts({ store, person, clock }, { event, text }, targets) {
    const missions = missionsById(store, targets);
    const alerts = alertsById(store, targets);
    const trials =
      event === 'raise' ? triedSteps(store, [...missions.values()]) : new Map<string, readonly LadderStep[]>();
    return targets.map((subjectId): Draft => {
      const mission = missions.get(subjectId);
      if (mission === undefined) return invalid({ subjectId, label: subjectId }, GONE_MISSION);
      const state = (alerts.get(subjectId)?.state ?? null) as AlertState | null;
      const next = nextAlertState(state, event);
      const told = { subjectId, label: missionLabel(mission), before: word(state), after: word(next ?? state) };
      const { agency, departement } = mission;
      const refusal = rightRefusal(person, ALERT_RIGHTS[event], { agency, departement });
      if (refusal !== null) return invalid(told, refusal);
      if (next === null) return invalid(told, `Cette action n'est pas possible : ${word(state).toLowerCase()}.`);
      const need = stateOfMission(mission, clock());
      if (event === 'raise' && need !== 'open') {
        return invalid(told, `Cette mission est ${MISSION_STATE_LABELS[need]} : elle n'appelle plus l'aide du CCS.`);
      }
      if (text === '' && event !== 'take')
        return invalid(told, 'Écrivez quelques mots pour ceux qui liront cette alerte.');
      const { kind, input } = orderOf(event, text, trials.get(subjectId) ?? []);
      const { row, version } = readSeenFact(store.statements, 'alert', subjectId);
      return changes(
        told,
        {
          ...{ kind, input: input as DraftCommand['input'], subject: subjectId, fact: 'alert', version },
          missionId: subjectId,
          candidateId: null,
          base: { state: row?.['state'] ?? null },
        },
        ...(event === 'raise' ? [triedRemark(trials.get(subjectId) ?? [])] : []),
      );
    });
  },
};
