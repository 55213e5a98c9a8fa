/**
 * A spreadsheet of annex 2 that was read, with its corrections: judged again whenever it is asked for, since decisions and
 * the nation's answers move what its lines are worth (F42, F116-F120).
 *
 * ```
 *  invalid ──correct──▶ valid ──send──▶ sent ──verdict──▶ accepted
 *     ▲                   │ same e-mail: known     └─────▶ refused ──correct──▶ valid
 * ```
 */
import type { ImportSummary } from '../../../contract/app/accounts-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { ACCOUNT_REQUEST_STATE_LABELS } from '../../../contract/domain/account-request.ts';
import type { AnnexKey } from '../../../contract/domain/annex/annex-columns.ts';
import { ANNEX_COLUMNS, GID_HEADER } from '../../../contract/domain/annex/annex-columns.ts';
import type { AnnexLine, JudgedLine } from '../../../contract/domain/annex/judge-annex-sheet.ts';
import { judgeAnnexLines } from '../../../contract/domain/annex/judge-annex-sheet.ts';
import { agencyOfDepartement } from '../../../contract/domain/geography/agency.ts';
import { departementOfPostalCode } from '../../commands/departement-of-postal-code.ts';
import type { SheetToImport } from '../../commands/sheet-to-import.ts';
import type { OutboxRow } from '../../store/outbox/outbox-row.ts';
import { readRequestDecisions, readRequestsOfEmails } from '../../store/queries/account-rows.ts';
import type { Store } from '../../store/store.ts';

export type Verdict = keyof ImportSummary['counts'];

export interface TellingLine extends JudgedLine {
  readonly rowId: string;
  readonly requestId: string;
  readonly verdict: Verdict;
  /** French; null when there is nothing to say. */
  readonly why: string | null;
}

export interface HeldSheet {
  readonly importId: string;
  readonly fileName: string;
  lines(store: Store): readonly TellingLine[];
  /** @returns false when there is no such line, or when it was sent and not refused */
  correct(store: Store, rowId: string, cells: Partial<Record<AnnexKey, string>>): boolean;
}

const HEADERS = new Map<AnnexKey, string>([
  ...ANNEX_COLUMNS.map(({ key, header }) => [key, header] as const),
  ['gid', GID_HEADER],
]);
const LABELS: Readonly<Record<string, string>> = ACCOUNT_REQUEST_STATE_LABELS;

function agencyAt(postalCode: string) {
  const departement = departementOfPostalCode(postalCode);
  return departement === undefined ? null : (agencyOfDepartement(departement)?.code ?? null);
}

/** What became of a line that was sent; null when it was not, or was taken back. */
function fateOf(decision: OutboxRow | undefined): Pick<TellingLine, 'verdict' | 'why'> | null {
  switch (decision?.state) {
    case 'pending':
    case 'sending':
      return { verdict: 'sent', why: null };
    case 'confirmed':
      return { verdict: 'accepted', why: null };
    case 'refused':
    case 'conflict':
      return { verdict: 'refused', why: decision.message };
    default:
      return null;
  }
}

export const isEditable = ({ verdict }: Pick<TellingLine, 'verdict'>): boolean =>
  verdict !== 'sent' && verdict !== 'accepted';

export function createHeldSheet(
  importId: string,
  fileName: string,
  read: readonly AnnexLine[],
  makeId: () => string,
): HeldSheet {
  const held = read.map((line) => ({ line, requestId: makeId() }));

  function lines(store: Store): readonly TellingLine[] {
    const judged = judgeAnnexLines(
      held.map(({ line }) => line),
      agencyAt,
    );
    const ids = held.map(({ requestId }) => requestId);
    const decisions = readRequestDecisions(store, ids);
    const emails = judged.flatMap(({ account }) => (account === null ? [] : [account.requester.email]));
    const own = new Set(ids);
    const known = new Map(
      readRequestsOfEmails(store, [...new Set(emails)])
        .filter(({ id }) => !own.has(id))
        .map((request) => [request.email, request]),
    );
    return judged.map((line, index): TellingLine => {
      const requestId = ids[index] ?? '';
      const told = { ...line, rowId: `L${line.line}`, requestId };
      const fate = fateOf(decisions.get(requestId));
      if (fate !== null) return { ...told, ...fate };
      if (line.account === null) {
        return { ...told, verdict: 'invalid', why: line.faults.map(({ message }) => message).join(' ') };
      }
      if (line.twinOf !== null) return { ...told, verdict: 'known', why: `Même courriel que la ligne ${line.twinOf}.` };
      const request = known.get(line.account.requester.email);
      if (request === undefined) return { ...told, verdict: 'valid', why: null };
      const state = LABELS[request.state] ?? request.state;
      return { ...told, verdict: 'known', why: `Demande déjà connue : ${request.establishmentName} (${state}).` };
    });
  }

  return {
    importId,
    fileName,
    lines,
    correct(store, rowId, cells) {
      const at = lines(store).findIndex((line) => line.rowId === rowId && isEditable(line));
      const one = held[at];
      if (one === undefined) return false;
      const row = { ...one.line.row, ...cells };
      // Another request than the one that was refused; what is typed over a formula is a value.
      held[at] = { line: { ...one.line, row, calculated: [] }, requestId: makeId() };
      return true;
    },
  };
}

export function countVerdicts(lines: readonly Pick<TellingLine, 'verdict'>[]): ImportSummary['counts'] {
  const counts = { valid: 0, known: 0, invalid: 0, sent: 0, accepted: 0, refused: 0 };
  for (const { verdict } of lines) counts[verdict] += 1;
  return counts;
}

export function importRow({ rowId, line, verdict, why, row, faults, warnings }: TellingLine): TableRow {
  const said = warnings.map(({ message }) => message).join(' ');
  const columns = [...new Set(faults.map(({ column }) => HEADERS.get(column) ?? column))].join(', ');
  return {
    ...{ id: rowId, line, verdict, why: why === '' ? null : why, columns: columns === '' ? null : columns },
    ...{ name: row.name, number: row.gid === '' ? row.finess : row.gid, type: row.type, agency: row.agency },
    ...{ postalCode: row.postalCode, city: row.city, address: row.address },
    ...{ lastName: row.lastName, firstName: row.firstName, email: row.email, phone: row.phone },
    warnings: said === '' ? null : said,
  };
}

/** What a decision takes over: lines at fault say why, so that the preview does. */
export function sheetToImport(lines: readonly TellingLine[]): SheetToImport {
  return new Map(
    lines.map(({ rowId, line, requestId, account, verdict, why, warnings }) => [
      rowId,
      {
        ...{ line, requestId, account },
        refusal: verdict === 'valid' || !isEditable({ verdict }) ? null : (why ?? 'Ligne à corriger.'),
        warnings: warnings.map(({ message }) => message),
      },
    ]),
  );
}
