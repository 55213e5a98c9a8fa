/** Everything that the main process does with exported snapshots, put together. */
import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Compared, OpenedReview } from '../../../contract/app/snapshot-contract.ts';
import type { Host } from '../../host/host.ts';
import type { EngineRoom } from '../../rpc/engine-room.ts';
import { failure } from '../../rpc/failure.ts';
import { createSealedFile } from '../../settings/sealed-file.ts';
import { openFileStream } from '../format/file-stream.ts';
import type { SnapshotRequest } from '../format/manifest.ts';
import type { ArchivedPoint } from './archived-points.ts';
import { createArchivedPoints } from './archived-points.ts';
import type { ExportDesk } from './export-desk.ts';
import { createExportDesk } from './export-desk.ts';
import type { ReceivedParts } from './received-parts.ts';
import { createReceivedParts } from './received-parts.ts';
import type { CheckedFile, Reviews } from './reviews.ts';
import { createReviews } from './reviews.ts';
import type { SigningRegister } from './signing-register.ts';
import { createSigningRegister } from './signing-register.ts';
import type { SnapshotKeys } from './snapshot-keys.ts';
import { createSnapshotKeys } from './snapshot-keys.ts';
import type { TrustKeeper } from './trust-keeper.ts';
import { createTrustKeeper } from './trust-keeper.ts';

export interface SnapshotDeskParts {
  readonly host: Pick<Host, 'secrets' | 'dataFolder' | 'saveFile'>;
  readonly room: EngineRoom;
  /** A new engine that holds nothing. */
  readonly makeRoom: () => EngineRoom;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly later: (ms: number, work: () => void) => () => void;
  readonly version: string;
}

