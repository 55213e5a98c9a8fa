/** From the base to a file: one instant read, parts written, manifest signed, all of it sealed. Gives way throughout. */
import { createPseudonyms } from '../../snapshots/content/pseudonyms.ts';
import type { Approval, SnapshotManifest, SnapshotRequest } from '../../snapshots/format/manifest.ts';
import type { Seal } from '../../snapshots/format/seal.ts';
import { sealStream } from '../../snapshots/format/seal.ts';
import type { SigningKey } from '../../snapshots/format/signing-key.ts';
import { writeContainer } from '../../snapshots/format/write-container.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import type { Instant } from '../../store/open-instant.ts';
import { countRows } from '../../store/queries/export-rows.ts';
import type { ExportJob } from './export-job.ts';
import { ExportStopped } from './export-job.ts';
import { gatherParts } from './gather-parts.ts';
import { SMALLEST_GROUP } from './gather-people.ts';

/** Given as it is to the thread that makes the snapshot: data and keys, never a function. */
export interface SnapshotOrder {
  readonly id: string;
  readonly kind: SnapshotManifest['kind'];
  readonly request: SnapshotRequest;
  readonly approval: Approval | null;
  readonly takenAt: string;
  readonly application: string;
  /** Of the series, or fresh random bytes: 32. */
  readonly pseudonymKey: Uint8Array;
  readonly signingKey: SigningKey;
  /** Null: the bare container, which stays on this machine. */
  readonly seal: Seal | null;
  /** More parts than rows of the nation: the service's journal, the figures of the regulation point. */
  readonly moreParts: readonly WrittenPart[];
}

export interface MadeSnapshot {
  /** Of the file, in order. */
  readonly pieces: readonly Uint8Array[];
  readonly withheld: number;
}

/** How much is encrypted in one go. */
const PIECE_BYTES = 256 * 1024;

function* inPieces(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const piece of pieces)
    for (let at = 0; at < piece.byteLength; at += PIECE_BYTES) yield piece.subarray(at, at + PIECE_BYTES);
}

async function* givingWay(job: ExportJob, pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of inPieces(pieces)) {
    await job.turns.later(0);
    if (job.isStopped()) throw new ExportStopped();
    yield piece;
  }
}

async function sealAll(job: ExportJob, pieces: readonly Uint8Array[], seal: Seal): Promise<Uint8Array[]> {
  const content = ReadableStream.from(givingWay(job, pieces)) as ReadableStream<Uint8Array>;
  const sealed: Uint8Array[] = [];
  for await (const piece of (await sealStream(content, seal)) as unknown as AsyncIterable<Uint8Array>)
    sealed.push(piece);
  return sealed;
}

/** Volunteers are read, then written; the rest is small beside them. */
const expectedRows = (instant: Instant): number =>
  countRows(instant, 'candidate') * 2 + countRows(instant, 'mission') * 2 + countRows(instant, 'proposal');

/**
 * @param instant closed at the end, whatever happens
 * @param onSealing everything is read: what follows is writing
 * @throws ExportStopped
 */
export async function makeSnapshot(
  job: ExportJob,
  instant: Instant,
  order: SnapshotOrder,
  onSealing: () => void = () => undefined,
): Promise<MadeSnapshot> {
  const { id, kind, request, approval, takenAt, application, pseudonymKey, signingKey, seal, moreParts } = order;
  try {
    job.onTotal(expectedRows(instant));
    const ownActs = moreParts.some(({ part }) => part.name === 'journal') ? 'unsettled' : 'all';
    const { parts, withheld } = await gatherParts(job, instant, request, createPseudonyms(pseudonymKey), ownActs);
    const smallest = request.nominative ? 0 : SMALLEST_GROUP;
    const facts = { id, kind, request, approval, takenAt, revision: instant.revision, smallest, withheld, application };
    const pieces = writeContainer(facts, [...parts, ...moreParts], signingKey);
    onSealing();
    return { pieces: seal === null ? pieces : await sealAll(job, pieces, seal), withheld };
  } finally {
    instant.close();
  }
}
