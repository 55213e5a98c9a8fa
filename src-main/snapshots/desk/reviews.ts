/**
 * Snapshots that are open: each in an engine of its own, which holds nothing else, reaches nothing, and can be ended at any
 * time. The live base is never in the same process.
 *
 * ```
 *   bytes ─▶ new engine ─▶ proved? ──no──▶ ended, its code told
 *                            └─yes─▶ open ─▶ windows ask it ─▶ closed      an engine that dies is fed again
 * ```
 */
import type { Compared, OpenedReview, ReviewInfo } from '../../../contract/app/snapshot-contract.ts';
import type { FileCheck } from '../../engine/snapshots/snapshot-control.ts';
import type { EngineRoom } from '../../rpc/engine-room.ts';
import { failure } from '../../rpc/failure.ts';
import type { SharedSelection } from '../../windows/shared-selection.ts';
import { createSharedSelection } from '../../windows/shared-selection.ts';
import type { SnapshotRequest } from '../format/manifest.ts';
import { SNAPSHOT_FAULTS } from '../format/snapshot-fault.ts';
import { giveFile } from './engine-file.ts';

/** A file with what opens it. */
export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly check: FileCheck;
}

export interface Review {
  readonly info: ReviewInfo;
  readonly request: SnapshotRequest;
  readonly room: EngineRoom;
  readonly selection: SharedSelection;
  readonly file: CheckedFile;
}

export interface Reviews {
  open(file: CheckedFile): Promise<OpenedReview>;
  list(): readonly ReviewInfo[];
  get(reviewId: string): Review | null;
  close(reviewId: string): void;
  compare(before: CheckedFile, after: CheckedFile): Promise<Compared>;
  /** The engine that holds a comparison. @throws the failure 'not-found' when it is no longer open */
  comparison(comparisonId: string): EngineRoom;
  comparisonRooms(): readonly EngineRoom[];
  /** Null when nothing was asked about a comparison. @throws the failure 'not-found' */
  roomOfComparison(comparisonId: string | null): EngineRoom | null;
  stop(): void;
}

export interface ReviewsParts {
  readonly makeRoom: () => EngineRoom;
  readonly newId: () => string;
  readonly later: (ms: number, work: () => void) => () => void;
}

const MOST_OPEN = 6;
const MOST_COMPARISONS = 2;
/** Whatever takes longer is not a snapshot of ours: the process is ended (TRUST S26). */
const PATIENCE_MS = 120_000;
const FILE = 'file';

export function createReviews({ makeRoom, newId, later }: ReviewsParts): Reviews {
  const open = new Map<string, Review>();
  const comparisons = new Map<string, EngineRoom>();

  async function within<Answer>(room: EngineRoom, work: Promise<Answer>): Promise<Answer | null> {
    const state = { late: false };
    const cancel = later(PATIENCE_MS, () => {
      state.late = true;
      room.stop();
    });
    try {
      return await work;
    } catch (error) {
      if (state.late) return null;
      room.stop();
      throw error;
    } finally {
      cancel();
    }
  }

  async function openIn(room: EngineRoom, reviewId: string, { bytes, check }: CheckedFile) {
    await giveFile(room.client, FILE, bytes);
    return room.client.snapshotControl.openReview({ fileId: FILE, reviewId, check });
  }

  async function startRoom(): Promise<EngineRoom> {
    const room = makeRoom();
    await room.start();
    return room;
  }

  function comparison(comparisonId: string): EngineRoom {
    const room = comparisons.get(comparisonId);
    if (room === undefined)
      throw failure('not-found', { message: 'Cette comparaison n’est plus ouverte : relancez-la.' });
    return room;
  }

  const tooLarge = { code: 'too-large', message: SNAPSHOT_FAULTS['too-large'].message };

  return {
    async open(file) {
      if (open.size >= MOST_OPEN)
        throw failure('not-allowed', { message: 'Six instantanés sont déjà ouverts : fermez-en un.' });
      const room = await startRoom();
      const reviewId = newId();
      const opened = await within(room, openIn(room, reviewId, file));
      if (opened === null) return { opened: false, ...tooLarge };
      if (!opened.ok) {
        room.stop();
        return { opened: false, code: opened.code, message: opened.message };
      }
      const { info, request } = opened;
      open.set(reviewId, { info, request, room, selection: createSharedSelection(), file });
      room.onStarted(async () => void (await openIn(room, reviewId, file)));
      return { opened: true, info };
    },
    list: () => [...open.values()].map(({ info }) => info),
    get: (reviewId) => open.get(reviewId) ?? null,
    close(reviewId) {
      open.get(reviewId)?.room.stop();
      open.delete(reviewId);
    },
    async compare(before, after) {
      for (const [id, room] of [...comparisons].slice(0, Math.max(0, comparisons.size - MOST_COMPARISONS + 1))) {
        room.stop();
        comparisons.delete(id);
      }
      const room = await startRoom();
      const comparisonId = newId();
      const work = async () => {
        await giveFile(room.client, 'before', before.bytes);
        await giveFile(room.client, 'after', after.bytes);
        return room.client.snapshotControl.compare({
          comparisonId,
          before: { fileId: 'before', check: before.check },
          after: { fileId: 'after', check: after.check },
        });
      };
      const told = await within(room, work());
      if (told?.ok === true) {
        comparisons.set(comparisonId, room);
        return { compared: true, comparison: told.comparison };
      }
      room.stop();
      return { compared: false, code: told?.code ?? tooLarge.code, message: told?.message ?? tooLarge.message };
    },
    comparison,
    comparisonRooms: () => [...comparisons.values()],
    roomOfComparison: (comparisonId) => (comparisonId === null ? null : comparison(comparisonId)),
    stop() {
      for (const { room } of open.values()) room.stop();
      for (const room of comparisons.values()) room.stop();
      open.clear();
      comparisons.clear();
    },
  };
}
