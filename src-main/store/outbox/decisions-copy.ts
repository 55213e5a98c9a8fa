/**
 * A second copy of what the person decided, beside the base and apart from it: one sealed line for each commit that
 * changed the outbox. A base whose first page rotted, or whose log of changes was cut, gives no decision back; this
 * file does, line by line, and a line that cannot be read loses itself alone (TRUST G8, R08).
 *
 * ```
 *   commit of the base ──▶ line {number, rows as they now are}      number: the base's own count of such commits
 *   opening            ──▶ lines above the base's count are decisions that the base lost: brought back
 *                          then the file is written anew with what is still open
 * ```
 *
 * Sealed by a key that is derived from the base's: without it the file is noise (TRUST S50).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PURPOSE = 'renfort-regulation decisions copy 1';

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const recordSchema = z.strictObject({ number: z.int().min(0), rows: z.array(rowSchema) });

/** A row of the outbox, by column. */
export type CopiedRow = z.infer<typeof rowSchema>;
export type CopyRecord = z.infer<typeof recordSchema>;

export interface CopyFound {
  readonly records: readonly CopyRecord[];
  /** Lines that are there and cannot be read. */
  readonly unreadable: number;
}

export interface DecisionsCopy {
  /** @param durable on the disk before it returns */
  append(record: CopyRecord, durable: boolean): void;
  close(): void;
}

/** Where the copy of a base is kept. */
export const copyPathOf = (basePath: string): string => `${basePath}-decisions`;

function keyFor(baseKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', baseKey, new Uint8Array(0), PURPOSE, 32));
}

function seal(key: Uint8Array, record: CopyRecord): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = [cipher.update(JSON.stringify(record), 'utf8'), cipher.final()];
  return `${Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64')}\n`;
}

function unseal(key: Uint8Array, line: string): CopyRecord | null {
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return recordSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return null;
  }
}

/** What the copy holds, oldest first; nothing when there is none. A line cut by a power cut was never told: not counted. */
export function readDecisionsCopy(path: string, baseKey: Uint8Array): CopyFound {
  if (!existsSync(path)) return { records: [], unreadable: 0 };
  const key = keyFor(baseKey);
  const lines = readFileSync(path, 'latin1').split('\n').slice(0, -1);
  const read = lines.map((line) => unseal(key, line));
  const records = read.filter((record) => record !== null);
  return { records, unreadable: read.length - records.length };
}

/** Whether something in the copy opens under this key: then the key is the right one, whatever the base says. */
export function opensCopy(path: string, baseKey: Uint8Array): boolean {
  return readDecisionsCopy(path, baseKey).records.length > 0;
}

function writeNew(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}

/**
 * Opens a copy to add to, holding one record to begin with.
 *
 * @throws what the disk throws: full, read-only
 */
export function openDecisionsCopy(path: string, baseKey: Uint8Array, first: CopyRecord): DecisionsCopy {
  const key = keyFor(baseKey);
  writeNew(path, seal(key, first));
  const file = openSync(path, 'a', 0o600);
  return {
    append(record, durable) {
      writeSync(file, seal(key, record));
      if (durable) fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

/** Removes the copy of a base that is erased. */
export function removeDecisionsCopy(path: string): void {
  for (const one of [path, `${path}.new`]) rmSync(one, { force: true });
}
