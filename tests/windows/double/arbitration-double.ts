/** Arbitration and the simulation of openings over invented rows. */
import { implement } from '@orpc/server';
import type {
  ArbitrationConstraints,
  ArbitrationPlan,
  ArbitrationScope,
  PlanEdit,
} from '../../../contract/app/arbitration-contract.ts';
import { arbitrationContract } from '../../../contract/app/arbitration-contract.ts';
import type { SimulatedVariant } from '../../../contract/app/simulation-shapes.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import { createDraw } from './draw.ts';
import { TODAY } from './invent-missions.ts';
import { PROFESSIONS } from './places.ts';
import { facetOf, findRows, pageOf } from './query-rows.ts';

interface ArbitrationParts {
  readonly missions: ReadonlyMap<string, TableRow>;
  readonly revision: () => number;
  readonly fail: () => void;
}

const NAMES = ['Exemple Alix', 'Fictif Noa', 'Essai Lou', 'Démo Camille', 'Témoin Sacha', 'Modèle Maxime'] as const;
const tally = (filled: number, beyondRegion: number) => ({
  ...{ filled, kilometres: filled * 61, medianKilometres: 48, beyondRegion },
  byPriority: {
    P1: Math.round(filled * 0.2),
    P2: Math.round(filled * 0.3),
    P3: Math.round(filled * 0.2),
    P4: 0,
    none: Math.round(filled * 0.3),
  },
});

function planRows(missions: ReadonlyMap<string, TableRow>, edits: readonly PlanEdit[]): TableRow[] {
  const draw = createDraw(23);
  return [...missions.values()]
    .filter((row) => row['missionState'] === 'open')
    .slice(0, 120)
    .map((mission, index) => {
      const isEmpty = draw.chance(0.18);
      const candidateId = isEmpty ? null : `c-${index % 30}`;
      const edit = edits.find((one) => one.missionId === mission['id']);
      return {
        id: `${mission['id']}/0`,
        rowState: isEmpty ? 'empty' : edit?.kind === 'pin' ? 'pinned' : index % 11 === 0 ? 'held' : 'chosen',
        missionId: mission['id'] ?? '',
        agency: mission['agency'] ?? 6,
        departement: mission['departement'] ?? '54',
        establishmentName: mission['establishmentName'] ?? '',
        profession: mission['profession'] ?? '',
        priority: mission['priority'] ?? 'none',
        startDate: mission['startDate'] ?? TODAY,
        endDate: mission['endDate'] ?? TODAY,
        candidateId,
        candidateName: isEmpty ? null : (NAMES[index % NAMES.length] ?? ''),
        candidateNumber: isEmpty ? null : 6_000 + index,
        candidateAgency: isEmpty ? null : draw.one([6, 6, 4, 16, 15]),
        candidateDepartement: isEmpty ? null : draw.one(['54', '57', '29', '44', '59']),
        mobilisation: isEmpty ? null : 'national',
        distanceKm: isEmpty ? null : 4 + draw.below(420),
        rankPoints: isEmpty ? null : 40 + draw.below(70),
        solicitations: isEmpty ? null : draw.below(4),
        shortfall: isEmpty ? draw.one(['no-candidate', 'distance-cap', 'taken-by-priority']) : null,
        change: null,
      };
    });
}

function planOf(scope: ArbitrationScope, constraints: ArbitrationConstraints, revision: number): ArbitrationPlan {
  const isTight = constraints.reserves.some(({ keep }) => keep > 900);
  return {
    ...{ planId: 'plan-1', state: 'prepared', revision, takenAt: `${TODAY}T07:58:00.000Z`, isStale: false },
    ...{ scope, constraints, edits: [], message: null, outcome: null },
    counts: { missions: 96, posts: 214, held: 12, candidates: 8_420, free: 5_133, pairs: 61_204 },
    contradictions: isTight
      ? [
          {
            label: 'Ces demandes ne tiennent pas ensemble.',
            demands: [
              {
                kind: 'pin',
                label: 'Épingler Alix Exemple sur Centre hospitalier fictif (Metz)',
                missionId: 'm-1',
                candidateId: 'c-1',
              },
              { kind: 'reserve', label: 'Bretagne garde 950 infirmiers', missionId: null, candidateId: null },
            ],
          },
        ]
      : [],
  };
}

