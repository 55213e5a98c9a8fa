/**
 * The national desk (UX 4), and what an ARS sees of it: alerts and their talk, the ladder of solidarity, openings of
 * pools, the balance of needs and resources. Everything is read from this workstation; decisions go through `decisions`.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURES } from './failures.ts';
import { historyLineSchema } from './sheets.ts';
import { tableRowSchema } from './table-query.ts';

const id = z.string().min(1).max(64);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sentence = z.string();
const base = oc.errors(FAILURES);
const list = z.strictObject({ revision: z.int(), complete: z.boolean(), rows: z.array(tableRowSchema) });

export const threadLineSchema = z.strictObject({
  author: z.string(),
  side: z.enum(['agency', 'ccs']),
  at: z.string(),
  text: z.string(),
  /** 'confirmed' comes from the nation; the others are of this workstation. */
  state: z.enum(['confirmed', 'pending', 'sending', 'conflict']),
});

/** A step of the ladder for one mission: what was tried, what is left (DOMAIN §6). */
export const ladderLineSchema = z.strictObject({
  step: z.string(),
  label: sentence,
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  people: z.int(),
  accepted: z.int(),
  waiting: z.int(),
  /** Free people of that step who match; null where this workstation cannot know. */
  left: z.int().nullable(),
  /** The nearest step that was not tried. */
  isNext: z.boolean(),
  throughNationalDesk: z.boolean(),
});
export type LadderLine = z.infer<typeof ladderLineSchema>;

export const reserveLineSchema = z.strictObject({
  id,
  missionId: id,
  label: sentence,
  headcount: z.int(),
  state: z.enum(['sent', 'granted', 'declined']),
  message: z.string(),
  byName: z.string(),
  at: z.string(),
  hasOpenIntent: z.boolean(),
});
export type ReserveLine = z.infer<typeof reserveLineSchema>;

export const alertSheetSchema = z.strictObject({
  revision: z.int(),
  /** A row of ALERT_TABLE_COLUMNS (nation-columns.ts); null when the mission has no alert. */
  alert: tableRowSchema.nullable(),
  thread: z.array(threadLineSchema),
  ladder: z.array(ladderLineSchema),
  requests: z.array(reserveLineSchema),
  openings: z.array(z.strictObject({ id, label: sentence, state: z.string(), used: z.int(), ceiling: z.int() })),
  history: z.array(historyLineSchema),
});
export type AlertSheet = z.infer<typeof alertSheetSchema>;

export const openingSheetSchema = z.strictObject({
  revision: z.int(),
  opening: tableRowSchema,
  /** As the form takes them: to adjust, or to make another like it. */
  terms: z.strictObject({
    receiverAgency: z.int(),
    receiverMissions: z.array(z.string()).nullable(),
    lenderAgencies: z.array(z.int()).nullable(),
    poolKinds: z.array(z.string()),
    professions: z.array(z.string()),
    specialties: z.array(z.string()),
    mobilisations: z.array(z.string()),
    fromDate: day,
    untilDate: day,
    ceiling: z.int(),
  }),
  /** The missions that receive, when they are named. */
  missions: z.array(z.strictObject({ id, label: sentence })),
  objection: z
    .strictObject({
      byName: z.string(),
      at: z.string(),
      reason: z.string(),
      overruledByName: z.string().nullable(),
      overruledReason: z.string().nullable(),
    })
    .nullable(),
  /** Until when a lender may object; null once it no longer may. */
  objectionUntil: z.string().nullable(),
  /** Lenders that must agree before a student reserve opens, with what each said. */
  agreements: z.array(z.strictObject({ agency: z.int(), byName: z.string().nullable(), at: z.string().nullable() })),
  closed: z.strictObject({ byName: z.string().nullable(), at: z.string(), reason: z.string().nullable() }).nullable(),
  /** Proposals made under it, newest first. */
  proposals: z.array(
    z.strictObject({
      id,
      missionId: id,
      candidateId: id,
      candidateName: z.string().nullable(),
      establishmentName: z.string(),
      state: z.string(),
      proposedAt: z.string(),
    }),
  ),
});
export type OpeningSheet = z.infer<typeof openingSheetSchema>;

/** Needs against resources of one profession in one place, over a period. */
export const balanceCellSchema = z.strictObject({
  /** Agency code, or département code; null: under no agency. */
  place: z.union([z.int(), z.string()]).nullable(),
  profession: z.string(),
  missions: z.int(),
  /** Posts to fill of the open missions of the period. */
  posts: z.int(),
  /** Of those who are free and available in the period. */
  free: z.int(),
  /** Proposed or contacted now: neither free nor recruited. */
  engaged: z.int(),
  /** posts / (free + 1): DOMAIN §2.8. */
  tension: z.number(),
});
export type BalanceCell = z.infer<typeof balanceCellSchema>;

export const balanceSchema = z.strictObject({
  revision: z.int(),
  complete: z.boolean(),
  /** The civil day in Paris, or of the person's region. */
  today: day,
  by: z.enum(['agency', 'departement']),
  cells: z.array(balanceCellSchema),
});
export type Balance = z.infer<typeof balanceSchema>;

const place = z.union([z.int(), z.string().max(3)]).nullable();

export const balanceWeekSchema = z.strictObject({
  from: day,
  until: day,
  missions: z.int(),
  posts: z.int(),
  free: z.int(),
});

/** The standing of a day against the last one kept before it. */
export const standingSchema = z.strictObject({
  revision: z.int(),
  day,
  /** Null while this workstation holds no earlier day. */
  since: day.nullable(),
  posts: z.int(),
  free: z.int(),
  postsBefore: z.int().nullable(),
  freeBefore: z.int().nullable(),
  /** What moved, most first. */
  moves: z.array(
    z.strictObject({
      place,
      profession: z.string(),
      posts: z.int(),
      postsBefore: z.int(),
      free: z.int(),
      freeBefore: z.int(),
    }),
  ),
});
export type Standing = z.infer<typeof standingSchema>;

const by = z.enum(['agency', 'departement']);

export const nationContract = {
  /** Every alert in sight, settled ones included. */
  alerts: base.output(list),
  alert: base.input(z.strictObject({ missionId: id })).output(alertSheetSchema),
  ladder: base
    .input(z.strictObject({ missionId: id }))
    .output(z.strictObject({ revision: z.int(), ladder: z.array(ladderLineSchema) })),
  openings: base.output(list),
  opening: base.input(z.strictObject({ id })).output(openingSheetSchema),
  reserveRequests: base.output(z.strictObject({ revision: z.int(), requests: z.array(reserveLineSchema) })),
  /** Needs and resources over a period of days, counted on the rows of this workstation. */
  balance: base.input(z.strictObject({ by, from: day, days: z.int().min(1).max(92) })).output(balanceSchema),
  /** The same, week after week, for one place and one profession or for all (null). */
  weeks: base
    .input(
      z.strictObject({
        by,
        place: z.strictObject({ code: place }).nullable(),
        profession: z.string().max(40).nullable(),
        from: day,
        weeks: z.int().min(1).max(26),
      }),
    )
    .output(z.strictObject({ revision: z.int(), weeks: z.array(balanceWeekSchema) })),
  standing: base.input(z.strictObject({ by })).output(standingSchema),
} as const;
