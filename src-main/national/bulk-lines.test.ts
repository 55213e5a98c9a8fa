import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import { blankRow } from '../../tests/support/blank-row.ts';
import { readBulk } from './bulk-lines.ts';

const COLUMNS = Object.keys(ROW_KINDS.mission);
const ROW: Record<string, unknown> = { ...blankRow(ROW_KINDS.mission), id: 'm-1' };
const HEADER = {
  format: 'renfort-bulk-1',
  schemaHash: 'a'.repeat(64),
  scope: 'agency:6',
  after: 7,
  scopeVersion: 0,
  counts: { mission: 1 },
};

function chunkOf(values: unknown): unknown {
  return { kind: 'mission', columns: COLUMNS, numbers: [7], values, resume: 'r-1' };
}

const cellsWith = (change: Record<string, unknown>): unknown[][] =>
  COLUMNS.map((name) => [Object.hasOwn(change, name) ? change[name] : (ROW[name] ?? null)]);

async function kindsOf(chunk: unknown): Promise<string[]> {
  const lines = [HEADER, chunk, { end: true, rows: 1 }].map((line) => `${JSON.stringify(line)}\n`).join('');
  async function* body(): AsyncGenerator<Uint8Array> {
    yield zstdCompressSync(Buffer.from(lines));
  }
  const kinds: string[] = [];
  for await (const item of readBulk(body())) kinds.push(item.type);
  return kinds;
}

describe('a chunk of the first transfer', () => {
  it('is read when each cell is of its column’s type', async () => {
    expect(await kindsOf(chunkOf(cellsWith({})))).toEqual(['header', 'chunk']);
  });

  it.each([
    ['an object for a text', cellsWith({ city: { toString: 'Nancy' } })],
    ['a list for a text', cellsWith({ city: ['Nancy'] })],
    ['a truth for a flag', cellsWith({ weekend: true })],
    ['a text for a number', cellsWith({ headcount: '2' })],
    ['half a person', cellsWith({ headcount: 2.5 })],
    ['nothing where something must be', cellsWith({ id: null })],
    ['a column too few', cellsWith({}).slice(1)],
    ['a column that is no list', [...cellsWith({}).slice(1), 'Nancy']],
    ['no columns at all', 'Nancy'],
  ])('S33 is refused for %s', async (_why, values) => {
    await expect(kindsOf(chunkOf(values))).rejects.toMatchObject({ code: 'not-understood' });
  });
});
