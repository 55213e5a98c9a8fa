/** The detailed views: one mission, one candidate, crisis mode, what is blocked, the outbox. */
import { z } from 'zod';
import { tableRowSchema } from './table-query.ts';

const sentence = z.string();

export const scoreTermSchema = z.strictObject({
  code: z.string(),
  label: sentence,
  points: z.int(),
  explanation: sentence,
});

export const historyLineSchema = z.strictObject({
  at: z.string(),
  author: z.string().nullable(),
  title: sentence,
  detail: z.string().nullable(),
  /** 'confirmed' comes from the nation; the others from the outbox. */
  state: z.enum(['confirmed', 'pending', 'sending', 'conflict', 'refused', 'withdrawn']),
});

export const proposalLineSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  candidateId: z.string(),
  missionId: z.string(),
  /** Null when the person left the caller's scope: "hors de portée". */
  candidateName: z.string().nullable(),
  establishmentName: z.string(),
  state: z.string(),
  origin: z.string(),
  proposedAt: z.string(),
  contactedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  mailState: z.string().nullable(),
  hasOpenIntent: z.boolean(),
});

export const missionSheetSchema = z.strictObject({
  revision: z.int(),
  mission: tableRowSchema,
  establishment: tableRowSchema.nullable(),
  otherMissions: z.array(tableRowSchema),
  proposals: z.array(proposalLineSchema),
  score: z.strictObject({ points: z.int(), version: z.string(), terms: z.array(scoreTermSchema) }),
  /** What was tried on the ladder of solidarity, in order (DOMAIN §6). */
  ladder: z.array(z.strictObject({ step: z.string(), label: sentence, triedAt: z.string().nullable() })),
  history: z.array(historyLineSchema),
});
export type MissionSheet = z.infer<typeof missionSheetSchema>;

export const candidateSheetSchema = z.strictObject({
  revision: z.int(),
  candidate: tableRowSchema,
  pools: z.array(z.string()),
  proposals: z.array(proposalLineSchema),
  /** For a mission: why this rank. */
  ranking: z.array(z.strictObject({ label: sentence, points: z.int() })).nullable(),
  history: z.array(historyLineSchema),
});
export type CandidateSheet = z.infer<typeof candidateSheetSchema>;

/**
 * Why a mission's list is empty, and the cheapest way out (FEATURES D10; F100: three different situations). Crisis mode
 * hides when people match whom the establishment cannot reach by itself and nobody was proposed to it.
 */
export const supplySchema = z.strictObject({
  revision: z.int(),
  situation: z.enum(['some', 'none-match', 'crisis-hides', 'loading']),
  /** The establishment has no direct access: crisis mode, and no named access. */
  inCrisis: z.boolean(),
  walls: z.array(z.strictObject({ wall: z.string(), label: sentence, gain: z.int() })),
});

export const revealedContactSchema = z.strictObject({
  email: z.string(),
  phone: z.string(),
  message: z.string().nullable(),
});

export const outboxLineSchema = z.strictObject({
  commandId: z.string(),
  batchId: z.string().nullable(),
  title: sentence,
  subjectLabel: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  state: z.enum(['pending', 'sending', 'confirmed', 'conflict', 'refused', 'withdrawn']),
  createdAt: z.string(),
  settledAt: z.string().nullable(),
  message: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  /** Who decided otherwise meanwhile, and when: of a conflict. */
  author: z.string().nullable(),
  authorAt: z.string().nullable(),
  outOfScope: z.boolean(),
});

/** Base, mine, theirs: field by field, with who and when (FEATURES D3). */
export const conflictSchema = z.strictObject({
  commandId: z.string(),
  title: sentence,
  subjectLabel: z.string(),
  author: z.string().nullable(),
  at: z.string().nullable(),
  message: sentence,
  fields: z.array(z.strictObject({ label: sentence, base: z.string(), mine: z.string(), theirs: z.string() })),
});

/** One agency × profession line of the crisis window, with what a switch would do (FEATURES D9). */
export const crisisLineSchema = z.strictObject({
  agency: z.int(),
  profession: z.string().nullable(),
  active: z.boolean(),
  version: z.int(),
  reason: z.string().nullable(),
  byName: z.string().nullable(),
  at: z.string().nullable(),
  /** Missions whose establishments would lose or regain direct access; candidates hidden; people contacted right now. */
  missions: z.int(),
  candidates: z.int(),
  contactedNow: z.int(),
  proposedNow: z.int(),
  hasOpenIntent: z.boolean(),
});

export const savedViewSchema = z.strictObject({
  id: z.string(),
  window: z.string(),
  name: z.string().max(80),
  /** Columns, widths, sorts, filters, grouping: the window's own JSON. */
  definition: z.string().max(20_000),
});
