/**
 * The cells of a workbook's first sheet as text, after the gate (TRUST S24-S25). Formulas are never evaluated: their
 * cells are told, so that their rows are refused. Runs in a worker; see read-sheet.ts.
 */
import { readSheet } from 'read-excel-file/node';
import { readArchive } from './read-archive.ts';
import { scanXml } from './scan-xml.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { writePlainArchive } from './write-plain-archive.ts';

const MOST_ROWS = 2001;
const MOST_COLUMNS = 40;
const MOST_CELLS = MOST_ROWS * MOST_COLUMNS;
const LETTERS = 26;
/** Far above any name or address: a longer text is cut, so that one text shown in every cell stays small. */
const MOST_CELL_CHARACTERS = 500;

export interface FirstSheet {
  /** Row by row from line 1; empty cells are ''. */
  readonly rows: readonly (readonly string[])[];
  /** Lines that hold a formula, with its cell: [12, 'F12']. */
  readonly formulas: readonly (readonly [line: number, cell: string])[];
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0);
}

/** Counts a sheet's cells and gathers its formulas; the size that the sheet declares is not believed. */
function checkSheet(content: Buffer): FirstSheet['formulas'] {
  const formulas: [number, string][] = [];
  let cells = 0;
  let cell = '';
  scanXml(content, (tag) => {
    if (tag.name === 'c' || tag.name === 'row') {
      cells += 1;
      const reference = tag.attribute('r') ?? '';
      cell = tag.name === 'c' ? reference : cell;
      const [, letters = 'A', digits = '1'] = /^([A-Z]{0,3})(\d{1,7})$/.exec(reference) ?? [];
      if (cells > MOST_CELLS || Number(digits) > MOST_ROWS || columnNumber(letters || 'A') > MOST_COLUMNS) {
        throw new SheetRefusal('too-many-cells');
      }
    } else if (tag.name === 'f') formulas.push([Number(/\d+$/.exec(cell)?.[0] ?? 0), cell]);
  });
  return formulas;
}

/** The path of the first sheet, by the workbook's own order. */
function firstSheetPath(parts: ReadonlyMap<string, Buffer>): string {
  const workbook = parts.get('xl/workbook.xml');
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) throw new SheetRefusal('not-a-workbook');
  let first: string | null = null;
  scanXml(workbook, (tag) => {
    if (tag.name === 'sheet') first ??= tag.attribute('r:id');
  });
  let target: string | null = null;
  scanXml(relations, (tag) => {
    if (tag.name === 'Relationship' && tag.attribute('Id') === first) target = tag.attribute('Target');
  });
  if (first === null || target === null) throw new SheetRefusal('no-sheet');
  const path = (target as string).replace(/^\/?(?:xl\/)?/, 'xl/');
  if (!parts.has(path)) throw new SheetRefusal('no-sheet');
  return path;
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).slice(0, MOST_CELL_CHARACTERS).trim();
};

/** A number as a spreadsheet stores it, written out: 6.70780055E8 is 670780055. */
function numberAsText(stored: string): string {
  const value = Number(stored);
  return Number.isSafeInteger(value) ? String(value) : stored;
}

/** @throws SheetRefusal */
export async function readFirstSheet(bytes: Buffer): Promise<FirstSheet> {
  const parts = readArchive(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  const sheetPath = firstSheetPath(parts);
  let formulas: FirstSheet['formulas'] = [];
  for (const [path, content] of parts) {
    if (path === sheetPath) formulas = checkSheet(content);
    else if (/^xl\/worksheets\/[^/]+\.xml$/i.test(path)) checkSheet(content);
    else scanXml(content, () => {});
  }
  let data: readonly (readonly unknown[])[];
  try {
    data = await readSheet(writePlainArchive(parts), 1, { parseNumber: numberAsText });
  } catch {
    throw new SheetRefusal('not-a-workbook');
  }
  return { rows: data.map((row) => row.map(asText)), formulas };
}
