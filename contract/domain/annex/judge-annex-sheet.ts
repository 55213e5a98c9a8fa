/** A whole sheet of annex 2, line by line, without any base: what it says by itself, twins included (F42). Pure. */
import type { AnnexAccount } from './annex-account.ts';
import type { AnnexKey, AnnexRow } from './annex-columns.ts';
import { columnLetter, readAnnexRow } from './annex-columns.ts';
import type { AgencyAt, CellRemark } from './judge-annex-row.ts';
import { judgeAnnexRow } from './judge-annex-row.ts';

/** What a spreadsheet's first sheet holds: texts row by row, and the cells that a formula computes. */
export interface AnnexSheet {
  readonly rows: readonly (readonly string[])[];
  readonly formulas: readonly (readonly [line: number, cell: string])[];
}

export interface AnnexLine {
  /** As the spreadsheet numbers it: the header is line 1. */
  readonly line: number;
  readonly row: AnnexRow;
  /** Cells that a formula computes: 'F12'. */
  readonly calculated: readonly string[];
}

export interface JudgedLine extends AnnexLine {
  /** Null when the line cannot become an account as it stands. */
  readonly account: AnnexAccount | null;
  readonly faults: readonly CellRemark[];
  readonly warnings: readonly CellRemark[];
  /** An earlier line of the same file has the same e-mail. */
  readonly twinOf: number | null;
}

/** The lines that say something, under their names; the header is checked before. */
export function annexLines({ rows, formulas }: AnnexSheet): readonly AnnexLine[] {
  const [header = [], ...lines] = rows;
  return lines.flatMap((cells, index) => {
    const line = index + 2;
    if (cells.every((cell) => cell === '')) return [];
    const calculated = formulas.filter(([at]) => at === line).map(([, cell]) => cell);
    return [{ line, row: readAnnexRow(header, cells), calculated }];
  });
}

const COLUMN_OF = new Map<string, AnnexKey>(
  (
    [
      'agency',
      'finess',
      'name',
      'type',
      'address',
      'postalCode',
      'city',
      'lastName',
      'firstName',
      'email',
      'phone',
    ] as const
  ).map((key, index) => [columnLetter(index), key]),
);

function formulaFault(calculated: readonly string[]): CellRemark {
  const [first = ''] = calculated;
  const column = COLUMN_OF.get(first.replace(/\d+$/, '')) ?? 'gid';
  return { column, message: `Une formule n'est pas une réponse (${calculated.join(', ')}) : collez la valeur.` };
}

/** Each line in its order; of several lines of one e-mail the first counts, the others are its twins. */
export function judgeAnnexLines(lines: readonly AnnexLine[], agencyAt: AgencyAt): readonly JudgedLine[] {
  const lineOfEmail = new Map<string, number>();
  return lines.map((told): JudgedLine => {
    if (told.calculated.length > 0) {
      return { ...told, account: null, faults: [formulaFault(told.calculated)], warnings: [], twinOf: null };
    }
    const judged = judgeAnnexRow(told.row, agencyAt);
    if (judged.account === null) return { ...told, ...judged, twinOf: null };
    const { email } = judged.account.requester;
    const twinOf = lineOfEmail.get(email) ?? null;
    if (twinOf === null) lineOfEmail.set(email, told.line);
    return { ...told, ...judged, twinOf };
  });
}
