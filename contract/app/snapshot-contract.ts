/**
 * Exported snapshots (UX 8, 10; FEATURES D8): making one, agreeing to a nominative one, reading one again with no network and no
 * account, comparing two, and the day's regulation point. The engine answers `point`; the rest is the main process's.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CHANGE_FIGURE_NAMES } from '../domain/snapshot-figure.ts';
import { SNAPSHOT_CONTENTS, SNAPSHOT_PURPOSES } from '../domain/snapshot-lists.ts';
import { FAILURES } from './failures.ts';
import { facetSchema, filterSchema, tablePageSchema, tableQuerySchema } from './table-query.ts';

const base = oc.errors(FAILURES);
const id = z.string().min(1).max(64);
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = (most: number) => z.string().trim().max(most);

/** What a person fills in; who they are is known. */
export const exportFormSchema = z.strictObject({
  kind: z.enum(['cell-state', 'regulation-point']),
  agency: z.int().nullable(),
  departements: z.array(z.string().max(3)).max(110),
  professions: z.array(z.string().max(64)).max(60),
  from: civilDate.nullable(),
  until: civilDate.nullable(),
  content: z.array(z.enum(SNAPSHOT_CONTENTS)).min(1),
  nominative: z.boolean(),
  purpose: z.enum(SNAPSHOT_PURPOSES),
  purposeText: words(500),
  recipients: z.array(words(120).min(1)).min(1).max(20),
  seriesName: words(120).nullable(),
  /** Until the end of that day. */
  expiresOn: civilDate,
});
export type ExportForm = z.infer<typeof exportFormSchema>;

/** Who the file is sealed for: keys of age, or whoever knows the passphrase. */
export const sealSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('passphrase'), passphrase: z.string().min(12).max(200) }),
  z.strictObject({ type: z.literal('recipients'), recipients: z.array(z.string().max(4_000)).min(1).max(20) }),
]);
export type ExportSeal = z.infer<typeof sealSchema>;

export const exportStateSchema = z.strictObject({
  step: z.enum(['reading', 'sealing', 'done', 'stopped', 'failed']),
  rows: z.int(),
  outOf: z.int(),
  bytes: z.int(),
  /** People left out because they were too few alike. */
  withheld: z.int(),
  message: z.string().nullable(),
});
export type ExportState = z.infer<typeof exportStateSchema>;

/** 'me' is this workstation's own key; 'national' is in the register of the national service. */
const signerSource = z.enum(['me', 'policy', 'national', 'added']);

const personSchema = z.strictObject({ name: z.string(), role: z.string(), agency: z.int().nullable() });

/** What a snapshot says of itself, once proved: the banner of its windows. */
export const reviewInfoSchema = z.strictObject({
  reviewId: id,
  snapshotId: z.string(),
  kind: z.enum(['cell-state', 'regulation-point']),
  takenAt: z.string(),
  expiresAt: z.string(),
  isExpired: z.boolean(),
  nominative: z.boolean(),
  author: personSchema,
  agreedBy: personSchema.nullable(),
  signer: z.strictObject({ keyId: z.string(), owner: z.string(), source: signerSource }),
  /** Date of the list of signers that it was checked against. */
  listDate: z.string(),
  purpose: z.enum(SNAPSHOT_PURPOSES),
  purposeText: z.string(),
  recipients: z.array(z.string()),
  series: z.string().nullable(),
  agency: z.int().nullable(),
  departements: z.array(z.string()),
  professions: z.array(z.string()),
  withheld: z.int(),
  smallest: z.int(),
  parts: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
});
export type ReviewInfo = z.infer<typeof reviewInfoSchema>;

/** A refusal is an answer: its code is one of docs/snapshot-format.md §8. */
export const openedReviewSchema = z.discriminatedUnion('opened', [
  z.strictObject({ opened: z.literal(true), info: reviewInfoSchema }),
  z.strictObject({ opened: z.literal(false), code: z.string(), message: z.string() }),
]);
export type OpenedReview = z.infer<typeof openedReviewSchema>;

const figure = z.enum(CHANGE_FIGURE_NAMES as unknown as readonly [string, ...string[]]);

