/** Plans and simulations over a whole nation: the state frozen, every worthwhile pair weighed, the optimum proven. */
import { DEFAULT_CONSTRAINTS } from '../../../contract/app/plan-columns.ts';
import type { OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import type { PlanRequest } from '../../../src-main/engine/arbitration/freeze-plan.ts';
import { freezePlan } from '../../../src-main/engine/arbitration/freeze-plan.ts';
import { solvePlan } from '../../../src-main/engine/arbitration/solve-plan.ts';
import { createHandles } from '../../../src-main/engine/handles.ts';
import { simulateOpenings } from '../../../src-main/engine/openings/simulate-openings.ts';
import type { SimulationGround } from '../../../src-main/engine/openings/simulation-ground.ts';
import type { Store } from '../../../src-main/store/store.ts';
import type { BenchCase } from '../bench-case.ts';
import { buildImage, IMAGE_NOW, openFilledStore } from '../engine/open-image.ts';
import type { Figure } from '../figure.ts';

const PERSON = { id: 'bench', name: 'Banc', role: 'ccs-desk', agency: null, departements: null };
const SCOPE = { missions: null, agencies: [], professions: [], priorities: [], alertedOnly: false } as const;
/** PERFORMANCE: an opening is simulated while the person waits. */
const SIMULATION_MS = 500;

async function groundOf(store: Store): Promise<SimulationGround> {
  const { image } = await buildImage(store);
  return {
    store,
    image,
    handles: createHandles(
      () => IMAGE_NOW,
      () => 'bench',
    ),
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    person: () => PERSON,
  };
}

function requestOf(professions: readonly string[]): PlanRequest {
  const scope = { ...SCOPE, agencies: [], priorities: [], professions: [...professions] };
  return { scope, chosen: null, constraints: { ...DEFAULT_CONSTRAINTS, reach: 'nation' }, edits: [], before: null };
}

function measurePlan(ground: SimulationGround, name: string, professions: readonly string[]): Figure[] {
  const start = performance.now();
  const { problem, counts } = freezePlan(ground, PERSON, requestOf(professions));
  const frozen = performance.now();
  const answer = solvePlan(problem, () => {});
  const solved = performance.now();
  if (!answer.isProven) throw new Error(`The plan « ${name} » is not proven`);
  const posts = counts.posts - counts.held;
  const label = `Plan, ${name} (${posts} postes, ${counts.candidates} personnes, ${answer.weighed} paires pesées)`;
  return [
    { label: `${label}, état figé`, value: frozen - start, unit: 'ms', budget: null },
    { label: `${label}, calculé et prouvé`, value: solved - frozen, unit: 'ms', budget: null },
  ];
}

export const arbitration: BenchCase = async (input) => {
  const store = openFilledStore(input);
  try {
    const ground = await groundOf(store);
    const start = performance.now();
    const figures = [
      ...measurePlan(ground, 'une profession rare', ['sage-femme']),
      ...measurePlan(ground, 'une grande profession', ['medecin']),
      ...measurePlan(ground, 'toute la nation', []),
    ];
    const milliseconds = performance.now() - start;
    ground.image.stop();
    const memory = process.memoryUsage().rss / 1e6;
    return {
      milliseconds,
      count: ground.image.missions.rows.size,
      figures: [...figures, { label: 'Processus entier, mémoire', value: memory, unit: 'Mo', budget: null }],
    };
  } finally {
    store.close();
  }
};

const VARIANT: OpeningVariant = {
  receiverAgency: 2,
  receiverMissions: null,
  lenderAgencies: null,
  poolKinds: ['regional-volunteers', 'national-volunteers'],
  professions: ['infirmier-diplome-etat'],
  specialties: [],
  mobilisations: ['national'],
  fromDate: '2020-11-15',
  untilDate: '2020-12-31',
  ceiling: 200,
};

export const openingSimulation: BenchCase = async (input) => {
  const store = openFilledStore(input);
  try {
    const ground = await groundOf(store);
    const variants: readonly (readonly [string, OpeningVariant])[] = [
      ['une profession, toutes les régions', VARIANT],
      ['une profession, une région', { ...VARIANT, lenderAgencies: [14] }],
      ['toutes les professions, toutes les régions', { ...VARIANT, professions: [] }],
    ];
    const figures: Figure[] = [];
    for (const [name, variant] of variants) {
      await simulateOpenings(ground, [variant]);
      const { milliseconds } = await simulateOpenings(ground, [variant]);
      figures.push({ label: `Ouverture simulée, ${name}`, value: milliseconds, unit: 'ms', budget: SIMULATION_MS });
    }
    ground.image.stop();
    return { milliseconds: figures.reduce((sum, { value }) => sum + value, 0), count: variants.length, figures };
  } finally {
    store.close();
  }
};
