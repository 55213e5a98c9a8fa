import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportColumn, ExportProgress, ExportQuestion } from '../../../contract/app/export-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { readWorkbook } from '../../../tests/support/read-workbook.ts';
import type { Turns } from '../tables/turns.ts';
import { csvLine } from './csv-line.ts';
import { exportTable, fileName } from './export-table.ts';
import { createHeldFiles } from './held-files.ts';

const column = (name: string, kind: ExportColumn['kind'], words: ExportColumn['words'] = []): ExportColumn => ({
  name,
  label: name.toUpperCase(),
  kind,
  words,
});
const COLUMNS = [
  column('name', 'text'),
  column('count', 'number'),
  column('from', 'day'),
  column('night', 'flag'),
  column('code', 'words', [
    ['ide', 'Infirmier diplômé d’État'],
    [null, 'Aucun'],
  ]),
];
/** Time that passes at each look: every row is a slice of its own, which is the hardest for progress and cancelling. */
function hurriedTurns(): Turns {
  const state = { at: 0 };
  return {
    later: () => new Promise((resolve) => setImmediate(resolve)),
    stopwatch: () => (state.at += 4),
  };
}

const questionOf = (format: 'csv' | 'xlsx', rows: readonly TableRow[]): ExportQuestion => ({
  table: { of: 'list', rows: [] },
  columns: COLUMNS,
  format,
  fileName: `File de ${rows.length} lignes`,
});

async function run(format: 'csv' | 'xlsx', rows: readonly TableRow[], stopAt = Number.POSITIVE_INFINITY) {
  const files = createHeldFiles(
    () => 0,
    () => 'file-1',
  );
  const news: ExportProgress[] = [];
  const table = { count: rows.length, row: (index: number) => rows[index] ?? null };
  for await (const one of exportTable(questionOf(format, rows), table, {
    ...{ turns: hurriedTurns(), files, day: '2021-03-15' },
  })) {
    news.push(one);
    if (news.length >= stopAt) break;
  }
  const file = files.take('file-1');
  return { news, file, bytes: Buffer.concat([...(file?.parts ?? [])]) };
}

/** Fields of a CSV text, quotes undone: what a spreadsheet would show. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let [line, field, quoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ';') [line, field] = [[...line, field], ''];
    else if (text.startsWith('\r\n', at)) {
      lines.push([...line, field]);
      [line, field] = [[], ''];
      at += 1;
    } else field += character;
  }
  return lines;
}

const HOSTILE = [
  '=HYPERLINK("http://x";"y")',
  '+33 6',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  'a;b"c\r\nd',
  '',
  ' x ',
];
const textArb = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 20 }));
const rowArb = fc.record({
  name: textArb,
  count: fc.option(fc.integer({ min: -5000, max: 5000 })),
  from: fc.option(fc.constantFrom('2021-03-15', '2020-02-29', '1999-12-31')),
  night: fc.constantFrom(0, 1),
  code: fc.option(fc.constantFrom('ide', '=cmd')),
});
const wordOf = (code: string | null) => (code === 'ide' ? 'Infirmier diplômé d’État' : (code ?? 'Aucun'));

describe('an export', () => {
  it('S27 in CSV reads back as its source, and no field begins as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rowArb, { maxLength: 12 }), async (rows) => {
        const { bytes } = await run('csv', rows);
        const text = bytes.toString('utf8');
        expect(text.startsWith('\uFEFFNAME;COUNT;FROM;NIGHT;CODE\r\n')).toBe(true);
        const lines = readCsv(text.slice(1)).slice(1);
        expect(lines.length).toBe(rows.length);
        lines.forEach(([name = '', count = '', from = '', night = '', code = ''], index) => {
          const row = rows[index];
          for (const field of [name, code]) expect(field).not.toMatch(/^[=+\-@\t\r\n＝]/);
          expect(name.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')).toBe(row?.name);
          expect(count).toBe(row?.count === null ? '' : String(row?.count));
          expect(from).toBe(row?.from?.split('-').reverse().join('/') ?? '');
          expect(night).toBe(row?.night === 1 ? 'Oui' : 'Non');
          expect(code.replace(/^'/, '')).toBe(wordOf(row?.code ?? null));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('S27 in XLSX reads back as its source by another reader, text as text, days as dates', async () => {
    const rows: TableRow[] = HOSTILE.filter((name) => name.trim() === name && name !== '').map((name, index) => ({
      ...{ name, count: index - 3, from: '2021-03-15', night: index % 2, code: index % 3 === 0 ? null : 'ide' },
    }));
    const { bytes, file } = await run('xlsx', rows);
    expect(file?.name).toBe(`file-de-${rows.length}-lignes-2021-03-15.xlsx`);
    const [titles, ...lines] = await readWorkbook(bytes);
    expect(titles).toEqual(['NAME', 'COUNT', 'FROM', 'NIGHT', 'CODE']);
    expect(lines).toEqual(
      rows.map((row) => [
        String(row['name']).replaceAll('\r\n', '\r\n'),
        row['count'],
        new Date('2021-03-15T00:00:00Z'),
        row['night'] === 1 ? 'Oui' : 'Non',
        wordOf(row['code'] as string | null),
      ]),
    );
  });

  it('tells how far it is, and keeps nothing of what is stopped', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index): TableRow => ({ name: `n-${index}`, count: index }));
    const whole = await run('csv', rows);
    const told = whole.news.map((one) => (one.step === 'writing' ? one.rows : -one.rows));
    expect(told).toEqual([0, 5_000, 10_000, -12_000]);
    const stopped = await run('xlsx', rows, 2);
    expect(stopped.file).toBeNull();
  });

  it('gives a file once, under a name that any system takes', async () => {
    const files = createHeldFiles(
      () => 0,
      () => 'x',
    );
    const id = files.keep({ name: 'a.csv', parts: [] });
    expect(files.take(id)?.name).toBe('a.csv');
    expect(files.take(id)).toBeNull();
    expect(fileName('Élus : /étc/passwd ?', '2021-03-15', 'csv')).toBe('elus-etc-passwd-2021-03-15.csv');
    expect(fileName('///', '2021-03-15', 'xlsx')).toBe('export-2021-03-15.xlsx');
  });

  it('forgets a file that nobody saved', () => {
    const state = { now: 0 };
    const files = createHeldFiles(
      () => state.now,
      () => 'x',
    );
    files.keep({ name: 'a.csv', parts: [] });
    state.now = 10 * 60_000;
    expect(files.take('x')).toBeNull();
  });

  it('writes decimals as French spreadsheets read them', () => {
    expect(csvLine([{ type: 'number', number: 12.5 }, null, { type: 'text', text: 'a"b' }])).toBe('12,5;;"a""b"\r\n');
  });
});
