/** Rows as they come from outside: each value of its column's type, each kind known, before anything is stored. */
import type { z } from 'zod';
import type { Column } from '../../contract/national/rows/column.ts';
import { rowSchema } from '../../contract/national/rows/column.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import { NationalFault } from './national-fault.ts';

const SCHEMAS = new Map<string, z.ZodType>(ROW_KIND_NAMES.map((kind) => [kind, rowSchema(ROW_KINDS[kind])]));

/** @throws NationalFault 'not-understood' unless it is a row of that kind with that id */
export function requireRow(kind: string, id: string, row: Readonly<Record<string, unknown>>): RowKind {
  const known = SCHEMAS.get(kind);
  if (known === undefined || !known.safeParse(row).success || row['id'] !== id)
    throw new NationalFault('not-understood');
  return kind as RowKind;
}

function fits({ type, nullable }: Column, value: unknown): boolean {
  if (value === null) return nullable;
  if (type === 'text') return typeof value === 'string';
  if (type === 'flag') return value === 0 || value === 1;
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'number' && Number.isFinite(value);
}

/** The same for a columnar chunk, without making a row of it. */
export function requireColumns(
  kind: string,
  names: readonly string[],
  values: readonly (readonly unknown[])[],
  rows: number,
): RowKind {
  const columns = ROW_KIND_NAMES.includes(kind as RowKind) ? Object.entries(ROW_KINDS[kind as RowKind]) : [];
  const good =
    columns.length > 0 &&
    columns.length === names.length &&
    values.length === names.length &&
    columns.every(([name, column], index) => {
      const list = values[index];
      return names[index] === name && list?.length === rows && list.every((value) => fits(column, value));
    });
  if (!good) throw new NationalFault('not-understood');
  return kind as RowKind;
}