export const changeTotalSchema = z.strictObject({
  figure,
  agency: z.int().nullable(),
  departement: z.string().nullable(),
  profession: z.string().nullable(),
  count: z.int(),
  /** Posts, where the figure counts posts. */
  weight: z.int(),
});
export type ChangeTotal = z.infer<typeof changeTotalSchema>;

/** Which changes a table of them is of; `figure` null: all. */
export const changePageQuestionSchema = z.strictObject({ figure: figure.nullable(), query: tableQuerySchema });
export const changeFacetQuestionSchema = z.strictObject({
  figure: figure.nullable(),
  column: z.string().max(40),
  filters: z.array(filterSchema).max(40),
  search: z.string().max(100),
});

export const comparisonSchema = z.strictObject({
  comparisonId: id,
  before: z.strictObject({ takenAt: z.string(), series: z.string().nullable() }),
  after: z.strictObject({ takenAt: z.string(), series: z.string().nullable() }),
  peopleAreComparable: z.boolean(),
  scopesDiffer: z.boolean(),
  /** People that one of the two left out, who can be told neither gained nor lost. */
  unseen: z.strictObject({
    withheldBefore: z.int(),
    withheldAfter: z.int(),
    /** Shown by the second alone, and how many of them are new at least; null when each is. */
    appeared: z.int(),
    gainedAtLeast: z.int(),
    gone: z.int(),
    lostAtLeast: z.int(),
  }),
  totals: z.array(changeTotalSchema),
  /** Null counts: between 1 and 4 people, not said. */
  counts: z.array(
    z.strictObject({
      agency: z.int().nullable(),
      departement: z.string().nullable(),
      profession: z.string().nullable(),
      engagement: z.string(),
      before: z.int().nullable(),
      after: z.int().nullable(),
      /** People of that status whose place or profession is left out, and who may be of this line. */
      untoldBefore: z.int(),
      untoldAfter: z.int(),
      /** Whoever they are, the count changed. */
      certain: z.boolean(),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const comparedSchema = z.discriminatedUnion('compared', [
  z.strictObject({ compared: z.literal(true), comparison: comparisonSchema }),
  z.strictObject({ compared: z.literal(false), code: z.string(), message: z.string() }),
]);
export type Compared = z.infer<typeof comparedSchema>;

export const signerSchema = z.strictObject({
  keyId: z.string(),
  owner: z.string(),
  source: signerSource,
  revokedAt: z.string().nullable(),
});
export type SignerLine = z.infer<typeof signerSchema>;

/** A key of the national register, as a window lists it. */
export const registeredKeySchema = z.strictObject({
  keyId: z.string(),
  owner: z.string(),
  agency: z.int().nullable(),
  registeredAt: z.string(),
  revokedAt: z.string().nullable(),
  revokedReason: z.string().nullable(),
  mayRevoke: z.boolean(),
});
export type RegisteredKeyLine = z.infer<typeof registeredKeySchema>;

export const agreementRequestSchema = z.strictObject({
  /** What would be taken, said in the words of the form. */
  form: exportFormSchema,
  author: personSchema,
  digest: z.string(),
});

/** Answered by the main process. */
export const snapshotMainContract = {
  snapshots: {
    ground: base.output(
      z.strictObject({
        /** Null when nobody is signed in: reading needs nobody. */
        person: personSchema.nullable(),
        mayExport: z.boolean(),
        mayExportNominative: z.boolean(),
        series: z.array(z.strictObject({ id, name: z.string() })),
        signers: z.array(signerSchema),
        listDate: z.string(),
        /** The national register as it is kept here; null before it was ever read. */
        register: z.strictObject({ at: z.string(), known: z.int(), revoked: z.int() }).nullable(),
        /** What others need from this workstation: to trust its signature, to seal for it. */
        card: z.strictObject({ keyId: z.string(), publicKey: z.string(), recipient: z.string() }),
      }),
    ),
    /** The text that a second person is given to agree to. */
    askAgreement: base
      .input(z.strictObject({ form: exportFormSchema }))
      .output(z.strictObject({ request: z.string(), digest: z.string() })),
    readAgreement: base.input(z.strictObject({ request: z.string().max(20_000) })).output(agreementRequestSchema),
    /** The second person's answer, as text for the first; throws not-allowed to whoever asked. */
    agree: base
      .input(z.strictObject({ request: z.string().max(20_000) }))
      .output(z.strictObject({ agreement: z.string() })),
    start: base
      .input(z.strictObject({ form: exportFormSchema, seal: sealSchema, agreement: z.string().max(40_000).nullable() }))
      .output(z.strictObject({ exportId: id })),
    state: base.input(z.strictObject({ exportId: id })).output(exportStateSchema),
    stop: base.input(z.strictObject({ exportId: id })).output(z.void()),
    save: base
      .input(z.strictObject({ exportId: id }))
      .output(z.strictObject({ saved: z.boolean(), fileName: z.string() })),
    addSigner: base
      .input(z.strictObject({ owner: words(120).min(1), publicKey: z.string().max(400) }))
      .output(z.strictObject({ keyId: z.string() })),
    /** Read again when the service can be reached; else as it is kept. */
    register: base.output(z.strictObject({ at: z.string(), keys: z.array(registeredKeySchema) }).nullable()),
    /** At the national service, for every workstation. */
    revokeRegistered: base.input(z.strictObject({ keyId: id, reason: words(200).min(1) })).output(z.void()),
    revokeSigner: base.input(z.strictObject({ keyId: id, reason: words(200).min(1) })).output(z.void()),
  },
  reviews: {
    /** A file's next bytes, in base64: they go on to a process of their own, that opens nothing else. */
    receive: base.input(z.strictObject({ fileId: z.uuid(), part: z.string().max(1_500_000) })).output(z.void()),
    open: base
      .input(z.strictObject({ fileId: z.uuid(), passphrase: z.string().max(200).nullable() }))
      .output(openedReviewSchema),
    /** A file opened from outside, that waits for its key; null: none. */
    offered: base.output(z.strictObject({ fileId: z.uuid(), name: z.string() }).nullable()),
    list: base.output(z.array(reviewInfoSchema)),
    close: base.input(z.strictObject({ reviewId: id })).output(z.void()),
    /** Opens a window of the desk on that snapshot. */
    show: base.input(z.strictObject({ reviewId: id, window: z.string().max(40) })).output(z.void()),
    /** What the asking window shows; null: the present. */
    mine: base.output(reviewInfoSchema.nullable()),
    /** `after` null: with now. */
    compare: base.input(z.strictObject({ before: id, after: id.nullable() })).output(comparedSchema),
    /** The rows behind the figures, page by page, however many they are. */
    changes: base.input(changePageQuestionSchema.extend({ comparisonId: id })).output(tablePageSchema),
    changeFacet: base.input(changeFacetQuestionSchema.extend({ comparisonId: id })).output(facetSchema),
  },
  points: {
    /** Archived regulation points of this workstation, newest first. */
    list: base.output(z.array(z.strictObject({ pointId: id, takenAt: z.string(), bytes: z.int() }))),
    /** Archives the present as a point, sealed for this workstation. */
    archive: base.output(z.strictObject({ pointId: id })),
    open: base.input(z.strictObject({ pointId: id })).output(openedReviewSchema),
  },
} as const;

/** One territory and profession of the regulation point. */
export const pointRowSchema = z.strictObject({
  agency: z.int().nullable(),
  departement: z.string(),
  profession: z.string(),
  missions: z.int(),
  posts: z.int(),
  filled: z.int(),
  remaining: z.int(),
  urgent: z.int(),
  people: z.int(),
  free: z.int(),
  proposed: z.int(),
  contacted: z.int(),
  assigned: z.int(),
});
export type PointRow = z.infer<typeof pointRowSchema>;

export const regulationPointSchema = z.strictObject({
  revision: z.int(),
  /** Of what is shown. */
  at: z.string(),
  complete: z.boolean(),
  agency: z.int().nullable(),
  alerts: z.int(),
  crisisLines: z.int(),
  openings: z.int(),
  rows: z.array(pointRowSchema),
});
export type RegulationPoint = z.infer<typeof regulationPointSchema>;

/** Answered by the engine, on the present and on a snapshot alike. */
export const pointContract = { read: base.output(regulationPointSchema) } as const;
