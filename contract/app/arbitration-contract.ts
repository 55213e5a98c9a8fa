/**
 * Arbitration: an exact, explained, editable plan of who goes where; and the simulation of an opening of pools before it
 * is made (UX 4). Nothing here writes: a plan is decided through `decisions.preview` with the decision `commit-plan`
 * (its targets are ids of plan rows), as any other decision.
 *
 * ```
 *   prepare ──▶ PRÊT À CALCULER ──run──▶ EN COURS ──▶ CALCULÉ ──edit──▶ MODIFIÉ ──run──▶ … ──decisions.commit──▶ rows judged
 *                     ▲                     ├─ cancel ▶ ARRÊTÉ ──run──▶                                            │
 *                     │                     └─ killed ▶ EN PANNE ──run──▶                                          │
 *                     └────────────────────────── repair (refused rows set aside) ◀────────────────────────────────┘
 * ```
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { PRIORITIES } from '../domain/priority.ts';
import { SHORTFALL_REASONS } from '../domain/shortfall.ts';
import { FAILURES } from './failures.ts';
import { chosenSetSchema } from './selection.ts';
import { openingSimulationSchema, openingVariantSchema } from './simulation-shapes.ts';
import { facetSchema, filterSchema, tablePageSchema, tableQuerySchema } from './table-query.ts';

const id = z.string().min(1).max(64);
const sentence = z.string();
const base = oc.errors(FAILURES);

/** Which missions the plan is about: all conditions hold together, an empty one asks nothing. */
export const arbitrationScopeSchema = z.strictObject({
  /** Chosen by hand (a selection, an alert); null: all open missions in sight. */
  missions: chosenSetSchema.nullable(),
  agencies: z.array(z.int()).max(18),
  professions: z.array(z.string().max(40)).max(60),
  priorities: z.array(z.enum(PRIORITIES)).max(5),
  /** Only missions whose "Alerte" column shows CCS. */
  alertedOnly: z.boolean(),
});
export type ArbitrationScope = z.infer<typeof arbitrationScopeSchema>;

const kilometres = z.number().min(0).max(20_000).nullable();
const experience = z.enum(['as-hint', 'preferred', 'required']);

export const arbitrationConstraintsSchema = z.strictObject({
  /** Whom the plan may use: those that regions and openings make reachable, or the nation's (decision of the CCS). */
  reach: z.enum(['opened', 'nation']),
  /** Farthest that people of each mobilisation are sent, in kilometres; null: no cap. */
  distanceCaps: z.strictObject({ local: kilometres, departemental: kilometres, national: kilometres }),
  /** Free people that a region keeps in each profession, whatever the plan; agency null: every other region. */
  reserves: z.array(z.strictObject({ agency: z.int().nullable(), keep: z.int().min(1).max(100_000) })).max(19),
  ehpadExperience: experience,
  intensiveCareExperience: experience,
  verifiedOnly: z.boolean(),
  /** People who were never solicited come first. */
  freshFirst: z.boolean(),
  /** Nobody who was solicited so many times in 7 days is solicited again; null: no limit. */
  mostSolicitations: z.int().min(1).max(50).nullable(),
});
export type ArbitrationConstraints = z.infer<typeof arbitrationConstraintsSchema>;

/** `pin`: this person for this mission, whatever it costs; `forbid`: never these two; `release`: neither any more. */
export const planEditSchema = z.strictObject({
  kind: z.enum(['pin', 'forbid', 'release']),
  missionId: id,
  candidateId: id,
});
export type PlanEdit = z.infer<typeof planEditSchema>;

/** One demand of the person that takes part in a contradiction. */
export const demandSchema = z.strictObject({
  kind: z.enum([
    'pin',
    'forbid',
    'posts',
    'one-post-each',
    'distance-cap',
    'reserve',
    'opening-ceiling',
    'experience',
    'verified-only',
    'solicitation-limit',
    'wall',
  ]),
  label: sentence,
  /** Of the pair, where the demand is about one. */
  missionId: z.string().nullable(),
  candidateId: z.string().nullable(),
});
/** Demands that cannot hold together; without any one of them the others can. */
export const contradictionSchema = z.strictObject({ label: sentence, demands: z.array(demandSchema).min(1) });
export type Contradiction = z.infer<typeof contradictionSchema>;

