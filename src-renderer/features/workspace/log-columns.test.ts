import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../contract/app/presence-contract.ts';
import { asTsv } from '../../tables/as-tsv.ts';
import { found } from '../../tables/page-of-rows.ts';
import { LOG_COLUMNS, LOG_TABLE_COLUMNS, logRows } from './log-columns.ts';

const entry = (patch: Partial<LogEntry>): LogEntry => ({
  ...{ id: 'e-1', at: '2021-03-15T12:00:00.000Z', kind: 'note', authorName: 'Inès Coquelicot', mine: true },
  ...{ text: 'Rien à signaler.', waiting: false },
  ...patch,
});
const ROWS = logRows([
  entry({ id: 'e-3', kind: 'hand-over', authorName: 'Camille Aubépine', text: 'Relève : étudiants à rappeler.' }),
  entry({ id: 'e-2', at: '2021-03-14T12:00:00.000Z', text: '=1+1 réservé', waiting: true }),
  entry({}),
]);
const idsOf = (search: string, filters: Parameters<typeof found>[2]['filters'] = []) =>
  found(ROWS, LOG_TABLE_COLUMNS, { search, filters }).map(({ id }) => id);

describe('the cell’s log as a table', () => {
  it('D15 is searched in its texts and its authors, accents and case aside', () => {
    expect([idsOf('ETUDIANTS releve'), idsOf('aubepine'), idsOf('coquelicot reserve')]).toEqual([
      ['e-3'],
      ['e-3'],
      ['e-2'],
    ]);
  });

  it('D15 is filtered by kind, author and day', () => {
    const among = (column: string, value: string) => idsOf('', [{ type: 'among', column, values: [value] }]);
    expect(among('kind', 'note')).toEqual(['e-2', 'e-1']);
    expect(among('author', 'Camille Aubépine')).toEqual(['e-3']);
    expect(among('day', '2021-03-14')).toEqual(['e-2']);
  });

  it('S27 leaves as words that no spreadsheet computes', () => {
    const shown = LOG_COLUMNS.filter(({ shownAtFirst }) => shownAtFirst);
    const [title, , line] = asTsv(shown, ROWS).split('\r\n');
    expect(title).toBe('Moment\tNature\tAuteur\tTexte\tEnvoi');
    expect(line).toMatch(/\tNote\tInès Coquelicot\t'=1\+1 réservé\ten attente d’envoi$/);
  });
});
