/**
 * Everything a window may ask of the main process, and everything it is told. Queries never write; commands answer an
 * acknowledgement (ARCHITECTURE §3). No operation takes SQL, a path, a URL or an identity (TRUST S13).
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { accountsContract } from './accounts-contract.ts';
import { arbitrationContract } from './arbitration-contract.ts';
import { boardContract } from './board-contract.ts';
import { batchReportSchema, previewRequestSchema, previewSchema } from './decision.ts';
import { documentContract } from './document-contract.ts';
import { exportContract } from './export-contract.ts';
import { FAILURES } from './failures.ts';
import { followUpContract } from './follow-up-contract.ts';
import { journalContract } from './journal-contract.ts';
import { lockContract } from './lock-contract.ts';
import { mapEngineContract, mapMainContract } from './map-contract.ts';
import { nationContract } from './nation-contract.ts';
import { presenceContract } from './presence-contract.ts';
import { chosenSetSchema, selectionSchema } from './selection.ts';
import {
  candidateSheetSchema,
  conflictSchema,
  crisisLineSchema,
  missionSheetSchema,
  outboxLineSchema,
  proposalLineSchema,
  revealedContactSchema,
  savedViewSchema,
  supplySchema,
} from './sheets.ts';
import { pointContract, snapshotMainContract } from './snapshot-contract.ts';
import { changeSchema, syncStateSchema } from './sync-state.ts';
import { facetSchema, filterSchema, tablePageSchema, tableQuerySchema, tableRowSchema } from './table-query.ts';
import { workspaceContract } from './workspace-contract.ts';

const id = z.string().min(1).max(64);
const base = oc.errors(FAILURES);
const missionId = id.nullable();

/** Answered by the engine: the data. */
export const engineContract = {
  sync: {
    state: base.output(syncStateSchema),
    changes: base.output(eventIterator(changeSchema)),
    pause: base.input(z.strictObject({ paused: z.boolean() })).output(z.void()),
    now: base.output(z.void()),
  },
  missions: {
    page: base.input(tableQuerySchema).output(tablePageSchema),
    facet: base
      .input(
        z.strictObject({
          column: z.string().max(40),
          filters: z.array(filterSchema).max(40),
          search: z.string().max(100),
        }),
      )
      .output(facetSchema),
    /** All that a query finds, as a handle; for "select all 1,834". */
    choose: base.input(tableQuerySchema).output(chosenSetSchema),
    sheet: base.input(z.strictObject({ id })).output(missionSheetSchema),
  },
  candidates: {
    /** With a mission: only those that match it, ranked; without: free exploration. */
    page: base.input(z.strictObject({ missionId, query: tableQuerySchema })).output(tablePageSchema),
    facet: base
      .input(
        z.strictObject({
          missionId,
          column: z.string().max(40),
          filters: z.array(filterSchema).max(40),
          search: z.string().max(100),
        }),
      )
      .output(facetSchema),
    choose: base.input(z.strictObject({ missionId, query: tableQuerySchema })).output(chosenSetSchema),
    sheet: base.input(z.strictObject({ id, missionId })).output(candidateSheetSchema),
    supply: base.input(z.strictObject({ missionId: id })).output(supplySchema),
    revealContact: base
      .input(z.strictObject({ id, missionId, reason: z.string().min(1).max(64) }))
      .output(revealedContactSchema),
  },
  accounts: accountsContract,
  board: boardContract,
  point: pointContract,
  followUp: followUpContract,
  journal: journalContract,
  nation: nationContract,
  ...arbitrationContract,
  ...mapEngineContract,
  blocked: {
    /** People contacted or proposed too long, oldest first (UX 6; FEATURES D1). */
    list: base.output(
      z.strictObject({
        revision: z.int(),
        proposals: z.array(
          proposalLineSchema.extend({
            hours: z.number(),
            level: z.enum(['reminder', 'blocked', 'waiting']),
            remindedAt: z.string().nullable(),
            establishmentId: z.string(),
            establishmentPhone: z.string().nullable(),
          }),
        ),
        establishments: z.array(z.strictObject({ id, name: z.string(), holding: z.int(), medianHours: z.number() })),
      }),
    ),
  },
  crisis: {
    list: base.output(
      z.strictObject({ revision: z.int(), lines: z.array(crisisLineSchema), grants: z.array(tableRowSchema) }),
    ),
  },
  decisions: {
    preview: base.input(previewRequestSchema).output(previewSchema),
    commit: base
      .input(z.strictObject({ previewId: id, reason: z.string().trim().max(500).nullable() }))
      .output(z.strictObject({ batchId: id, committed: z.int() })),
    report: base.input(z.strictObject({ batchId: id })).output(batchReportSchema),
    undo: base
      .input(z.strictObject({ batchId: id }))
      .output(z.strictObject({ withdrawn: z.int(), compensating: z.int(), refused: z.array(z.string()) })),
    /** The newest batch of this session that can still be undone. */
    lastUndoable: base.output(z.strictObject({ batchId: id.nullable(), title: z.string().nullable() })),
  },
  outbox: {
    list: base
      .input(
        z.strictObject({
          only: z.enum(['open', 'settled', 'all']),
          offset: z.int().min(0),
          limit: z.int().min(1).max(200),
        }),
      )
      .output(z.strictObject({ total: z.int(), lines: z.array(outboxLineSchema) })),
    conflict: base.input(z.strictObject({ commandId: id })).output(conflictSchema),
    /** Keep mine (a new command over theirs), or keep theirs (withdraw mine). */
    resolve: base.input(z.strictObject({ commandId: id, keep: z.enum(['mine', 'theirs']) })).output(z.void()),
    withdraw: base.input(z.strictObject({ commandId: id })).output(z.void()),
    acknowledge: base.input(z.strictObject({ commandId: id })).output(z.void()),
    /** Every undelivered decision as text that another workstation or a person can read. */
    export: base.output(z.strictObject({ fileName: z.string(), text: z.string() })),
  },
  directory: {
    regulators: base.output(z.array(z.strictObject({ id, name: z.string(), agency: z.int().nullable() }))),
    /** What names an establishment: for links, and for a queue of its missions. */
    establishment: base
      .input(z.strictObject({ id }))
      .output(z.strictObject({ name: z.string(), number: z.string().nullable() })),
    /** Palette: missions, candidates, establishments by a piece of their name, number, FINESS or place. */
    search: base.input(z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50) })).output(
      z.array(
        z.strictObject({
          kind: z.enum(['mission', 'candidate', 'establishment']),
          id,
          label: z.string(),
          detail: z.string(),
        }),
      ),
    ),
  },
  exports: exportContract,
  documents: documentContract,
  views: {
    list: base.input(z.strictObject({ window: z.string().max(40) })).output(z.array(savedViewSchema)),
    save: base.input(savedViewSchema).output(z.void()),
    remove: base.input(z.strictObject({ id })).output(z.void()),
  },
} as const;

