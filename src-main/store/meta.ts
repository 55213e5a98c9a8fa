/** Small facts about the base, each one JSON value: the cursor, a transfer under way, the last contact. */
import type { z } from 'zod';
import type { Statements } from './statements.ts';
import { build } from './statements.ts';

/** A fact that cannot be read as what it should be counts as absent. */
export function readMeta<Value>(statements: Statements, name: string, schema: z.ZodType<Value>): Value | null {
  const row = statements.first(build.selectFrom('meta').select('value').where('name', '=', name));
  if (row === undefined) return null;
  const read = schema.safeParse(JSON.parse(row.value));
  return read.success ? read.data : null;
}

/** Writes a fact, or removes it with null; inside a transaction. */
export function writeMeta(statements: Statements, name: string, value: unknown): void {
  if (value === null) {
    statements.run('DELETE FROM meta WHERE name = ?', name);
    return;
  }
  statements.run(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  );
}
