/**
 * The priority board (UX 3): missions in lanes, crossed by swimlanes. The engine counts every cell and pages each of
 * them; a window holds only the cards that it shows. Moves are decisions like any other (contract/app/decision.ts).
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { PRIORITIES } from '../domain/priority.ts';
import { BOARD_LANES, BOARD_ORDERS, BOARD_SWIMLANES, MOST_BOARD_CELLS, MOST_CELL_CARDS } from './board-lanes.ts';
import { FAILURES } from './failures.ts';
import { chosenSetSchema } from './selection.ts';
import { filterSchema } from './table-query.ts';

const id = z.string().min(1).max(64);
const count = z.int().min(0);
const swimlaneValue = z.union([z.string().max(200), z.number()]).nullable();
const lane = z.enum(BOARD_LANES);

export const boardQuestionSchema = z.strictObject({
  filters: z.array(filterSchema).max(40),
  search: z.string().max(100),
  swimlane: z.enum(BOARD_SWIMLANES),
  order: z.enum(BOARD_ORDERS),
  /** Open missions make the lanes; filled ones on demand. */
  withFilled: z.boolean(),
});
export type BoardQuestion = z.infer<typeof boardQuestionSchema>;

export const boardCellSchema = z.strictObject({
  swimlane: swimlaneValue,
  lane,
  offset: count,
  limit: z.int().min(1).max(MOST_CELL_CARDS),
});

/** Sums over the missions of a cell, a lane or a swimlane. */
export const boardTotalsSchema = z.strictObject({
  missions: count,
  /** People asked for, recruited, and still to find. */
  headcount: count,
  accepted: count,
  remaining: count,
  /** Posts to fill for which that mission has a matching candidate; one person may count for several missions. */
  covered: count,
  /** Missions with a post to fill and nobody who matches. */
  withoutSupply: count,
});
export type BoardTotals = z.infer<typeof boardTotalsSchema>;

export const boardCardSchema = z.strictObject({
  id,
  lane,
  establishmentName: z.string(),
  city: z.string(),
  departement: z.string(),
  profession: z.string(),
  specialty: z.string().nullable(),
  missionState: z.string(),
  headcount: z.int(),
  accepted: z.int(),
  remaining: z.int(),
  daysToStart: z.int(),
  ageDays: z.int(),
  score: z.int(),
  /** Null while people are being read. */
  supplyOwn: z.int().nullable(),
  supplyOpened: z.int().nullable(),
  alert: z.string().nullable(),
  deferredUntil: z.string().nullable(),
  regulatorName: z.string().nullable(),
  /** Version of the confirmed priority: another one means that somebody decided meanwhile. */
  version: z.int(),
  /** Who gave the confirmed priority, when it is somebody else; and when, as an ISO instant. */
  movedBy: z.string().nullable(),
  movedAt: z.string().nullable(),
  hasOpenIntent: z.boolean(),
  hasConflict: z.boolean(),
  /** French: why a move of this workstation was refused, or who decided otherwise; until the person has read it. */
  trouble: z.string().nullable(),
});
export type BoardCard = z.infer<typeof boardCardSchema>;

export const boardViewSchema = z.strictObject({
  revision: z.int(),
  /** False while the first synchronisation has not brought the missions yet. */
  complete: z.boolean(),
  /** Missions in the lanes, and before any filter. */
  total: count,
  outOf: count,
  /** Posts to fill in P1 and in all lanes, before any filter: past a fifth of them, a P1 must say why (DOMAIN §2.7). */
  vital: z.strictObject({ posts: count, open: count }),
  /** In the order of BOARD_LANES. */
  lanes: z.array(boardTotalsSchema),
  swimlanes: z.array(z.strictObject({ value: swimlaneValue, lanes: z.array(boardTotalsSchema) })),
  cells: z.array(z.strictObject({ swimlane: swimlaneValue, lane, offset: count, cards: z.array(boardCardSchema) })),
  /** Where the mission looked for is; null when the lanes do not hold it. */
  found: z.strictObject({ swimlane: swimlaneValue, lane, index: count }).nullable(),
});
export type BoardView = z.infer<typeof boardViewSchema>;

/** One mission that the score would put elsewhere. */
export const orderRowSchema = z.strictObject({
  id,
  establishmentName: z.string(),
  departement: z.string(),
  profession: z.string(),
  score: z.int(),
  remaining: z.int(),
  before: z.enum(PRIORITIES),
  after: z.enum(PRIORITIES),
  /** Who gave the priority that stands; null when nobody did. */
  byName: z.string().nullable(),
});
export type OrderRow = z.infer<typeof orderRowSchema>;

export const orderProposalSchema = z.strictObject({
  revision: z.int(),
  /** Open missions that were ranked, and those left alone because they are deferred. */
  ranked: count,
  deferred: count,
  /** Missions that would move: to which nobody gave a priority, and to which somebody did. */
  undecided: count,
  decided: count,
  /** The first of them, most urgent first. */
  rows: z.array(orderRowSchema),
  /** All those to which nobody gave a priority, by the lane proposed: to accept the order wholly. */
  whole: z.array(z.strictObject({ priority: z.enum(PRIORITIES), set: chosenSetSchema })),
});
export type OrderProposal = z.infer<typeof orderProposalSchema>;

const base = oc.errors(FAILURES);

export const boardContract = {
  view: base
    .input(
      z.strictObject({
        question: boardQuestionSchema,
        cells: z.array(boardCellSchema).max(MOST_BOARD_CELLS),
        find: id.nullable(),
      }),
    )
    .output(boardViewSchema),
  /** Some cards as they are now, whatever the filters: those that a person holds. Absent: no longer here. */
  cards: base
    .input(z.strictObject({ ids: z.array(id).max(1000) }))
    .output(z.strictObject({ revision: z.int(), cards: z.array(boardCardSchema) })),
  /** What the score would make of the lanes, under the same filters; nothing is decided. */
  proposeOrder: base.input(boardQuestionSchema).output(orderProposalSchema),
} as const;