export interface SnapshotDesk {
  readonly keys: SnapshotKeys;
  readonly trust: TrustKeeper;
  readonly exports: ExportDesk;
  readonly register: SigningRegister;
  readonly reviews: Reviews;
  readonly received: ReceivedParts;
  series(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  openReceived(fileId: string, passphrase: string | null): Promise<OpenedReview>;
  /** Keeps a file opened from outside, by a double click or the command line, for the window that opens it. @throws SnapshotFault */
  offer(path: string): Promise<void>;
  offered(): { readonly fileId: string; readonly name: string } | null;
  openBytes(bytes: Uint8Array, passphrase: string | null): Promise<OpenedReview>;
  compare(before: string, after: string | null): Promise<Compared>;
  points(): Promise<readonly ArchivedPoint[]>;
  archivePoint(): Promise<string>;
  openPoint(pointId: string): Promise<OpenedReview>;
  stop(): void;
}

const ASKS_ANOTHER_KEY: ReadonlySet<string> = new Set(['key-needed', 'wrong-key']);
const POINT_SERIES = 'Points de régulation';
const POINT_YEARS = 2;

export function createSnapshotDesk(parts: SnapshotDeskParts): SnapshotDesk {
  const { host, room, clock, newId, later, version } = parts;
  const wait = (ms: number) => new Promise<void>((resolve) => void later(ms, resolve));
  const keys = createSnapshotKeys(host.secrets);
  const trust = createTrustKeeper({
    file: createSealedFile(join(host.dataFolder, 'signataires'), host.secrets, 'signataires'),
    policyPath: join(host.dataFolder, 'signataires.json'),
    ownKey: () => keys.signingKey(),
    clock,
  });
  const exports = createExportDesk({ room, keys, trust, clock, newId, version, saveFile: host.saveFile, wait });
  const reviews = createReviews({ makeRoom: parts.makeRoom, newId, later });
  const register = createSigningRegister({ engine: room.client, keys, trust, person: exports.person, clock });
  /** What is believed of a file is as fresh as the network allows; without one, as it is kept. */
  const meetRegister = () => register.meet().catch(() => undefined);
  const received = createReceivedParts();
  const points = createArchivedPoints(join(host.dataFolder, 'points'));

  const state = { offered: null as { readonly fileId: string; readonly name: string } | null };

  async function checked(bytes: Uint8Array, passphrase: string | null): Promise<CheckedFile> {
    await meetRegister();
    const check = {
      trust: await trust.list(),
      identities: [await keys.identity()],
      passphrase,
      now: await trust.now(),
      agreementAsked: true,
    };
    return { bytes, check };
  }
  const openBytes = async (bytes: Uint8Array, passphrase: string | null) =>
    reviews.open(await checked(bytes, passphrase));

  /** The present, asked as the other was, so that the two compare. */
  async function present(like: SnapshotRequest): Promise<CheckedFile> {
    const author = await exports.person();
    if (author === null) throw failure('signed-out', { message: 'Connectez-vous pour comparer avec le présent.' });
    const expiresAt = new Date(clock() + 86_400_000).toISOString();
    // Pseudonyms of a series whose key is on another workstation cannot be made here: people are then counted, not followed.
    const known = await room.client.snapshotControl.series();
    const series = known.some(({ id }) => id === like.series?.id) ? like.series : null;
    const request = { ...like, id: newId(), author, expiresAt, series };
    const bytes = await exports.make({ kind: 'cell-state', request, seal: null, staysHere: true });
    const { check } = await checked(bytes, null);
    return { bytes, check: { ...check, agreementAsked: false } };
  }

  async function pointRequest(): Promise<SnapshotRequest> {
    const author = await exports.person();
    if (author === null) throw failure('signed-out');
    const expires = new Date(clock());
    expires.setUTCFullYear(expires.getUTCFullYear() + POINT_YEARS);
    return {
      id: newId(),
      scope: { agency: author.agency, departements: [], professions: [], from: null, until: null },
      content: ['missions', 'candidates', 'openings'],
      nominative: false,
      purpose: 'regulation-point',
      purposeText: 'Point de régulation du jour',
      recipients: ['Ce poste'],
      series: await room.client.snapshotControl.seriesNamed({ name: POINT_SERIES }),
      expiresAt: expires.toISOString(),
      author,
    };
  }

  return {
    keys,
    trust,
    exports,
    register,
    reviews,
    received,
    series: async () => room.client.snapshotControl.series().catch(() => []),
    async openReceived(fileId, passphrase) {
      const answer = await openBytes(received.read(fileId), passphrase);
      // Another key may open it: the file need not be chosen again.
      if (answer.opened || !ASKS_ANOTHER_KEY.has(answer.code)) received.forget(fileId);
      if (state.offered?.fileId === fileId && answer.opened) state.offered = null;
      return answer;
    },
    async offer(path) {
      const fileId = randomUUID();
      received.keep(fileId, await readSnapshotFile(path));
      state.offered = { fileId, name: basename(path) };
    },
    offered: () => state.offered,
    openBytes,
    async compare(before, after) {
      const first = reviews.get(before);
      const second = after === null ? null : reviews.get(after);
      if (first === null || (after !== null && second === null))
        throw failure('not-found', { message: 'Cet instantané n’est plus ouvert.' });
      return reviews.compare(first.file, second?.file ?? (await present(first.request)));
    },
    points: () => points.list(),
    async archivePoint() {
      const request = await pointRequest();
      const seal = { type: 'recipients' as const, recipients: [await keys.recipient()] };
      const bytes = await exports.make({ kind: 'regulation-point', request, seal, staysHere: false });
      await points.keep(request.id, new Date(clock()).toISOString(), bytes);
      return request.id;
    },
    async openPoint(pointId) {
      const bytes = await points.read(pointId);
      if (bytes === null) throw failure('not-found', { message: 'Ce point n’est plus sur ce poste.' });
      return openBytes(bytes, null);
    },
    stop: () => reviews.stop(),
  };
}

async function readSnapshotFile(path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await openFileStream(path)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
