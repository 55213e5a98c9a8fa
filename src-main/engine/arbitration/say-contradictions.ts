/** The contradictions of a plan's demands, in French, with the demands that take part in each. */
import type { Contradiction } from '../../../contract/app/arbitration-contract.ts';
import { agencyOf, isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { MATCH_WALL_LABELS, MATCH_WALLS } from '../../../contract/domain/matching.ts';
import type { Pin, PlanContradiction } from '../../arbitration/contradictions.ts';
import { findContradictions } from '../../arbitration/contradictions.ts';
import { candidateLabel, count, missionLabel } from '../../commands/words.ts';
import { candidatesById } from '../../store/queries/decision-rows.ts';
import { HELD } from '../matching/candidate-terms.ts';
import { WALL_BIT } from '../matching/wall-bits.ts';
import type { FrozenPlan } from './freeze-plan.ts';
import type { PairGate } from './pair-gates.ts';
import { PairGates } from './pair-gates.ts';
import type { PlanGround } from './plan-ground.ts';
import type { PlanGroup } from './plan-groups.ts';
import { planGroups } from './plan-groups.ts';

type Demand = Contradiction['demands'][number];
interface Rule {
  readonly kind: Demand['kind'];
  readonly label: string;
}

const LIMITS: Readonly<Partial<Record<PairGate, Rule>>> = {
  within: { kind: 'distance-cap', label: 'Distance maximale dépassée.' },
  experienced: { kind: 'experience', label: "L'expérience exigée manque." },
  verified: { kind: 'verified-only', label: 'Seules les personnes vérifiées sont retenues.' },
  rested: { kind: 'solicitation-limit', label: 'Trop de sollicitations ces 7 derniers jours.' },
  allowed: { kind: 'forbid', label: 'Cette paire a été écartée à la main.' },
};
const PROPOSED: Rule = { kind: 'wall', label: 'La personne est déjà proposée à une mission.' };

/** Every rule that, alone, does not allow the pair. */
function rulesAgainst(gates: PairGates, mission: number, slot: number): readonly Rule[] {
  const walls = gates.walls(mission, slot);
  const standing = MATCH_WALLS.filter((wall) => (walls & WALL_BIT[wall]) !== 0).map(
    (wall): Rule => ({ kind: 'wall', label: MATCH_WALL_LABELS[wall] }),
  );
  if (standing.length > 0) return standing;
  if (((gates.terms.at.held[slot] ?? 0) & HELD.waiting) !== 0) return [PROPOSED];
  const gate = gates.gate(mission, slot);
  const limit = gate === null ? undefined : LIMITS[gate];
  return limit === undefined ? [] : [limit];
}

/** Demands of the edits and constraints that cannot hold together; at most 50 are told. */
export function sayContradictions({ store }: PlanGround, frozen: FrozenPlan): Contradiction[] {
  const { problem, missions, candidateIds, lost } = frozen;
  if (problem.pins.length === 0 && lost.length === 0) return [];
  // Without the pins themselves: a pin is no rule against itself.
  const gates = new PairGates({ ...problem, pins: [] });
  const groups = planGroups(problem, gates);
  const pins = problem.pins.map(
    ([mission, slot]): Pin<Rule> => ({
      mission,
      candidate: slot,
      group: groups.groupOf[slot] ?? -1,
      forbiddenBy: rulesAgainst(gates, mission, slot),
    }),
  );
  const people = candidatesById(
    store,
    problem.pins.map(([, slot]) => candidateIds[slot] ?? ''),
  );
  const wordsOf = ({ mission, candidate }: Pin<Rule>): Demand => {
    const row = missions[mission];
    const person = people.get(candidateIds[candidate] ?? '');
    const who = person === undefined ? 'Cette personne' : candidateLabel(person);
    return {
      kind: 'pin',
      label: `${who} imposée à ${row === undefined ? 'cette mission' : missionLabel(row)}`,
      missionId: row?.id ?? null,
      candidateId: candidateIds[candidate] ?? null,
    };
  };
  const found = findContradictions(
    pins,
    problem.posts,
    groups.groups.map(({ limit }) => limit),
  );
  const gone = lost.map(({ missionId, candidateId }): Contradiction => {
    const label = 'La mission ou la personne imposée n’est plus à portée de ce plan.';
    return { label, demands: [{ kind: 'pin', label, missionId, candidateId }] };
  });
  const said = found.map((one): Contradiction => {
    const rule = demandOf(one, groups.groups, frozen.openingReasons);
    return { label: rule.label, demands: [...one.pins.map(wordsOf), rule] };
  });
  return [...gone, ...said].slice(0, 50);
}

function demandOf(found: PlanContradiction<Rule>, groups: readonly PlanGroup[], openings: readonly string[]): Demand {
  const about = { missionId: null, candidateId: null };
  if (found.kind === 'rule') return { ...found.rule, ...about };
  if (found.kind === 'posts') {
    const left =
      found.most === 0 ? 'n’a plus de poste libre' : `n’a que ${count(found.most, 'poste libre', 'postes libres')}`;
    return { kind: 'posts', label: `La mission ${left}.`, ...about };
  }
  if (found.kind === 'one-post-each') {
    return { kind: 'one-post-each', label: 'Une personne ne tient qu’un poste à la fois.', ...about };
  }
  const group = groups[found.group];
  if (group?.kind === 'opening') {
    const reason = openings[group.of] ?? '';
    return {
      kind: 'opening-ceiling',
      label: `L’ouverture « ${reason} » n’a plus que ${count(found.most, 'place')}.`,
      ...about,
    };
  }
  const agency = group?.of ?? 0;
  const where = isAgencyCode(agency) ? agencyOf(agency).label : 'La région';
  const kept = `${where} garde une réserve : ${count(found.most, 'personne', 'personnes')} de cette profession au plus`;
  return { kind: 'reserve', label: `${kept} peuvent partir.`, ...about };
}
