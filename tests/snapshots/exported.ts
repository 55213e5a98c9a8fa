/** Exports a base as the engine does, and reads it back. */
import { randomBytes } from 'node:crypto';
import type { ExportJob } from '../../src-main/engine/snapshots/export-job.ts';
import type { SnapshotOrder } from '../../src-main/engine/snapshots/make-snapshot.ts';
import { makeSnapshot } from '../../src-main/engine/snapshots/make-snapshot.ts';
import type { SnapshotManifest, SnapshotRequest } from '../../src-main/snapshots/format/manifest.ts';
import { openSnapshot } from '../../src-main/snapshots/format/open-snapshot.ts';
import { NO_KEYS } from '../../src-main/snapshots/format/unseal.ts';
import type { Store } from '../../src-main/store/store.ts';
import type { Row } from './sample-snapshot.ts';
import { NOW, REQUEST, SIGNER, streamOf, TRUST } from './sample-snapshot.ts';

export const WHOLE: SnapshotRequest = {
  ...REQUEST,
  scope: { agency: null, departements: [], professions: [], from: null, until: null },
  content: ['missions', 'candidates', 'proposals', 'openings', 'journal'],
};

export const job = (patch: Partial<ExportJob> = {}): ExportJob => ({
  turns: { later: async () => undefined, stopwatch: () => 0 },
  isStopped: () => false,
  onRows: () => undefined,
  onTotal: () => undefined,
  ...patch,
});

export const orderOf = (patch: Partial<SnapshotOrder> = {}): SnapshotOrder => ({
  id: 'snapshot-1',
  kind: 'cell-state',
  request: WHOLE,
  approval: null,
  takenAt: new Date(NOW).toISOString(),
  application: 'renfort-regulation 0.1.0',
  pseudonymKey: new Uint8Array(randomBytes(32)),
  signingKey: SIGNER,
  seal: null,
  moreParts: [],
  ...patch,
});

export async function exported(store: Store, patch: Partial<SnapshotOrder> = {}): Promise<Uint8Array> {
  const { pieces } = await makeSnapshot(job(), store.readInstant(), orderOf(patch));
  return new Uint8Array(Buffer.concat(pieces));
}

export interface ReadBack {
  readonly manifest: SnapshotManifest;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Everything that is written in it, inflated. */
  readonly text: string;
}

export async function readBack(bytes: Uint8Array): Promise<ReadBack> {
  const rows: Record<string, Row[]> = {};
  const texts: string[] = [];
  const { manifest } = await openSnapshot(streamOf(bytes), NO_KEYS, {
    trust: TRUST,
    now: NOW,
    expiredOpens: false,
    onBlock(part, block) {
      texts.push(JSON.stringify(block));
      const list = rows[part.name] ?? [];
      rows[part.name] = list;
      for (let index = 0; index < (block[0]?.length ?? 0); index += 1)
        list.push(Object.fromEntries(part.columns.map(({ name }, at) => [name, block[at]?.[index] ?? null])));
    },
  });
  return { manifest, rows, text: `${JSON.stringify(manifest)}\n${texts.join('\n')}` };
}
