/**
 * A workbook of one sheet, written row by row: text cells are typed as text and can never be formulas (TRUST S27), days are
 * dates, numbers are numbers. Only what Office Open XML requires is there (ECMA-376 part 1, §18).
 */
import type { ExportCell } from './export-cell.ts';
import type { ZipEntry } from './zip-entry.ts';
import { packEntry, zipParts } from './zip-entry.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Indexes of `cellXfs` below. */
const STYLE = { title: 1, day: 2 } as const;
/** In characters. */
const COLUMN_WIDTH = 18;

const FIXED: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
};

const workbookPart = (sheet: string): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Characters that XML cannot hold become spaces; the others are escaped. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ')
      .replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/\r/g, '&#13;')
  );
}

/** @example columnName(27) // 'AB' */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Days since the last day of 1899, as spreadsheets count; none before March 1900. */
function daySerial(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function cellXml(cell: ExportCell, place: string, style: number | null): string {
  if (cell === null) return '';
  if (cell.type === 'number') return `<c r="${place}"><v>${cell.number}</v></c>`;
  if (cell.type === 'day') return `<c r="${place}" s="${STYLE.day}"><v>${daySerial(cell.day)}</v></c>`;
  const styled = style === null ? '' : ` s="${style}"`;
  // More would be refused by spreadsheets.
  const text = escapeXml(cell.text.slice(0, 32_767));
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** @param row from 1 */
export function rowXml(cells: readonly ExportCell[], row: number, style: number | null = null): string {
  return `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${columnName(index)}${row}`, style)).join('')}</row>`;
}

export interface Workbook {
  readonly sheet: string;
  readonly titles: readonly string[];
  /** Many rows a part, so that the deflater is not called for each. */
  readonly rows: AsyncIterable<readonly (readonly ExportCell[])[]>;
}

async function* sheetParts({ titles, rows }: Workbook): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${titles.length}" width="${COLUMN_WIDTH}" customWidth="1"/></cols><sheetData>`;
  const heading = titles.map((text): ExportCell => ({ type: 'text', text }));
  yield rowXml(heading, 1, STYLE.title);
  let before = 1;
  for await (const part of rows) {
    const first = before + 1;
    yield part.map((cells, index) => rowXml(cells, first + index)).join('');
    before += part.length;
  }
  yield '</sheetData></worksheet>';
}

/** The bytes of the workbook, in parts. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array[]> {
  const fixed = { ...FIXED, 'xl/workbook.xml': workbookPart(workbook.sheet) };
  const entries: ZipEntry[] = [];
  for (const [name, content] of Object.entries(fixed)) entries.push(await packEntry(name, [content]));
  entries.push(await packEntry('xl/worksheets/sheet1.xml', sheetParts(workbook)));
  return zipParts(entries);
}
