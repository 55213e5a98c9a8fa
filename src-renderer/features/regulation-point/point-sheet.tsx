import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { RegulationPoint } from '../../../contract/app/snapshot-contract.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel, departementLabel, professionLabel } from '../../text/labels.ts';
import type { PointColumn } from './point-rows.ts';
import { POINT_TABLE_COLUMNS } from './point-rows.ts';
import { PointText } from './point-text.tsx';

const { point: WORDS } = FR_SNAPSHOTS;
const COLUMNS = POINT_TABLE_COLUMNS.map(({ name }) => name).filter((name) => name !== 'agency');

const cell = (row: RegulationPoint['rows'][number], name: PointColumn): string => {
  if (name === 'departement') return departementLabel(row.departement);
  if (name === 'profession') return professionLabel(row.profession);
  return formatNumber(Number(row[name]));
};

/** The point as paper or a PDF takes it: its sentences, then its table. */
export function PointSheet({ point, onPrinted }: { readonly point: RegulationPoint; onPrinted(): void }) {
  useEffect(() => {
    const done = () => onPrinted();
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [onPrinted]);
  const rows = point.rows.filter(({ posts, people }) => posts + people > 0);
  return createPortal(
    <section className="dk-print" aria-hidden="true">
      <h1>
        {WORDS.title} · {agencyLabel(point.agency)}
      </h1>
      <p>{WORDS.of(point.at)}</p>
      <PointText point={point} />
      <table>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name}>{WORDS.columns[name]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.agency} ${row.departement} ${row.profession}`}>
              {COLUMNS.map((name) => (
                <td key={name}>{cell(row, name)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  );
}