export const PLAN_STATES = ['prepared', 'running', 'ready', 'edited', 'cancelled', 'failed'] as const;

const tally = z.strictObject({
  filled: z.int(),
  /** Of `filled`, by lane. */
  byPriority: z.strictObject({ P1: z.int(), P2: z.int(), P3: z.int(), P4: z.int(), none: z.int() }),
  /** Sum and median of the distances known. */
  kilometres: z.number(),
  medianKilometres: z.number().nullable(),
  /** People sent out of their region. */
  beyondRegion: z.int(),
});
export type PlanTally = z.infer<typeof tally>;

/** Everything about a plan but its rows. */
export const planSchema = z.strictObject({
  planId: id,
  state: z.enum(PLAN_STATES),
  /** State of the workstation's data that the plan was made on, and when it was taken. */
  revision: z.int(),
  takenAt: z.string(),
  /** Something changed on this workstation since: run again to be sure. */
  isStale: z.boolean(),
  scope: arbitrationScopeSchema,
  constraints: arbitrationConstraintsSchema,
  edits: z.array(planEditSchema),
  counts: z.strictObject({
    missions: z.int(),
    /** Posts to fill: asked, less accepted. */
    posts: z.int(),
    /** Of `posts`, those for which somebody is already proposed or contacted: they stay as they are. */
    held: z.int(),
    /** People of the professions asked, in sight; and of those, the free ones. */
    candidates: z.int(),
    free: z.int(),
    /** Pairs that may be made. */
    pairs: z.int(),
  }),
  contradictions: z.array(contradictionSchema),
  /** French sentence: why it stopped, where it did. */
  message: z.string().nullable(),
  /** Null until it was run. */
  outcome: z
    .strictObject({
      /** Checked by its prices: no plan fills more posts, nor the same at a lower cost. */
      isProven: z.boolean(),
      seconds: z.number(),
      plan: tally,
      /** What choosing one mission after the other, nearest first, would have given. */
      greedy: tally,
      /** What is held today: people already proposed or contacted. */
      today: tally,
      shortfalls: z.array(z.strictObject({ reason: z.enum(SHORTFALL_REASONS), label: sentence, posts: z.int() })),
      /** Against the plan before, where there was one: pairs kept, and those that are new. */
      kept: z.int().nullable(),
      changed: z.int().nullable(),
    })
    .nullable(),
});
export type ArbitrationPlan = z.infer<typeof planSchema>;

export const planProgressSchema = z.strictObject({
  phase: z.enum(['reading', 'gathering', 'solving', 'comparing', 'explaining', 'done']),
  done: z.int(),
  outOf: z.int(),
  /** French sentence for the progress bar. */
  label: sentence,
});
export type PlanProgress = z.infer<typeof planProgressSchema>;

/** One person weighed for one mission. */
export const weighedSchema = z.strictObject({
  candidateId: z.string(),
  candidateName: z.string(),
  candidateAgency: z.int().nullable(),
  distanceKm: z.number().nullable(),
  /** What the plan minimises, in kilometre equivalents. */
  cost: z.number(),
  /** Where the plan sends them: a mission's words, or null when they stay free. */
  sentTo: z.string().nullable(),
});

/** Why this person here, or why nobody. */
export const planRowDetailSchema = z.strictObject({
  rowId: z.string(),
  missionId: z.string(),
  candidateId: z.string().nullable(),
  /** Each term of the cost: kilometres, missing points, fatigue… in kilometre equivalents. */
  terms: z.array(z.strictObject({ label: sentence, cost: z.number() })),
  reasons: z.array(sentence),
  /** For an empty post: the sentence, and how many people passed each gate. */
  shortfall: z
    .strictObject({
      reason: z.enum(SHORTFALL_REASONS),
      label: sentence,
      gates: z.array(z.strictObject({ label: sentence, left: z.int() })),
    })
    .nullable(),
  /** Next best people for the mission, cheapest first: what a person would pin instead. */
  others: z.array(weighedSchema).max(20),
});
export type PlanRowDetail = z.infer<typeof planRowDetailSchema>;

