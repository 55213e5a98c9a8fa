/**
 * Reads a container in one pass, and believes nothing before it is proved (TRUST S20):
 *
 * ```
 *  head ─▶ signer known? ─▶ manifest's signature ─▶ its text parsed ─▶ sizes, dates, agreement ─┐
 *            ┌──────────────────────────────────────────────────────────────────────────────────┘
 *            └▶ for each part: bytes ─▶ SHA-256 as signed? ─▶ inflated under ceilings ─▶ rows checked ─▶ next
 *                                                                                    last ─▶ nothing may follow
 * ```
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../contract/national/canonical-json.ts';
import { requireApproval } from './approval.ts';
import type { Block } from './block.ts';
import { readBlock } from './block.ts';
import type { ByteReader } from './byte-reader.ts';
import { createByteReader } from './byte-reader.ts';
import { HEAD_BYTES, readHead } from './container-head.ts';
import { linesOf } from './inflate-part.ts';
import { LIMITS } from './limits.ts';
import type { Part, SnapshotManifest } from './manifest.ts';
import { FORMAT_VERSION, manifestSchema } from './manifest.ts';
import { isSignedBy } from './signing-key.ts';
import { SnapshotFault } from './snapshot-fault.ts';
import type { Signer, Trust } from './trust-list.ts';

export interface ReadOptions {
  readonly trust: Trust;
  /** Milliseconds since 1970: the highest time that this machine ever knew, so that a clock set back revives nothing (S22). */
  readonly now: number;
  /** An archive past its date opens, read-only and under a banner; else 'expired' is thrown. */
  readonly expiredOpens: boolean;
  /** False for what never left this machine: whoever may see people's names there compares them. Absent: true. */
  readonly agreementAsked?: boolean;
  /** Called once the manifest is proved, before any part is read. */
  readonly onManifest?: (manifest: SnapshotManifest, signer: Signer) => void;
  /** Each block in order; what it returns is awaited, so that a reader may give way. Absent: digests and rows are checked only. */
  readonly onBlock?: (part: Part, block: Block) => Promise<void> | void;
}

export interface ReadSnapshot {
  readonly manifest: SnapshotManifest;
  readonly signer: Signer;
  readonly isExpired: boolean;
}

/** Clocks of two machines may differ by this much. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

async function readManifest(reader: ByteReader, trust: Trust): Promise<{ manifest: SnapshotManifest; signer: Signer }> {
  const head = readHead(await reader.take(HEAD_BYTES));
  const signer = trust.signerOf(head.keyId);
  const bytes = await reader.take(head.manifestBytes);
  if (!isSignedBy(signer.publicKey, bytes, head.signature)) throw new SnapshotFault('bad-signature');
  const manifest = parseManifest(bytes);
  if (manifest.keyId !== head.keyId) throw new SnapshotFault('bad-signature');
  return { manifest, signer };
}

function parseManifest(bytes: Uint8Array): SnapshotManifest {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    throw new SnapshotFault('malformed', null, { cause: error });
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  if (typeof version === 'number' && version > FORMAT_VERSION) throw new SnapshotFault('future-version');
  const parsed = manifestSchema.safeParse(value);
  // Canonical: one text for one manifest, so that no two readers see two different ones in the same bytes.
  if (!parsed.success || canonicalJson(parsed.data) !== text)
    throw new SnapshotFault('malformed', null, { cause: parsed.error });
  return parsed.data;
}

function requireSizes({ parts }: SnapshotManifest): void {
  const names = new Set(parts.map(({ name }) => name));
  if (names.size !== parts.length) throw new SnapshotFault('malformed');
  const inflated = parts.reduce((sum, part) => sum + part.inflated, 0);
  const tooLarge = parts.some(
    ({ bytes, rows, inflated: size }) =>
      bytes > LIMITS.partBytes || rows > LIMITS.rows || (size > 1024 * 1024 && size > bytes * LIMITS.ratio),
  );
  if (tooLarge || inflated > LIMITS.inflatedBytes) throw new SnapshotFault('too-large');
}

async function readPart(reader: ByteReader, part: Part, onBlock: ReadOptions['onBlock']): Promise<void> {
  const bytes = await reader.take(part.bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== part.sha256) throw new SnapshotFault('altered');
  let rows = 0;
  for await (const line of linesOf(part, bytes)) {
    const block = readBlock(part, line);
    rows += block[0]?.length ?? 0;
    if (rows > part.rows) throw new SnapshotFault('malformed');
    await onBlock?.(part, block);
  }
  if (rows !== part.rows) throw new SnapshotFault('malformed');
}

/**
 * @param stream the container, its seal opened
 * @throws SnapshotFault, nothing of what was given to `onBlock` being to be kept
 */
export async function readContainer(stream: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<ReadSnapshot> {
  const { trust, now, expiredOpens, agreementAsked = true, onManifest, onBlock } = options;
  const reader = createByteReader(stream);
  const { manifest, signer } = await readManifest(reader, trust);
  requireSizes(manifest);
  if (Date.parse(manifest.takenAt) > now + CLOCK_TOLERANCE_MS) throw new SnapshotFault('not-yet-valid');
  const isExpired = Date.parse(manifest.request.expiresAt) < now;
  if (isExpired && !expiredOpens) throw new SnapshotFault('expired');
  if (agreementAsked) requireApproval(manifest, trust);
  onManifest?.(manifest, signer);
  for (const part of manifest.parts) await readPart(reader, part, onBlock);
  if (!(await reader.isAtEnd())) throw new SnapshotFault('altered');
  return { manifest, signer, isExpired };
}
