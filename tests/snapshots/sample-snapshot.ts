/** Snapshots made in tests: small, signed by test keys, of any shape that a test asks for. */
import type { Value } from '../../src-main/snapshots/format/block.ts';
import type { PartColumn, SnapshotRequest } from '../../src-main/snapshots/format/manifest.ts';
import type { Seal } from '../../src-main/snapshots/format/seal.ts';
import { sealStream } from '../../src-main/snapshots/format/seal.ts';
import type { SigningKey } from '../../src-main/snapshots/format/signing-key.ts';
import { makeSigningSecret, readSigningKey } from '../../src-main/snapshots/format/signing-key.ts';
import type { Trust, TrustList } from '../../src-main/snapshots/format/trust-list.ts';
import { readTrust } from '../../src-main/snapshots/format/trust-list.ts';
import type { ManifestFacts } from '../../src-main/snapshots/format/write-container.ts';
import { writeContainer } from '../../src-main/snapshots/format/write-container.ts';
import { createPartWriter } from '../../src-main/snapshots/format/write-part.ts';

export const NOW = Date.UTC(2020, 10, 15, 12);
/** Fast, and only for tests. */
export const TEST_WORK = 10;

export const SIGNER: SigningKey = readSigningKey(makeSigningSecret());
export const COLLEAGUE: SigningKey = readSigningKey(makeSigningSecret());

export const trustIn = (...keys: readonly SigningKey[]): TrustList => ({
  date: '2020-11-14T00:00:00.000Z',
  signers: keys.map(({ publicKey }, index) => ({ publicKey, owner: `ARS de démonstration ${index + 1}` })),
  revoked: [],
});
export const TRUST: Trust = readTrust(trustIn(SIGNER, COLLEAGUE));

export const AUTHOR = { id: 'r-1', name: 'Régulatrice Fictive', role: 'ars-lead', agency: 6 };
export const SECOND = { id: 'r-2', name: 'Régulateur Inventé', role: 'ars-lead', agency: 6 };

export const REQUEST: SnapshotRequest = {
  id: 'request-1',
  scope: { agency: 6, departements: [], professions: [], from: null, until: null },
  content: ['missions', 'candidates'],
  nominative: false,
  purpose: 'night-shift',
  purposeText: 'Relève de nuit',
  recipients: ['Équipe de nuit'],
  series: { id: 'series-1', name: 'Cellule Grand-Est' },
  expiresAt: '2020-12-15T00:00:00.000Z',
  author: AUTHOR,
};

export const FACTS: ManifestFacts = {
  id: 'snapshot-1',
  kind: 'cell-state',
  request: REQUEST,
  approval: null,
  takenAt: '2020-11-15T11:30:00.000Z',
  revision: 42,
  smallest: 5,
  withheld: 0,
  application: 'renfort-regulation 0.1.0',
};

export const COLUMNS: readonly PartColumn[] = [
  { name: 'id', type: 'text', nullable: false },
  { name: 'profession', type: 'text', nullable: true },
  { name: 'headcount', type: 'integer', nullable: false },
  { name: 'latitude', type: 'real', nullable: true },
  { name: 'ehpad', type: 'flag', nullable: false },
];

export type Row = Readonly<Record<string, Value>>;

export const sampleRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `m-${index}`,
    profession: index % 3 === 0 ? null : 'aide-soignant',
    headcount: index % 7,
    latitude: index % 2 === 0 ? null : 48.5 + index / 1000,
    ehpad: index % 2,
  }));

export async function containerOf(
  rows: readonly Row[] = sampleRows(50),
  facts: Partial<ManifestFacts> = {},
  key: SigningKey = SIGNER,
  columns: readonly PartColumn[] = COLUMNS,
): Promise<Uint8Array> {
  const writer = createPartWriter('mission', columns);
  for (const row of rows) await writer.add(row);
  const part = await writer.end();
  return new Uint8Array(Buffer.concat(writeContainer({ ...FACTS, ...facts }, [part], key)));
}

export async function* streamOf(bytes: Uint8Array, size = 7_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

export async function sealed(container: Uint8Array, seal: Seal): Promise<Uint8Array> {
  const stream = await sealStream(new Blob([Buffer.from(container)]).stream() as ReadableStream<Uint8Array>, seal);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
