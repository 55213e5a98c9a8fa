/** The engine's answers about snapshots, to the main process alone. */
import { randomBytes } from 'node:crypto';
import { implement } from '@orpc/server';
import { failure } from '../../rpc/failure.ts';
import { createPseudonyms } from '../../snapshots/content/pseudonyms.ts';
import { requireApproval } from '../../snapshots/format/approval.ts';
import { readSigningKey } from '../../snapshots/format/signing-key.ts';
import { SnapshotFault } from '../../snapshots/format/snapshot-fault.ts';
import { readTrust } from '../../snapshots/format/trust-list.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import { createChangeTable } from './change-table.ts';
import { describeComparison, openForComparison } from './comparing.ts';
import type { BeforeExport } from './export-jobs.ts';
import { createExportJobs } from './export-jobs.ts';
import { fetchJournal } from './fetch-journal.ts';
import { SMALLEST_GROUP } from './gather-people.ts';
import type { HeldComparison } from './held-comparison.ts';
import { exportRefusal } from './may-export.ts';
import { openReview } from './open-review.ts';
import { createReceivedFiles } from './received-files.ts';
import { regulationPoint } from './regulation-point.ts';
import { reviewInfo } from './review-info.ts';
import { keyOfSeries, listSeries, seriesNamed } from './series.ts';
import type { RegisterVisit } from './signing-register.ts';
import { meetRegister, revokeInRegister } from './signing-register.ts';
import type { ExportOrder } from './snapshot-control.ts';
import { snapshotControlContract } from './snapshot-control.ts';
import { writeFigures } from './write-figures.ts';

const KEY_BYTES = 32;
/** Whole groups of base64: each part can be read by itself. */
const PART_BYTES = 768 * 1024;

function refusedWith(error: unknown): { ok: false; code: string; message: string } {
  if (!(error instanceof SnapshotFault)) throw error;
  return { ok: false, code: error.code, message: error.message };
}

/** The key that signs, wiped once it was read. */
function signingKeyOf(secret: string) {
  const bytes = new Uint8Array(Buffer.from(secret, 'base64'));
  const key = readSigningKey(bytes);
  bytes.fill(0);
  return key;
}