const OUTCOME: NonNullable<ArbitrationPlan['outcome']> = {
  ...{
    isProven: true,
    seconds: 1.7,
    plan: tally(181, 64),
    greedy: tally(169, 58),
    today: tally(12, 0),
    kept: null,
    changed: null,
  },
  shortfalls: [
    { reason: 'no-candidate', label: 'Aucun volontaire de cette profession', posts: 14 },
    { reason: 'distance-cap', label: 'Les seuls restants sont au-delà de la distance maximale', posts: 11 },
    {
      reason: 'taken-by-priority',
      label: 'Les volontaires possibles servent des missions plus prioritaires',
      posts: 8,
    },
  ],
};

function simulated(ceiling: number, index: number): SimulatedVariant {
  const gained = [12, 19, 7][index] ?? 4;
  const best = Math.min(ceiling, gained);
  return {
    visible: 412 + index * 130,
    visibleByAgency: [
      { agency: 4, people: 240 },
      { agency: 16, people: 172 + index * 130 },
    ],
    visibleByProfession: PROFESSIONS.slice(0, 3).map((profession, at) => ({ profession, people: 200 - at * 60 })),
    missionsGaining: 31 - index * 4,
    missions: Array.from({ length: 9 }, (_, at) => ({
      missionId: `m-${at}`,
      label: `Infirmier diplômé d’État · Centre hospitalier fictif (${57 - at})`,
      ...{ profession: 'infirmier-diplome-etat', departement: '57', priority: at < 2 ? 'P1' : 'P2', remaining: 2 },
      ...{ before: at < 4 ? 0 : 3, after: 21 + at, nearestKm: 88 + at * 7, medianKm: 240 + at * 5 },
    })),
    ...{ posts: 44, coverableBefore: 18, coverableAfter: 18 + best, bestCeiling: gained },
    curve: [1, 2, 5, 8, 10, 12, 15, 20].map((at) => ({ ceiling: at, gained: Math.min(at, gained) })),
    ...{ medianKm: 212, kilometres: 4_120 },
    lenders: [
      {
        agency: 4,
        free: 240,
        taken: 7,
        coverableBefore: 61,
        coverableAfter: 60,
        missionsLosingLast: 1,
        missions: [{ missionId: 'm-9', label: 'Aide-soignant · EHPAD de démonstration (29)', before: 1 }],
      },
      { agency: 16, free: 302, taken: 5, coverableBefore: 80, coverableAfter: 80, missionsLosingLast: 0, missions: [] },
    ],
    remarks:
      index === 1 ? ['Une réserve étudiante est demandée : rien n’est visible avant l’accord des prêteuses.'] : [],
  };
}