/** Answered by the main process itself: windows, session, selection. */
export const mainContract = {
  lock: lockContract,
  session: {
    signIn: base.output(z.void()),
    /** Says how many decisions stay undelivered. */
    signOut: base.output(z.strictObject({ kept: z.int() })),
  },
  selection: {
    current: base.output(selectionSchema),
    follow: base.output(eventIterator(selectionSchema)),
    change: base.input(selectionSchema.omit({ revision: true })).output(z.void()),
  },
  windows: {
    /** `state` opens it as if it had remembered that: filters of a drill-down. */
    open: base
      .input(
        z.strictObject({
          window: z.string().max(40),
          subjectId: id.nullable(),
          state: z.string().max(20_000).optional(),
        }),
      )
      .output(z.void()),
    list: base.output(z.array(z.strictObject({ id, window: z.string(), title: z.string() }))),
    focus: base.input(z.strictObject({ id })).output(z.void()),
    /** The window's own remembered state: filters, columns, widths. */
    remember: base.input(z.strictObject({ state: z.string().max(50_000) })).output(z.void()),
    recall: base.output(
      z.strictObject({ id, window: z.string(), state: z.string().nullable(), subjectId: z.string().nullable() }),
    ),
  },
  workspace: workspaceContract,
  ...snapshotMainContract,
  ...presenceContract,
  settings: {
    read: base.output(
      z.strictObject({
        server: z.string(),
        host: z.enum(['electron', 'chromium']),
        secretStore: z.string(),
        databaseBytes: z.int(),
        version: z.string(),
        theme: z.enum(['auto', 'light', 'dark']),
        /** Deciding on data older than so many minutes asks once more. */
        staleMinutes: z.int(),
        managed: z.array(z.string()),
        attributions: z.string(),
      }),
    ),
    /** What is absent stays as it is. */
    change: base
      .input(
        z.strictObject({
          theme: z.enum(['auto', 'light', 'dark']).optional(),
          staleMinutes: z.int().min(5).max(240).optional(),
        }),
      )
      .output(z.void()),
  },
  ...mapMainContract,
  /** Save text the window shows (outbox export, TSV): main asks where. */
  files: {
    save: base
      .input(z.strictObject({ fileName: z.string().max(120), text: z.string().max(20_000_000) }))
      .output(z.strictObject({ saved: z.boolean() })),
    /** A file that the engine made (an export, a document): its bytes never pass through a page. */
    saveMade: base.input(z.strictObject({ fileId: id })).output(z.strictObject({ saved: z.boolean() })),
  },
} as const;

export const deskContract = { ...engineContract, ...mainContract } as const;