/** People sent from one region to another by the plan; within a region where both are the same. */
export const flowSchema = z.strictObject({
  fromAgency: z.int().nullable(),
  toAgency: z.int().nullable(),
  people: z.int(),
  kilometres: z.number(),
  professions: z.array(z.strictObject({ profession: z.string(), people: z.int() })),
});

/** Solicitations and answers of one person (or of one profession), from the proposals known here. */
export const responseSchema = z.strictObject({
  /** One per person, mission and 24 h: a confirmed proposal or a direct contact. */
  solicitations: z.int(),
  lastSevenDays: z.int(),
  accepted: z.int(),
  refusedByThem: z.int(),
  refusedByOthers: z.int(),
  withoutAnswer: z.int(),
  waiting: z.int(),
  lastAt: z.string().nullable(),
  /** "3 sollicitations, dont 1 ces 7 derniers jours ; 1 acceptée, 1 sans réponse." */
  label: sentence,
});
export type ResponseView = z.infer<typeof responseSchema>;

const planOnly = z.strictObject({ planId: id });

export const arbitrationContract = {
  arbitration: {
    /** Counts who and what is in scope; says at once which demands contradict each other. Nothing is computed yet. */
    prepare: base
      .input(z.strictObject({ scope: arbitrationScopeSchema, constraints: arbitrationConstraintsSchema }))
      .output(planSchema),
    /** Changes the constraints or the scope of a plan; edits stay. */
    adjust: base
      .input(z.strictObject({ planId: id, scope: arbitrationScopeSchema, constraints: arbitrationConstraintsSchema }))
      .output(planSchema),
    /** Pins and forbidden pairs; the plan is shown as edited until it is run again. */
    edit: base
      .input(z.strictObject({ planId: id, edits: z.array(planEditSchema).min(1).max(1000) }))
      .output(planSchema),
    /** Computes, or computes again keeping as many pairs as the optimum allows. Leaving the iterator cancels. */
    run: base.input(planOnly).output(eventIterator(planProgressSchema)),
    cancel: base.input(planOnly).output(z.void()),
    plan: base.input(planOnly).output(planSchema),
    /** Plans of this session, newest first. */
    list: base.output(z.array(planSchema)),
    forget: base.input(planOnly).output(z.void()),
    /** Rows of the plan by PLAN_COLUMNS (plan-columns.ts): one per post. */
    rows: base.input(z.strictObject({ planId: id, query: tableQuerySchema })).output(tablePageSchema),
    facet: base
      .input(
        z.strictObject({
          planId: id,
          column: z.string().max(40),
          filters: z.array(filterSchema).max(40),
          search: z.string().max(100),
        }),
      )
      .output(facetSchema),
    /** Rows as a set of row ids, to decide on with `commit-plan`; rows 'held' and 'empty' are left out. */
    choose: base.input(z.strictObject({ planId: id, query: tableQuerySchema })).output(chosenSetSchema),
    row: base.input(z.strictObject({ planId: id, rowId: z.string().max(140) })).output(planRowDetailSchema),
    flows: base.input(planOnly).output(z.strictObject({ revision: z.int(), flows: z.array(flowSchema) })),
    /**
     * After a commit some of whose rows were refused or in conflict: sets those pairs aside, keeps what was accepted,
     * and is then run again. Answers the same plan, edited.
     */
    repair: base.input(z.strictObject({ planId: id, batchId: id })).output(planSchema),
  },
  responses: {
    ofCandidate: base.input(z.strictObject({ id })).output(responseSchema),
    byProfession: base
      .input(z.strictObject({ agency: z.int().nullable() }))
      .output(z.array(responseSchema.extend({ profession: z.string(), people: z.int() }))),
  },
  simulation: {
    /** One to three openings that are not made yet, each against the same frozen state. Nothing is written. */
    openings: base
      .input(z.strictObject({ variants: z.array(openingVariantSchema).min(1).max(3) }))
      .output(openingSimulationSchema),
  },
} as const;
