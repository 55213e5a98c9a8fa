import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { TableRow } from '../../contract/app/table-query.ts';
import { formatMoment } from '../text/format.ts';
import { FR_EXPORT } from '../text/fr-export.ts';
import type { ColumnView } from './column-view.ts';

interface PrintSheetProps {
  readonly title: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly TableRow[];
  readonly total: number;
  /** The printer's dialog was closed. */
  onPrinted(): void;
}

/** The rows as paper takes them: nothing else of the window is printed. */
export function PrintSheet({ title, columns, rows, total, onPrinted }: PrintSheetProps) {
  useEffect(() => {
    const done = () => onPrinted();
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [onPrinted]);
  return createPortal(
    <section className="dk-print" aria-hidden="true">
      <h1>{title}</h1>
      <p>
        {FR_EXPORT.printed(rows.length, total)} ·{' '}
        {FR_EXPORT.printedOn(formatMoment(new Date(Date.now()).toISOString()))}
      </p>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, label }) => (
              <th key={name}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row['id'])}>
              {columns.map(({ name, words }) => (
                <td key={name}>{words(row[name] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  );
}