export function createArbitrationDouble({ missions, revision, fail }: ArbitrationParts) {
  const desk = implement(arbitrationContract);
  const { arbitration, responses, simulation } = desk;
  const held = { plan: null as ArbitrationPlan | null };
  const current = (): ArbitrationPlan => {
    if (held.plan === null) throw new Error('no plan was prepared');
    return held.plan;
  };
  const keep = (plan: ArbitrationPlan): ArbitrationPlan => {
    held.plan = plan;
    return plan;
  };
  const rows = () => (current().outcome === null ? [] : planRows(missions, current().edits));
  return {
    arbitration: {
      prepare: arbitration.prepare.handler(({ input }) => {
        fail();
        return keep(planOf(input.scope, input.constraints, revision()));
      }),
      adjust: arbitration.adjust.handler(({ input }) =>
        keep({ ...planOf(input.scope, input.constraints, revision()), edits: current().edits }),
      ),
      edit: arbitration.edit.handler(({ input }) =>
        keep({ ...current(), state: 'edited', edits: [...current().edits, ...input.edits] }),
      ),
      run: arbitration.run.handler(async function* ({ signal }) {
        const phases = ['reading', 'gathering', 'solving', 'comparing', 'explaining', 'done'] as const;
        for (const [done, phase] of phases.entries()) {
          if (signal?.aborted === true) return;
          yield {
            phase,
            done,
            outOf: phases.length - 1,
            label: phase === 'solving' ? 'Recherche du plan exact…' : 'Préparation…',
          };
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        const before = held.plan?.outcome ?? null;
        keep({
          ...current(),
          state: 'ready',
          outcome: { ...OUTCOME, ...(before === null ? {} : { kept: 178, changed: 3 }) },
        });
      }),
      cancel: arbitration.cancel.handler(() => {
        keep({ ...current(), state: 'cancelled', message: 'Calcul arrêté : le plan précédent reste affiché.' });
      }),
      plan: arbitration.plan.handler(() => current()),
      list: arbitration.list.handler(() => (held.plan === null ? [] : [held.plan])),
      forget: arbitration.forget.handler(() => {
        held.plan = null;
      }),
      rows: arbitration.rows.handler(({ input }) => pageOf(rows(), input.query, revision())),
      facet: arbitration.facet.handler(({ input }) => facetOf(rows(), input.column, input, revision())),
      choose: arbitration.choose.handler(({ input }) => ({
        type: 'ids' as const,
        ids: findRows(rows(), input.query)
          .filter((row) => row['rowState'] === 'chosen' || row['rowState'] === 'pinned')
          .map((row) => String(row['id'])),
      })),
      row: arbitration.row.handler(({ input }) => {
        const row = rows().find(({ id }) => id === input.rowId);
        const isEmpty = row?.['candidateId'] === null;
        return {
          rowId: input.rowId,
          missionId: String(row?.['missionId'] ?? ''),
          candidateId: isEmpty ? null : String(row?.['candidateId'] ?? ''),
          terms: isEmpty
            ? []
            : [
                { label: '62 km à vol d’oiseau', cost: 62 },
                { label: '3 points de correspondance en moins', cost: 9 },
                { label: 'Déjà sollicité une fois cette semaine', cost: 10 },
              ],
          reasons: isEmpty ? [] : ['Le plus proche de ceux qui restent libres.', 'Dates compatibles.'],
          shortfall: isEmpty
            ? {
                reason: 'distance-cap' as const,
                label: 'Les seuls restants sont au-delà de la distance maximale',
                gates: [
                  { label: 'De la profession', left: 340 },
                  { label: 'À portée', left: 88 },
                  { label: 'Libres', left: 12 },
                  { label: 'À moins de 100 km', left: 0 },
                ],
              }
            : null,
          others: NAMES.slice(0, 4).map((candidateName, at) => ({
            ...{
              candidateId: `c-${40 + at}`,
              candidateName,
              candidateAgency: 4,
              distanceKm: 90 + at * 12,
              cost: 101 + at * 12,
            },
            sentTo: at === 0 ? 'Aide-soignant · EHPAD de démonstration (57)' : null,
          })),
        };
      }),
      flows: arbitration.flows.handler(() => ({
        revision: revision(),
        flows: [
          {
            fromAgency: 4,
            toAgency: 6,
            people: 31,
            kilometres: 20_400,
            professions: [{ profession: 'infirmier-diplome-etat', people: 20 }],
          },
          {
            fromAgency: 16,
            toAgency: 6,
            people: 18,
            kilometres: 10_100,
            professions: [{ profession: 'aide-soignant', people: 18 }],
          },
          { fromAgency: 15, toAgency: 10, people: 15, kilometres: 3_300, professions: [] },
          { fromAgency: 6, toAgency: 6, people: 117, kilometres: 5_000, professions: [] },
        ],
      })),
      repair: arbitration.repair.handler(() => keep({ ...current(), state: 'edited' })),
    },
    responses: {
      ofCandidate: responses.ofCandidate.handler(() => ({
        ...{ solicitations: 3, lastSevenDays: 1, accepted: 1, refusedByThem: 0, refusedByOthers: 1, withoutAnswer: 1 },
        ...{ waiting: 0, lastAt: `${addDays(TODAY, -2)}T09:00:00.000Z` },
        label: '3 sollicitations, dont 1 ces 7 derniers jours ; 1 acceptée, 1 sans réponse.',
      })),
      byProfession: responses.byProfession.handler(() =>
        PROFESSIONS.slice(0, 5).map((profession, at) => ({
          ...{
            profession,
            people: 400 - at * 50,
            solicitations: 210 - at * 30,
            lastSevenDays: 60,
            accepted: 41 - at * 6,
          },
          ...{ refusedByThem: 20, refusedByOthers: 12, withoutAnswer: 70, waiting: 33, lastAt: null },
          label: `${210 - at * 30} sollicitations, ${41 - at * 6} acceptées.`,
        })),
      ),
    },
    simulation: {
      openings: simulation.openings.handler(({ input }) => {
        fail();
        return {
          revision: revision(),
          takenAt: `${TODAY}T07:59:30.000Z`,
          milliseconds: 214,
          variants: input.variants.map(({ ceiling }, index) => simulated(ceiling, index)),
        };
      }),
    },
  };
}
