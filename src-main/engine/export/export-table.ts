/** Makes the file that a question asks for, giving way to answers between slices, and says how far it is. */
import type { ExportProgress, ExportQuestion } from '../../../contract/app/export-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { Turns } from '../tables/turns.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv-line.ts';
import type { ExportCell } from './export-cell.ts';
import { cellReader } from './export-cell.ts';
import type { HeldFiles } from './held-files.ts';
import { writeWorkbook } from './workbook.ts';

/** Every row of a table in its order; null for one that left it meanwhile. */
export interface ExportRows {
  readonly count: number;
  row(index: number): TableRow | null;
}

export interface ExportParts {
  readonly turns: Turns;
  readonly files: HeldFiles;
  /** The civil day of the file's name. */
  readonly day: string;
}

const SLICE_MILLISECONDS = 6;
const PART_ROWS = 500;
const TOLD_EVERY = 5_000;

/** Names that any file system takes. @example fileName('File des missions', '2021-03-15', 'csv') // 'file-des-missions-2021-03-15.csv' */
export function fileName(title: string, day: string, extension: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain || 'export'}-${day}.${extension}`;
}

export async function* exportTable(
  { table: _, columns, format, fileName: title }: ExportQuestion,
  rows: ExportRows,
  { turns, files, day }: ExportParts,
  signal?: AbortSignal,
): AsyncGenerator<ExportProgress, void> {
  const readers = columns.map((column) => ({ name: column.name, read: cellReader(column) }));
  const stop = { asked: false };
  const told = { rows: 0, at: 0, waiting: [] as ExportProgress[], wake: () => {} };
  const tell = (done: number) => {
    if (done - told.at < TOLD_EVERY) return;
    told.at = done;
    told.waiting.push({ step: 'writing', rows: done, outOf: rows.count });
    told.wake();
  };

  async function* parts(): AsyncGenerator<readonly (readonly ExportCell[])[]> {
    let start = turns.stopwatch();
    let part: (readonly ExportCell[])[] = [];
    for (let index = 0; index < rows.count; index += 1) {
      const row = rows.row(index);
      if (row !== null) part.push(readers.map(({ name, read }) => read(row[name] ?? null)));
      if (part.length >= PART_ROWS) {
        told.rows += part.length;
        yield part;
        part = [];
        tell(index + 1);
      }
      if (turns.stopwatch() - start < SLICE_MILLISECONDS) continue;
      await turns.later(0);
      if (stop.asked || signal?.aborted === true) throw new ExportStopped();
      start = turns.stopwatch();
    }
    told.rows += part.length;
    yield part;
  }

  const titles = columns.map(({ label }) => label);
  const making = (format === 'xlsx' ? writeWorkbook({ sheet: 'Export', titles, rows: parts() }) : csv(titles, parts()))
    .then((made) => ({ made }))
    .catch((error: unknown) => ({ error }))
    .finally(() => told.wake());
  const state = { result: null as Awaited<typeof making> | null };
  const settled = making.then((result) => {
    state.result = result;
  });
  try {
    yield { step: 'writing', rows: 0, outOf: rows.count };
    while (state.result === null) {
      const news = told.waiting.shift();
      if (news !== undefined) yield news;
      else {
        const woken = new Promise<void>((resolve) => {
          told.wake = resolve;
        });
        await Promise.race([woken, settled]);
      }
    }
  } finally {
    // Nobody listens any more: the rest is not made.
    stop.asked = state.result === null;
  }
  const { result } = state;
  if ('error' in result) {
    if (result.error instanceof ExportStopped) return;
    throw result.error;
  }
  const name = fileName(title, day, format);
  const bytes = result.made.reduce((sum, { byteLength }) => sum + byteLength, 0);
  yield { step: 'done', fileId: files.keep({ name, parts: result.made }), fileName: name, rows: told.rows, bytes };
}

/** Somebody does not want the file any more: nothing is kept of it. */
class ExportStopped extends Error {
  override readonly name = 'ExportStopped';
}

async function csv(
  titles: readonly string[],
  rows: AsyncIterable<readonly (readonly ExportCell[])[]>,
): Promise<Uint8Array[]> {
  const heading = csvLine(titles.map((text): ExportCell => ({ type: 'text', text })));
  const made: Uint8Array[] = [Buffer.from(BYTE_ORDER_MARK + heading, 'utf8')];
  for await (const part of rows) made.push(Buffer.from(part.map(csvLine).join(''), 'utf8'));
  return made;
}
