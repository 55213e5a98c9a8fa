/** Requests for accounts and a sheet of annex 2, over invented rows. */
import { implement } from '@orpc/server';
import type { AccountSheet } from '../../../contract/app/accounts-contract.ts';
import { accountsContract } from '../../../contract/app/accounts-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { AnnexRow } from '../../../contract/domain/annex/annex-columns.ts';
import { judgeAnnexRow } from '../../../contract/domain/annex/judge-annex-row.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import type { DeskScenario } from './desk-scenario.ts';
import { TODAY } from './invent-missions.ts';

interface AccountsParts {
  readonly revision: () => number;
  readonly reading: <Value>(read: () => Value) => Promise<Value>;
  readonly found: <Value>(value: Value | null | undefined) => Value;
  /** Something moved that every window shows. */
  readonly changed: () => void;
}

const NAMES = [
  'Les Tilleuls',
  'Les Ormes',
  'Le Vallon',
  'Les Trois Fontaines',
  'La Roseraie',
  'Le Clos fleuri',
] as const;
const CITIES = [
  ['54000', 'Nancy'],
  ['57000', 'Metz'],
  ['88000', 'Épinal'],
  ['51100', 'Reims'],
] as const;
const STATES = ['submitted', 'submitted', 'duplicate', 'submitted', 'validated', 'activated', 'refused'] as const;
const PEOPLE = [
  ['FICTIVE', 'Claude'],
  ['EXEMPLE', 'Dominique'],
  ['INVENTÉE', 'Camille'],
] as const;
const pick = <Value>(list: readonly Value[], index: number): Value => list[index % list.length] as Value;

function requestRow(index: number): TableRow {
  const state = pick(STATES, index);
  const [postalCode, city] = pick(CITIES, index);
  const [lastName, firstName] = pick(PEOPLE, index);
  const waits = state === 'submitted' || state === 'duplicate';
  const hours = waits ? 2 + index * 5 : null;
  const link = state === 'duplicate' ? 'same-email' : index % 5 === 3 ? 'same-establishment' : 'none';
  return {
    ...{ id: `a-${index}`, state, ageHours: hours, late: hours !== null && hours > 24 ? 1 : 0 },
    ...{ establishmentName: `EHPAD de démonstration – ${pick(NAMES, index)}`, city, postalCode, agency: 6 },
    ...{ applicant: `${lastName} ${firstName}`, email: `${firstName.toLowerCase()}.${index}@demande.example` },
    ...{ phone: '01 99 00 12 34', number: `5499000${String(10 + index)}`, category: '500' },
    ...{ missions: index % 4, posts: (index % 4) * 2, link, origin: index % 6 === 4 ? 'import' : 'form' },
    activation: state === 'validated' ? (index % 2 === 0 ? 'expired' : 'valid') : state === 'activated' ? 'used' : null,
    submittedAt: `${addDays(TODAY, -Math.ceil((2 + index * 5) / 24))}T09:12:00.000Z`,
    ...(waits
      ? { decidedByName: null, decidedAt: null, decisionReason: null }
      : { decidedByName: 'Régulatrice Fictive', decidedAt: `${TODAY}T07:00:00.000Z`, decisionReason: null }),
    ...{ hasOpenIntent: index === 1 ? 1 : 0, hasConflict: 0 },
  };
}

function sheetOf(row: TableRow, rows: readonly TableRow[], revision: number): AccountSheet {
  const first = rows[0];
  const isDouble = row['link'] === 'same-email' && first !== undefined;
  const need = { specialty: null, startDate: TODAY, endDate: addDays(TODAY, 20), requirements: ['EHPAD', 'Weekend'] };
  return {
    ...{ revision, row, address: '1 rue de la Démonstration', activatedAt: null },
    linkUntil: row['state'] === 'validated' ? `${TODAY}T06:00:00.000Z` : null,
    needs: Array.from({ length: Number(row['missions']) }, (_, index) => ({
      ...need,
      profession: index === 0 ? 'infirmier-diplome-etat' : 'aide-soignant',
      headcount: index + 1,
    })),
    others: isDouble
      ? [
          {
            relation: 'same-email' as const,
            row: first,
            differences: [
              {
                label: 'Établissement',
                mine: String(row['establishmentName']),
                theirs: String(first['establishmentName']),
              },
              { label: 'N° FINESS', mine: String(row['number']), theirs: String(first['number']) },
              { label: 'Ville', mine: String(row['city']), theirs: String(first['city']) },
            ],
          },
        ]
      : [],
    establishment:
      row['link'] === 'same-establishment'
        ? {
            ...{ name: 'EHPAD de démonstration – Les Tilleuls', city: 'Nancy', openMissions: 3 },
            differences: [{ label: 'Téléphone', mine: String(row['phone']), theirs: '03 99 00 00 00' }],
          }
        : null,
  };
}

