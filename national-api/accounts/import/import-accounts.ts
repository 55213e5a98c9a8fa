/**
 * Accounts from the spreadsheet of annex 2 (F42, F116-F120): read in a worker behind the gate, judged row by row, and
 * written only when asked to, slice by slice, each row judged again under its locks.
 *
 * ```
 * bytes ─▶ gate (worker) ─▶ rows ─▶ judged ─▶ report        dryRun: nothing is written
 *                                       └──▶ slices of 50 ─▶ account, establishment, request, activation mail ─▶ report
 * ```
 */

import type { AnnexAccount } from '../../../contract/domain/annex/annex-account.ts';
import { headerFault } from '../../../contract/domain/annex/annex-columns.ts';
import { annexLines, judgeAnnexLines } from '../../../contract/domain/annex/judge-annex-sheet.ts';
import { scopeOf } from '../../../contract/domain/right.ts';
import type { AccountImportReport } from '../../../contract/national/forms/account-request-form.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { FirstSheet } from '../../../spreadsheet/read-first-sheet.ts';
import { readSpreadsheet } from '../../../spreadsheet/read-sheet.ts';
import { SheetRefusal } from '../../../spreadsheet/sheet-refusal.ts';
import type { Writer } from '../../database/database.ts';
import { shippedPlaces } from '../../geography/shipped-places.ts';
import { CommandRefusal } from '../../kernel/command-outcome.ts';
import type { Ground } from '../../kernel/ground.ts';
import { seal } from '../../kernel/seal.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { requireRight } from '../../rights/require-right.ts';
import { establishmentKeys, findSameEstablishment } from '../find-same-establishment.ts';
import { FormRefusal } from '../form-refusal.ts';
import { findKnownEmail } from '../known-email.ts';
import { placeRequest } from '../requested-establishment.ts';
import { openImportedAccount } from './open-imported-account.ts';

type ReportRow = AccountImportReport['rows'][number];

interface Candidate {
  readonly line: number;
  readonly account: AnnexAccount;
  readonly warnings: readonly string[];
}

const ROWS_A_SLICE = 50;
const NO_ID = '';

const reported = (
  row: { line: number; name: string | null; warnings: readonly string[] },
  outcome: ReportRow['outcome'],
  reasons: readonly string[] = [],
): ReportRow => ({
  line: row.line,
  outcome,
  establishmentName: row.name,
  reasons: [...reasons],
  warnings: [...row.warnings],
});

/** Rows on paper: what can be said without the base. */
function judgeSheet(sheet: FirstSheet): { candidates: Candidate[]; refused: ReportRow[] } {
  const fault = headerFault(sheet.rows[0] ?? []);
  if (fault !== null) throw new SheetRefusal('wrong-header', ` ${fault}`);
  const candidates: Candidate[] = [];
  const refused: ReportRow[] = [];
  const judged = judgeAnnexLines(
    annexLines(sheet),
    (postalCode, city) => shippedPlaces().locate(postalCode, city).agency,
  );
  for (const { line, row, account, faults, warnings: remarks, twinOf } of judged) {
    const warnings = remarks.map(({ message }) => message);
    const told = { line, name: row.name === '' ? null : row.name.slice(0, 200), warnings };
    if (account === null) {
      const reasons = faults.map(({ message }) => message);
      refused.push(reported(told, 'refused', reasons));
    } else if (twinOf !== null) refused.push(reported(told, 'duplicate', [`Même courriel que la ligne ${twinOf}.`]));
    else candidates.push({ line, account, warnings });
  }
  return { candidates, refused };
}

/** What the base says of a row; null when it may be written. */
async function refusalOf(
  reader: Writer | Ground['database']['read'],
  actor: Principal,
  { line, account, warnings }: Candidate,
): Promise<ReportRow | null> {
  const { requester, establishment } = account;
  const row = { line, name: establishment.name, warnings };
  try {
    requireRight(actor, 'import-accounts', {
      agency: establishment.agency,
      departement: placeRequest(establishment).departement,
    });
    const same = await findSameEstablishment(reader, establishment);
    if (same !== null) {
      requireRight(actor, 'import-accounts', { agency: same.agency, departement: same.departement });
    }
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    return reported(row, 'refused', ['Cet établissement est hors de votre périmètre.']);
  }
  const known = await findKnownEmail(reader, requester.email, NO_ID);
  if (known === null) return null;
  const what = known.account === null ? 'Une demande attend déjà' : 'Un compte existe déjà';
  return reported(row, 'duplicate', [`${what} avec ce courriel.`]);
}

/** Writes a slice, each row judged again now that nobody else can move what it depends on. */
async function writeSlice(
  ground: Ground,
  actor: Principal,
  batchId: string,
  slice: readonly Candidate[],
): Promise<ReportRow[]> {
  const keys = slice.flatMap(({ account: { requester, establishment } }) => [
    `email:${requester.email}`,
    ...establishmentKeys(establishment),
  ]);
  return ground.database.transaction(async (writer) => {
    await ground.database.lockSubjects(writer, [...new Set(keys)].sort());
    const work = new UnitOfWork(writer, ground);
    const rows: ReportRow[] = [];
    for (const candidate of slice) {
      const refusal = await refusalOf(writer, actor, candidate);
      if (refusal === null) {
        const id = work.ground.makeId();
        await openImportedAccount(work, { id, actor, account: candidate.account, batchId, command: null });
      }
      const { line, account, warnings } = candidate;
      rows.push(refusal ?? reported({ line, name: account.establishment.name, warnings }, 'accepted'));
    }
    await seal(work);
    return rows;
  });
}

async function readOrRefuse(bytes: Uint8Array): Promise<ReturnType<typeof judgeSheet>> {
  try {
    return judgeSheet(await readSpreadsheet(bytes));
  } catch (error) {
    if (error instanceof SheetRefusal) throw new FormRefusal('spreadsheet-refused', error.message);
    throw error;
  }
}

/**
 * @throws CommandRefusal when the actor imports nowhere, FormRefusal when the file is refused as a whole
 * @example const report = await importAccounts(ground, actor, bytes, { dryRun: true });
 */
export async function importAccounts(
  ground: Ground,
  actor: Principal,
  bytes: Uint8Array,
  { dryRun }: { readonly dryRun: boolean },
): Promise<AccountImportReport> {
  if (actor.role !== 'system' && scopeOf('import-accounts', actor.role) === null) {
    throw new CommandRefusal('no-right', 'Votre habilitation ne permet pas cette action.');
  }
  const { candidates, refused } = await readOrRefuse(bytes);
  const rows = [...refused];
  if (dryRun) {
    for (const candidate of candidates) {
      const { line, account, warnings } = candidate;
      const accepted = reported({ line, name: account.establishment.name, warnings }, 'accepted');
      rows.push((await refusalOf(ground.database.read, actor, candidate)) ?? accepted);
    }
  } else {
    const batchId = ground.makeId();
    for (let start = 0; start < candidates.length; start += ROWS_A_SLICE) {
      rows.push(...(await writeSlice(ground, actor, batchId, candidates.slice(start, start + ROWS_A_SLICE))));
    }
  }
  rows.sort((left, right) => left.line - right.line);
  const count = (outcome: ReportRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    dryRun,
    accepted: count('accepted'),
    refused: count('refused'),
    duplicates: count('duplicate'),
    rows,
  };
}
