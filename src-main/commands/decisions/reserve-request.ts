/** Requests to the Réserve sanitaire, whose members are never listed: what is asked and what is answered is logged (DOMAIN §6). */
import { MISSION_STATE_LABELS, remainingPosts } from '../../../contract/domain/mission.ts';
import { missionFacts, stateOfMission } from '../../../contract/national/facts/mission-facts.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { missionsById } from '../../store/queries/decision-rows.ts';
import { readReserveRequests, reserveRequestsById } from '../../store/queries/opening-rows.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { count, GONE_MISSION, missionLabel } from '../words.ts';

const STATES: Readonly<Record<string, string>> = { sent: 'Demandée', granted: 'Accordée', declined: 'Refusée' };

export const requestReserve: DecisionMaker<'request-reserve'> = {
  kind: 'request-reserve',
  title: () => 'Demander à la Réserve sanitaire',
  drafts({ store, person, clock, makeId }, { headcount, message }, targets) {
    const missions = missionsById(store, targets);
    const waiting = new Set(
      readReserveRequests(store).flatMap(({ state, missionId }) => (state === 'sent' ? [missionId] : [])),
    );
    return targets.map((subjectId): Draft => {
      const mission = missions.get(subjectId);
      if (mission === undefined) return invalid({ subjectId, label: subjectId }, GONE_MISSION);
      const { agency, departement } = mission;
      const asked = headcount ?? remainingPosts(missionFacts(mission), todayOf(agency, clock()));
      const told = {
        subjectId,
        label: missionLabel(mission),
        before: waiting.has(subjectId) ? 'Demande déjà en attente de réponse' : 'Aucune demande',
        after: `Demande pour ${count(asked, 'personne')}`,
      };
      const refusal = rightRefusal(person, 'open-pools', { agency, departement });
      if (refusal !== null) return invalid(told, refusal);
      const need = stateOfMission(mission, clock());
      if (need !== 'open')
        return invalid(told, `Cette mission est ${MISSION_STATE_LABELS[need]} : elle n'attend plus personne.`);
      if (waiting.has(subjectId)) return invalid(told, 'Une demande attend déjà sa réponse pour cette mission.');
      return changes(told, {
        ...{ kind: 'reserve-request.send', subject: makeId(), fact: 'reserve', version: 0 },
        input: { missionId: subjectId, headcount: asked, message },
        missionId: subjectId,
        candidateId: null,
        base: { state: null },
      });
    });
  },
};

export const recordReserveAnswer: DecisionMaker<'record-reserve-answer'> = {
  kind: 'record-reserve-answer',
  title: ({ granted }) => `Réserve sanitaire : ${granted ? 'demande accordée' : 'demande refusée'}`,
  drafts({ store, person }, { granted, message }, targets) {
    const requests = reserveRequestsById(store, targets);
    const missions = missionsById(
      store,
      [...requests.values()].map(({ missionId }) => missionId),
    );
    return targets.map((subjectId): Draft => {
      const request = requests.get(subjectId);
      if (request === undefined) {
        return invalid({ subjectId, label: subjectId }, "Cette demande n'est pas, ou plus, sur ce poste.");
      }
      const mission = missions.get(request.missionId);
      const told = {
        subjectId,
        label: mission === undefined ? request.missionId : missionLabel(mission),
        before: STATES[request.state] ?? request.state,
        after: granted ? 'Accordée' : 'Refusée',
      };
      const refusal = rightRefusal(person, 'open-pools', { agency: request.agency });
      if (refusal !== null) return invalid(told, refusal);
      if (request.state !== 'sent') return invalid(told, 'La réponse à cette demande a déjà été notée.');
      const { row, version } = readSeenFact(store.statements, 'reserve', subjectId);
      if (row === null) return invalid(told, "Cette demande n'est pas encore confirmée par le service national.");
      return changes(told, {
        ...{ kind: 'reserve-request.record-answer', subject: subjectId, fact: 'reserve', version },
        input: { granted, message },
        missionId: request.missionId,
        candidateId: null,
        base: { state: row['state'] ?? null },
      });
    });
  },
};
