/** The best-ranked people for each of many missions, in one gesture (UX 1; F104, D2); the engine made the plan. */
import { MISSION_STATE_LABELS } from '../../../contract/domain/mission.ts';
import { stateOfMission } from '../../../contract/national/facts/mission-facts.ts';
import { candidatesById, missionsById } from '../../store/queries/decision-rows.ts';
import type { CandidateViewRow, MissionViewRow } from '../../store/views/view-rows.ts';
import type { BestPlan, MissionPlan, RankedPerson } from '../best-proposals.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { invalid, unchanged } from '../draft.ts';
import type { PairCheck } from '../pair-check.ts';
import { preparePairCheck } from '../pair-check.ts';
import { rightRefusal } from '../rights.ts';
import { candidateLabel, count, GONE_CANDIDATE, GONE_MISSION, missionLabel } from '../words.ts';
import { followingMails, proposePair } from './propose.ts';

const DECIMAL = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const NO_PLAN = 'Le classement de cette mission n’est pas prêt : demandez à nouveau l’aperçu.';
const ENOUGH = 'Autant de personnes y sont déjà proposées ou contactées qu’il reste de postes.';

function coverOf({ accepted, headcount, proposed, contacted }: MissionViewRow): string {
  const waiting = proposed + contacted;
  return `POURVUE ${accepted}/${headcount}${waiting === 0 ? '' : ` · ${waiting} en cours`}`;
}

function whyThisRank({ points, distanceKm }: RankedPerson): string {
  const far = distanceKm === null ? '' : `, ${DECIMAL.format(distanceKm)} km`;
  return `${count(points, 'point')}${far}.`;
}

function whyNobody({ taken }: MissionPlan, hint: string | null): readonly string[] {
  const said =
    taken > 0
      ? `${count(taken, 'personne qui convient est proposée', 'personnes qui conviennent sont proposées')} à une mission du lot servie avant.`
      : 'Personne de libre ne correspond.';
  return hint === null ? [said] : [said, hint];
}

/** What keeps a mission out of the gesture before anybody is looked for, or null. */
function missionRefusal({ person, clock }: DeskContext, mission: MissionViewRow): string | null {
  const { agency, departement } = mission;
  const refusal = rightRefusal(person, 'propose-candidate', { agency, departement });
  if (refusal !== null) return refusal;
  const state = stateOfMission(mission, clock());
  return state === 'open' ? null : `Cette mission est ${MISSION_STATE_LABELS[state]} : rien à proposer.`;
}

interface Ground {
  readonly context: DeskContext;
  readonly plan: BestPlan;
  readonly check: PairCheck;
  readonly candidates: ReadonlyMap<string, CandidateViewRow>;
}

function draftsOf({ context, plan, check, candidates }: Ground, mission: MissionViewRow): readonly Draft[] {
  const told = { subjectId: mission.id, label: missionLabel(mission), before: coverOf(mission) };
  const refusal = missionRefusal(context, mission);
  if (refusal !== null) return [invalid(told, refusal)];
  const found = plan.get(mission.id);
  if (found === undefined) return [invalid(told, NO_PLAN)];
  const { people, short, hint } = found;
  if (people.length === 0 && short === 0) return [{ ...unchanged(told), remarks: [ENOUGH] }];
  if (people.length === 0) return [invalid({ ...told, after: 'Personne' }, ...whyNobody(found, hint))];
  return people.map((person, place): Draft => {
    const candidate = candidates.get(person.candidateId);
    if (candidate === undefined) return invalid({ ...told, after: person.candidateId }, GONE_CANDIDATE);
    const draft = proposePair(context, null, check, mission, candidate, candidate.openProposals);
    const isLast = place === people.length - 1;
    const missing = isLast && short > 0 ? [`${count(short, 'poste reste', 'postes restent')} sans personne.`] : [];
    const why = draft.outcome === 'changes' ? [whyThisRank(person)] : [];
    return { ...draft, ...told, after: candidateLabel(candidate), remarks: [...why, ...draft.remarks, ...missing] };
  });
}

export const proposeBest: DecisionMaker<'propose-best'> = {
  kind: 'propose-best',
  title: () => 'Proposer les meilleurs candidats',
  drafts(context, _decision, targets) {
    const plan: BestPlan = context.plan ?? new Map();
    const missions = missionsById(context.store, targets);
    const picked = [...plan.values()].flatMap(({ people }) => people.map(({ candidateId }) => candidateId));
    const candidates = candidatesById(context.store, picked);
    const ground = { context, plan, check: preparePairCheck(context, picked), candidates };
    // The plan's order is the one in which missions were served.
    const planned = [...plan.keys()].filter((id) => missions.has(id));
    const known = new Set(planned);
    return [...planned, ...targets.filter((id) => !known.has(id))].flatMap((id) => {
      const mission = missions.get(id);
      return mission === undefined ? [invalid({ subjectId: id, label: id }, GONE_MISSION)] : draftsOf(ground, mission);
    });
  },
  consequences(context, _decision, drafts) {
    const plans = [...(context.plan ?? new Map()).values()];
    const short = plans.reduce((sum, one) => sum + one.short, 0);
    return [
      ...(drafts.length === 0
        ? []
        : ['Les missions sont servies par priorité, puis par score : les plus pressées choisissent d’abord.']),
      ...followingMails(drafts),
      ...(short === 0 ? [] : [`${count(short, 'poste ne trouve', 'postes ne trouvent')} personne.`]),
    ];
  },
};