const LINE: AnnexRow = {
  ...{ agency: '6-ARS Grand-Est', finess: '549900074', name: 'EHPAD de démonstration – Les Tilleuls' },
  type: '4-etablissements-et-services-sociaux-daccueil-hebergement-assistance-readaptation',
  ...{ address: '1 rue de la Démonstration', postalCode: '54000', city: 'Nancy', lastName: 'Fictive' },
  ...{ firstName: 'Claude', email: 'claude.fictive@demande.example', phone: '01 99 00 12 34', gid: '' },
};

/** Thirty lines, three of them at fault, one already known. */
function annexLines(): Map<string, { line: number; row: AnnexRow }> {
  const faults: readonly Partial<AnnexRow>[] = [
    { finess: '12' },
    { email: 'pas une adresse', phone: '' },
    { agency: '' },
  ];
  const lines = Array.from({ length: 30 }, (_, index) => {
    const [postalCode, city] = pick(CITIES, index);
    const sound = { ...LINE, postalCode, city, name: `EHPAD de démonstration – ${pick(NAMES, index)}` };
    const row = {
      ...sound,
      email: `compte.${index}@demande.example`,
      ...(index % 11 === 4 ? faults[(index - 4) / 11] : {}),
    };
    return [`L${index + 2}`, { line: index + 2, row }] as const;
  });
  return new Map(lines);
}

const KNOWN = 'compte.9@demande.example';
type Held = { readonly fileName: string; readonly lines: Map<string, { line: number; row: AnnexRow }> };

function told(rowId: string, { line, row }: { line: number; row: AnnexRow }) {
  const { account, faults, warnings } = judgeAnnexRow(row, () => 6);
  const known = account?.requester.email === KNOWN;
  const verdict = account === null ? 'invalid' : known ? 'known' : 'valid';
  const why = known
    ? 'Demande déjà connue : EHPAD de démonstration – Les Ormes (À VALIDER).'
    : faults.map(({ message }) => message).join(' ') || null;
  return { rowId, line, row, verdict, why, faults: [...faults], warnings: [...warnings] } as const;
}

export function createAccountsDouble(scenario: DeskScenario, { revision, reading, found, changed }: AccountsParts) {
  const { list, sheet, imports } = implement(accountsContract);
  const rows = scenario.full ? Array.from({ length: 34 }, (_, index) => requestRow(index)) : [];
  const kept: { held: Held | null } = {
    held: scenario.state?.includes('"tab":"import","file"') ? { fileName: 'annexe-2.xlsx', lines: annexLines() } : null,
  };
  const lines = () => [...(kept.held?.lines ?? [])].map(([rowId, line]) => told(rowId, line));
  return {
    list: list.handler(() => reading(() => ({ revision: revision(), complete: scenario.complete, rows }))),
    sheet: sheet.handler(({ input }) => sheetOf(found(rows.find((row) => row['id'] === input.id)), rows, revision())),
    imports: {
      receive: imports.receive.handler(() => undefined),
      read: imports.read.handler(({ input: { fileName } }) => {
        if (!fileName.endsWith('.xlsx')) {
          return { read: false as const, message: 'Ce fichier n’est pas un classeur .xlsx lisible.' };
        }
        kept.held = { fileName, lines: annexLines() };
        changed();
        return { read: true as const, importId: 'i-1' };
      }),
      current: imports.current.handler(() =>
        reading(() => {
          if (kept.held === null) return null;
          const counts = { valid: 0, known: 0, invalid: 0, sent: 0, accepted: 0, refused: 0 };
          for (const { verdict } of lines()) counts[verdict] += 1;
          return { importId: 'i-1', fileName: kept.held.fileName, lines: kept.held.lines.size, counts };
        }),
      ),
      rows: imports.rows.handler(() => ({
        ...{ revision: revision(), complete: true },
        rows: lines().map(({ rowId, line, row, verdict, why, faults, warnings }) => ({
          ...{ id: rowId, line, verdict, why, columns: faults.map(({ column }) => column).join(', ') || null },
          ...{ name: row.name, number: row.finess, type: row.type, agency: row.agency, postalCode: row.postalCode },
          ...{ city: row.city, address: row.address, lastName: row.lastName, firstName: row.firstName },
          ...{ email: row.email, phone: row.phone },
          warnings: warnings.map(({ message }) => message).join(' ') || null,
        })),
      })),
      row: imports.row.handler(({ input }) => {
        const { line, verdict, why, row, faults, warnings } = found(lines().find(({ rowId }) => rowId === input.rowId));
        return {
          ...{ line, verdict, why, cells: { ...row }, editable: true },
          ...{ faults: [...faults], warnings: [...warnings] },
        };
      }),
      correct: imports.correct.handler(({ input }) => {
        const line = found(kept.held?.lines.get(input.rowId));
        kept.held?.lines.set(input.rowId, { ...line, row: { ...line.row, ...(input.cells as Partial<AnnexRow>) } });
        changed();
      }),
      forget: imports.forget.handler(() => {
        kept.held = null;
        changed();
      }),
    },
  };
}
