/** Assigning for an establishment: contact and acceptance at once; never a person whom another one holds (DOMAIN §4.5; F82, F112). */
import type { MatchWall } from '../../../contract/domain/matching.ts';
import { MATCH_WALL_LABELS } from '../../../contract/domain/matching.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { candidatesById, missionsById } from '../../store/queries/decision-rows.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import type { PairVerdict } from '../pair-check.ts';
import { preparePairCheck } from '../pair-check.ts';
import { rightRefusal } from '../rights.ts';
import { candidateLabel, count, GONE_CANDIDATE, GONE_MISSION, missionLabel } from '../words.ts';

/** Walls that an assignment on behalf goes through: it ends the other proposals itself. */
function remaining({ walls, live, holder }: PairVerdict, mission: MissionViewRow): readonly MatchWall[] {
  const heldHere = holder?.establishmentId === mission.establishmentId;
  return walls.filter(
    (wall) =>
      wall !== 'too-many-proposals' && !(wall === 'contacted' && heldHere) && !(wall === 'live-pair' && live !== null),
  );
}

export const assignOnBehalf: DecisionMaker<'assign-on-behalf'> = {
  kind: 'assign-on-behalf',
  title: () => "Affecter pour l'établissement",
  drafts(context, { missionId, reason }, targets) {
    const { store, person, makeId } = context;
    const mission = missionsById(store, [missionId]).get(missionId);
    const candidates = candidatesById(store, targets);
    const check = preparePairCheck(context, targets);
    let posts = mission === undefined ? 0 : mission.headcount - mission.accepted;
    return targets.map((subjectId): Draft => {
      const candidate = candidates.get(subjectId);
      if (candidate === undefined) return invalid({ subjectId, label: subjectId }, GONE_CANDIDATE);
      const label = candidateLabel(candidate);
      if (mission === undefined) return invalid({ subjectId, label }, GONE_MISSION);
      const told = { subjectId, label, before: '', after: `Affectée : ${missionLabel(mission)}` };
      const { agency, departement } = mission;
      const refusal = rightRefusal(person, 'assign-on-behalf', { agency, departement });
      if (refusal !== null) return invalid(told, refusal);
      const verdict = check.check(mission, candidate, true);
      const walls = remaining(verdict, mission);
      if (walls.length > 0) return invalid(told, ...walls.map((wall) => MATCH_WALL_LABELS[wall]));
      if (posts <= 0) return invalid(told, 'Il ne reste plus de poste à pourvoir sur cette mission.');
      posts -= 1;
      const subject = verdict.live?.id ?? makeId();
      const { row, version } = readSeenFact(store.statements, 'proposal', subject);
      return changes(told, {
        kind: 'proposal.assign-on-behalf',
        ...{ subject, fact: 'proposal', version },
        input: { missionId, candidateId: candidate.id, openingId: verdict.openingId, reason },
        missionId,
        candidateId: candidate.id,
        base: { state: row?.['state'] ?? null },
      });
    });
  },
  consequences: (_context, _decision, drafts) =>
    drafts.length === 0
      ? []
      : [
          `${count(drafts.length, 'courriel d’affectation partira', 'courriels d’affectation partiront')} dans 2 minutes, à la personne, au nom du demandeur.`,
        ],
  asksReason: (_context, { reason }) =>
    reason === null ? "Dites pourquoi l'ARS affecte à la place de l'établissement." : null,
};
