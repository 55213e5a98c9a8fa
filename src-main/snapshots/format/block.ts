/** One line of a part: a block of rows, column by column, checked value by value against what the manifest announced. */
import { LIMITS } from './limits.ts';
import type { Part, PartColumn } from './manifest.ts';
import { SnapshotFault } from './snapshot-fault.ts';

export type Value = string | number | null;
/** One list per column, all as long. */
export type Block = readonly (readonly Value[])[];

const LONGEST_TEXT = 20_000;

const CHECKS: Readonly<Record<PartColumn['type'], (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.length <= LONGEST_TEXT,
  integer: (value) => Number.isSafeInteger(value),
  real: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => value === 0 || value === 1,
};

export const writeBlock = (block: Block): string => `${JSON.stringify(block)}\n`;

/** @throws SnapshotFault 'malformed' */
export function readBlock(part: Part, line: string): Block {
  const block = parse(line);
  if (!Array.isArray(block) || block.length !== part.columns.length) throw new SnapshotFault('malformed');
  const rows = (block[0] as unknown[] | undefined)?.length ?? 0;
  if (rows === 0 || rows > LIMITS.rowsInBlock) throw new SnapshotFault('malformed');
  for (const [index, { type, nullable }] of part.columns.entries()) {
    const values: unknown = block[index];
    if (!Array.isArray(values) || values.length !== rows) throw new SnapshotFault('malformed');
    const check = CHECKS[type];
    for (const value of values) {
      if (value === null ? !nullable : !check(value)) throw new SnapshotFault('malformed');
    }
  }
  return block as Block;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new SnapshotFault('malformed', null, { cause: error });
  }
}