export function snapshotHandlers(context: EngineContext, comparison: HeldComparison) {
  const control = implement(snapshotControlContract);
  const { parts } = context;
  const jobs = createExportJobs(parts.turns, (error) =>
    context.log('engine.export-fault', { code: error instanceof Error ? error.name : typeof error }),
  );
  const files = createReceivedFiles();
  const store = () => requireDesk(context).store;

  /** Null while nobody is signed in. */
  function visitOf(desk: OpenDesk | null): RegisterVisit | null {
    const [client, person] = [desk?.client() ?? null, desk?.person() ?? null];
    return client && person && { client, person, makeId: parts.makeId, clock: parts.clock };
  }

  async function figuresOf(desk: OpenDesk, { kind, request }: ExportOrder): Promise<readonly WrittenPart[]> {
    if (kind !== 'regulation-point') return [];
    await Promise.all([desk.image.loaded('mission'), desk.image.loaded('candidate')]);
    return [await writeFigures(regulationPoint(desk).rows, request.nominative ? 0 : SMALLEST_GROUP)];
  }

  /** Asked of the service before the base is read. */
  function journalOf(desk: OpenDesk, request: ExportOrder['request'], key: Uint8Array): BeforeExport | undefined {
    if (!request.content.includes('journal')) return undefined;
    const pseudonyms = createPseudonyms(key);
    return async (job, signal) => {
      const { part, message } = await fetchJournal(job, desk, request, pseudonyms, signal);
      return { parts: part === null ? [] : [part], message };
    };
  }

  async function start(order: ExportOrder): Promise<string> {
    const desk = requireDesk(context);
    const { request, approval, signer, staysHere, ...rest } = order;
    const refusal = exportRefusal(desk.person(), request, staysHere);
    if (refusal !== null) throw failure('not-allowed', { message: refusal });
    const signingKey = signingKeyOf(signer);
    if (!staysHere) requireAgreement(order, signingKey.id);
    const pseudonymKey = request.series === null ? null : keyOfSeries(desk.store, request.series.id);
    const key = pseudonymKey ?? new Uint8Array(randomBytes(KEY_BYTES));
    const exportId = parts.makeId();
    const { kind, nominative } = { kind: order.kind, nominative: request.nominative };
    // Who takes how much is kept in the log; never what.
    context.log(staysHere ? 'compare.present' : 'export.snapshot', {
      kind,
      nominative,
      content: request.content.join(' '),
      purpose: request.purpose,
    });
    jobs.start(
      exportId,
      desk.store,
      {
        ...rest,
        id: exportId,
        request,
        approval,
        takenAt: new Date(parts.clock()).toISOString(),
        pseudonymKey: key,
        signingKey,
        moreParts: await figuresOf(desk, order),
      },
      journalOf(desk, request, key),
    );
    return exportId;
  }

  return {
    series: control.series.handler(() => listSeries(store()).map(({ id, name }) => ({ id, name }))),
    seriesNamed: control.seriesNamed.handler(({ input }) => {
      const at = new Date(parts.clock()).toISOString();
      const make = { id: parts.makeId, at, randomBytes: (count: number) => new Uint8Array(randomBytes(count)) };
      const { id, name } = seriesNamed(store(), input.name, make);
      return { id, name };
    }),
    exportStart: control.exportStart.handler(async ({ input }) => ({ exportId: await start(input) })),
    exportState: control.exportState.handler(({ input }) => jobs.state(input.exportId)),
    exportStop: control.exportStop.handler(({ input }) => jobs.stop(input.exportId)),
    exportTake: control.exportTake.handler(async function* ({ input }) {
      const bytes = Buffer.concat(jobs.take(input.exportId) ?? []);
      for (let at = 0; at < bytes.byteLength; at += PART_BYTES)
        yield bytes.subarray(at, at + PART_BYTES).toString('base64');
    }),
    meetRegister: control.meetRegister.handler(async ({ input }) => {
      const visit = visitOf(context.desk());
      return visit && meetRegister(visit, input);
    }),
    revokeInRegister: control.revokeInRegister.handler(({ input: { keyId, reason } }) => {
      const visit = visitOf(requireDesk(context));
      if (visit === null) throw failure('signed-out');
      return revokeInRegister(visit, keyId, reason);
    }),
    receive: control.receive.handler(({ input }) => files.receive(input.fileId, input.part)),
    openReview: control.openReview.handler(async ({ input: { fileId, reviewId, check } }) => {
      try {
        const { store: opened, read, journal } = await openReview(files.stream(fileId), check, parts.turns);
        const info = reviewInfo(reviewId, read);
        files.forget(fileId);
        await context.openReview(opened, read, journal);
        return { ok: true as const, info, request: read.manifest.request };
      } catch (error) {
        return refusedWith(error);
      }
    }),
    compare: control.compare.handler(async ({ input: { comparisonId, before, after } }) => {
      try {
        const first = await openForComparison(files.stream(before.fileId), before.check, parts.turns);
        const second = await openForComparison(files.stream(after.fileId), after.check, parts.turns);
        const { told, comparison: compared } = describeComparison(comparisonId, first, second);
        comparison.hold(await createChangeTable(parts.turns, compared.lines));
        return { ok: true as const, comparison: told };
      } catch (error) {
        return refusedWith(error);
      }
    }),
    changes: control.changes.handler(({ input: { figure, query } }) => comparison.table().page(figure, query)),
    changeFacet: control.changeFacet.handler(({ input: { figure, ...question } }) =>
      comparison.table().facet(figure, question),
    ),
  };
}

/** A file that nobody could open is not made. */
function requireAgreement({ request, approval, trust }: ExportOrder, keyId: string): void {
  try {
    requireApproval({ request, approval, keyId }, readTrust(trust));
  } catch (error) {
    throw failure('not-allowed', { message: error instanceof Error ? error.message : '' });
  }
}
