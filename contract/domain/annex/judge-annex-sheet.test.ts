import { describe, expect, it } from 'vitest';
import type { AnnexRow } from './annex-columns.ts';
import { ANNEX_COLUMNS, columnLetter, GID_HEADER, headerFault } from './annex-columns.ts';
import { annexLines, judgeAnnexLines } from './judge-annex-sheet.ts';

const HEADER = [...ANNEX_COLUMNS.map(({ header }) => header), GID_HEADER];
const GOOD: AnnexRow = {
  agency: '6-ARS Grand-Est',
  finess: '549900074',
  name: 'EHPAD de démonstration – Les Tilleuls',
  type: '4-etablissements-et-services-sociaux-daccueil-hebergement-assistance-readaptation',
  address: '1 rue de la Démonstration',
  postalCode: '54000',
  city: 'Nancy',
  lastName: 'Fictive',
  firstName: 'Claude',
  email: 'Claude.Fictive@ehpad-demo.example',
  phone: '01 99 00 12 34',
  gid: '',
};
const cells = (patch: Partial<AnnexRow> = {}) => {
  const row = { ...GOOD, ...patch };
  return [...ANNEX_COLUMNS.map(({ key }) => row[key]), row.gid];
};
const agencyAt = (postalCode: string) => (postalCode.startsWith('75') ? 10 : 6);
const judge = (rows: readonly (readonly string[])[], formulas: readonly (readonly [number, string])[] = []) =>
  judgeAnnexLines(annexLines({ rows: [HEADER, ...rows], formulas }), agencyAt);

describe('headerFault', () => {
  it('F116 takes the headers of annex 2 whatever their accents and case, and names the first at fault', () => {
    expect(headerFault(HEADER)).toBeNull();
    expect(headerFault(HEADER.map((title) => title.toUpperCase().replace('É', 'E')))).toBeNull();
    expect(headerFault(HEADER.with(1, 'SIRET'))).toBe('Colonne B : « Finess géographique » est attendu.');
    expect(headerFault([])).toContain('Colonne A');
    expect(columnLetter(10)).toBe('K');
  });
});

describe('judgeAnnexLines', () => {
  it('F42 numbers lines as the spreadsheet does, and passes over the empty ones', () => {
    const lines = judge([cells(), cells().map(() => ''), cells({ email: 'autre@ehpad-demo.example' })]);
    expect(lines.map(({ line, account }) => [line, account?.requester.email])).toEqual([
      [2, 'claude.fictive@ehpad-demo.example'],
      [4, 'autre@ehpad-demo.example'],
    ]);
    expect(lines[0]?.account?.establishment).toMatchObject({ category: '500', finess: '549900074', agency: 6 });
  });

  it('says every cell at fault at once, with its column', () => {
    const [line] = judge([cells({ agency: '6-ARS Bretagne', finess: '12', email: 'y', phone: '', name: '' })]);
    expect(line?.account).toBeNull();
    expect(line?.faults.map(({ column }) => column)).toEqual(['agency', 'finess', 'name', 'email', 'phone']);
    expect(line?.faults[2]?.message).toBe('nom établissement : à remplir.');
  });

  it('F23 keeps the first of several lines of one e-mail, and names it to its twins', () => {
    const lines = judge([cells(), cells({ email: 'CLAUDE.fictive@ehpad-demo.example' }), cells({ email: 'z' })]);
    expect(lines.map(({ twinOf }) => twinOf)).toEqual([null, 2, null]);
  });

  it('refuses a computed cell instead of believing what it shows', () => {
    const [line] = judge([cells()], [[2, 'F2']]);
    expect(line?.faults).toEqual([{ column: 'postalCode', message: expect.stringContaining('F2') }]);
  });

  it('warns of a postal code of another region, without blocking', () => {
    const [line] = judge([cells({ postalCode: '75011', city: 'Paris' })]);
    expect(line?.account).not.toBeNull();
    expect(line?.warnings.map(({ column }) => column)).toContain('postalCode');
  });

  it('F48 F120 takes a vaccination centre by its GID, in its own column or in that of the FINESS', () => {
    const centre = { type: 'Centre de vaccination', finess: '', gid: 'GID-00 42' };
    const lines = judge([
      cells(centre),
      cells({ ...centre, finess: 'gid0042', gid: '', email: 'b@demo.example' }),
      cells({ ...centre, gid: '', email: 'c@demo.example' }),
    ]);
    expect(lines.map(({ account }) => account?.establishment.gid)).toEqual(['GID0042', 'GID0042', undefined]);
    expect(lines[2]?.faults.map(({ column }) => column)).toEqual(['gid']);
  });
});
