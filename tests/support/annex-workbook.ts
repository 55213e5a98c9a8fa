/** The spreadsheet of annex 2 as an ARS would fill it: sheet 1 in columns A to K (and L for the GID), sheet 2 the lists. */
import writeExcelFile from 'write-excel-file/node';
import { ANNEX_COLUMNS, GID_HEADER } from '../../contract/domain/annex/annex-columns.ts';
import { ESTABLISHMENT_TYPES } from '../../contract/domain/establishment-category.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';

type Cell = string | number | null;
export type AnnexLine = Partial<Record<(typeof ANNEX_COLUMNS)[number]['key'] | 'gid', Cell>>;

/** A line that is accepted as it stands. */
export const GOOD_LINE: AnnexLine = {
  agency: '6-ARS Grand-Est',
  finess: '549900074',
  name: 'EHPAD de démonstration – Les Tilleuls',
  type: '4-etablissements-et-services-sociaux-daccueil-hebergement-assistance-readaptation',
  address: '1 rue de la Démonstration',
  postalCode: '54000',
  city: 'Nancy',
  lastName: 'Fictive',
  firstName: 'Claude',
  email: 'claude.fictive@ehpad-demo.example',
  phone: '01 99 00 12 34',
};

const typed = (value: Cell | undefined) =>
  value === null || value === undefined ? null : { value, type: typeof value === 'number' ? Number : String };

/** @example const bytes = await annexWorkbook([GOOD_LINE, { ...GOOD_LINE, email: 'x' }]); */
export async function annexWorkbook(lines: readonly AnnexLine[], headers: readonly string[] = []): Promise<Buffer> {
  const titles = headers.length > 0 ? headers : [...ANNEX_COLUMNS.map(({ header }) => header), GID_HEADER];
  const rows = lines.map((line) => [...ANNEX_COLUMNS.map(({ key }) => typed(line[key])), typed(line.gid)]);
  const lists = Array.from({ length: Math.max(ESTABLISHMENT_TYPES.length, AGENCIES.length) }, (_, index) => [
    typed(ESTABLISHMENT_TYPES[index]?.annexLabel),
    typed(AGENCIES[index]?.annexLabel),
  ]);
  return writeExcelFile([
    { data: [titles.map((title) => typed(title)), ...rows], sheet: 'Comptes' },
    { data: [[typed('Type établissement'), typed('ARS de rattachement')], ...lists], sheet: 'Listes' },
  ] as never).toBuffer();
}
