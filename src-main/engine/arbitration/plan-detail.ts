/** One row of a plan explained: what the pair costs, why nobody was found, whom one could pin instead. */
import type { PlanRowDetail } from '../../../contract/app/arbitration-contract.ts';
import type { PlanCostTerm } from '../../../contract/domain/plan-cost.ts';
import { COSTS_PER_KILOMETRE, planCostTerms } from '../../../contract/domain/plan-cost.ts';
import type { ShortfallCounts, ShortfallReason } from '../../../contract/domain/shortfall.ts';
import { SHORTFALL_LABELS } from '../../../contract/domain/shortfall.ts';
import { candidateLabel, count, missionLabel } from '../../commands/words.ts';
import { candidatesById } from '../../store/queries/decision-rows.ts';
import { tenths } from './count-plan.ts';
import { countGates } from './empty-posts.ts';
import type { FrozenPlan } from './freeze-plan.ts';
import { PAIR_GATES, PairGates, REFUSED } from './pair-gates.ts';
import type { PlanGround } from './plan-ground.ts';
import type { PlanAnswer } from './plan-problem.ts';
import type { PlanRow } from './plan-rows.ts';

const OTHERS = 12;

const GATE_LABELS: Readonly<Record<keyof ShortfallCounts, string>> = {
  profession: 'De la profession demandée, en vue',
  reached: 'À portée (région, ouverture, mobilisation, vivier)',
  fitting: 'Avec les exigences (véhicule, week-end, vaccination)',
  free: 'Libres, sans proposition en cours',
  unmet: 'Jamais refusés ni proposés pour cette mission',
  within: 'En deçà de la distance maximale',
  experienced: "Avec l'expérience exigée",
  verified: 'Vérifiés, si c’est exigé',
  rested: 'Pas trop sollicités ces 7 derniers jours',
  allowed: 'Non écartés à la main ni imposés ailleurs',
};

const kilometres = (cost: number): number => tenths(cost / COSTS_PER_KILOMETRE);
const sumOf = (terms: readonly PlanCostTerm[]): number => terms.reduce((sum, { cost }) => sum + cost, 0);

export function planRowDetail(ground: PlanGround, frozen: FrozenPlan, answer: PlanAnswer, row: PlanRow): PlanRowDetail {
  const gates = new PairGates(frozen.problem);
  const { mission, slot, candidateId, id } = row;
  const terms = slot < 0 ? [] : planCostTerms(gates.weigh(mission, slot));
  const empty = answer.empty.find((one) => one.mission === mission);
  return {
    rowId: id,
    missionId: frozen.missions[mission]?.id ?? '',
    candidateId,
    terms: terms.map(({ label, cost }) => ({ label, cost: kilometres(cost) })),
    reasons: slot < 0 ? [] : reasonsOf(frozen, answer, gates, row, sumOf(terms)),
    shortfall: candidateId === null && empty !== undefined ? shortfallOf(frozen, gates, mission, empty.reason) : null,
    others: othersFor(ground, frozen, answer, gates, row),
  };
}

function shortfallOf(frozen: FrozenPlan, gates: PairGates, mission: number, reason: ShortfallReason) {
  const counts = countGates(frozen.problem, gates, mission);
  return {
    reason,
    label: `${SHORTFALL_LABELS[reason]}.`,
    gates: PAIR_GATES.map((gate) => ({ label: GATE_LABELS[gate], left: counts[gate] })),
  };
}

/** Everybody who could come, cheapest first, but the one who does. */
function ranking(frozen: FrozenPlan, gates: PairGates, mission: number): { slot: number; cost: number }[] {
  const found: { slot: number; cost: number }[] = [];
  for (let slot = 0; slot < frozen.candidateIds.length; slot += 1) {
    if ((gates.terms.at.bucket[slot] ?? 0) === 0) continue;
    const cost = gates.cost(mission, slot, gates.distance(mission, slot));
    if (cost !== REFUSED) found.push({ slot, cost });
  }
  return found.sort((left, right) => left.cost - right.cost || left.slot - right.slot);
}

function reasonsOf(frozen: FrozenPlan, answer: PlanAnswer, gates: PairGates, row: PlanRow, cost: number): string[] {
  const pair = answer.pairs.find(({ slot }) => slot === row.slot);
  if (pair === undefined) return ['Déjà proposée ou contactée : le plan la laisse en place.'];
  if (pair.isPinned) return ['Imposée à la main : le plan se construit autour.'];
  const nearer = ranking(frozen, gates, row.mission).filter((one) => one.cost < cost && one.slot !== row.slot);
  const sent = new Set(answer.pairs.map(({ slot }) => slot));
  const elsewhere = nearer.filter(({ slot }) => sent.has(slot)).length;
  const kept = nearer.length - elsewhere;
  if (nearer.length === 0) return ['La mieux placée de toutes les personnes possibles pour cette mission.'];
  const said: string[] = [];
  if (elsewhere > 0) {
    const who = count(elsewhere, 'personne mieux placée sert', 'personnes mieux placées servent');
    said.push(`${who} une autre mission, où le plan y gagne davantage.`);
  }
  if (kept > 0) {
    const who = count(kept, 'personne mieux placée reste', 'personnes mieux placées restent');
    said.push(`${who} en réserve ou au-delà d’un plafond d’ouverture.`);
  }
  return said;
}

function othersFor(ground: PlanGround, frozen: FrozenPlan, answer: PlanAnswer, gates: PairGates, row: PlanRow) {
  const sentTo = new Map(answer.pairs.map(({ slot, mission }) => [slot, mission]));
  const best = ranking(frozen, gates, row.mission)
    .filter(({ slot }) => slot !== row.slot)
    .slice(0, OTHERS);
  const ids = best.map(({ slot }) => frozen.candidateIds[slot] ?? '');
  const people = candidatesById(ground.store, ids);
  return best.map(({ slot, cost }) => {
    const candidateId = frozen.candidateIds[slot] ?? '';
    const person = people.get(candidateId);
    const mission = frozen.missions[sentTo.get(slot) ?? -1];
    const distance = gates.distance(row.mission, slot);
    return {
      candidateId,
      candidateName: person === undefined ? 'Personne hors de portée' : candidateLabel(person),
      candidateAgency: person?.agency ?? null,
      distanceKm: Number.isNaN(distance) ? null : tenths(distance),
      cost: kilometres(cost),
      sentTo: mission === undefined ? null : missionLabel(mission),
    };
  });
}
