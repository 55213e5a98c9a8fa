/** The ARS and the CCS talk under an alert; a comment changes no state (DOMAIN §4.6). */
import type { AlertState } from '../../../contract/domain/alert.ts';
import { ALERT_STATE_LABELS } from '../../../contract/domain/alert.ts';
import { scopeOf } from '../../../contract/domain/right.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { alertsById, missionsById } from '../../store/queries/decision-rows.ts';
import type { Decider } from '../desk-context.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { GONE_MISSION, missionLabel } from '../words.ts';

/** The CCS speaks by its right to answer, an ARS by its right to raise. */
const rightOf = ({ role }: Decider) =>
  role !== 'system' && scopeOf('answer-alert', role) !== null ? 'answer-alert' : 'raise-alert';

export const commentAlert: DecisionMaker<'comment-alert'> = {
  kind: 'comment-alert',
  title: () => "Écrire sous l'alerte",
  drafts({ store, person }, { text }, targets) {
    const missions = missionsById(store, targets);
    const alerts = alertsById(store, targets);
    return targets.map((subjectId): Draft => {
      const mission = missions.get(subjectId);
      if (mission === undefined) return invalid({ subjectId, label: subjectId }, GONE_MISSION);
      const alert = alerts.get(subjectId);
      const told = { subjectId, label: missionLabel(mission), after: text };
      const { agency, departement } = mission;
      const refusal = rightRefusal(person, rightOf(person), { agency, departement });
      if (refusal !== null) return invalid(told, refusal);
      if (alert === undefined) return invalid(told, "Il n'y a pas d'alerte sur cette mission.");
      const state = alert.state as AlertState;
      if (state === 'lifted')
        return invalid(told, `Cette alerte est ${ALERT_STATE_LABELS[state]} : la discussion est close.`);
      const { row, version } = readSeenFact(store.statements, 'alert', subjectId);
      if (row === null) return invalid(told, "Cette alerte n'est pas encore confirmée : son message dit déjà tout.");
      return changes(told, {
        ...{ kind: 'alert.comment', subject: subjectId, fact: 'alert', version, input: { text } },
        missionId: subjectId,
        candidateId: null,
        base: { state: row['state'] ?? null },
      });
    });
  },
};
