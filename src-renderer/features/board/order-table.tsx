import { Checkbox } from '@mantine/core';
import type { OrderRow } from '../../../contract/app/board-contract.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { professionLabel } from '../../text/labels.ts';
import { laneWords } from './board-words.ts';

interface OrderTableProps {
  readonly rows: readonly OrderRow[];
  readonly ticked: ReadonlySet<string>;
  onTick(next: ReadonlySet<string>): void;
}

/** Row by row: where the mission is, where the score would put it, and whose decision that would change. */
export function OrderTable({ rows, ticked, onTick }: OrderTableProps) {
  const count = rows.filter(({ id }) => ticked.has(id)).length;
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTick(next);
  };
  const toggleAll = () => {
    const shown = rows.map(({ id }) => id);
    const others = [...ticked].filter((id) => !shown.includes(id));
    onTick(new Set(count === rows.length ? others : [...others, ...shown]));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="dk-scroll" style={{ maxHeight: '46vh' }} aria-label={FR_BOARD.proposal.title} tabIndex={0}>
      <table className="dk-plain bd-order">
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label={FR_BOARD.proposal.acceptAllShown}
                checked={rows.length > 0 && count === rows.length}
                indeterminate={count > 0 && count < rows.length}
                onChange={toggleAll}
              />
            </th>
            <th>{FR_BOARD.proposal.establishment}</th>
            <th>{FR_BOARD.proposal.need}</th>
            <th className="dk-right">{FR_BOARD.proposal.score}</th>
            <th>{FR_BOARD.proposal.before}</th>
            <th>{FR_BOARD.proposal.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Checkbox
                  aria-label={FR_BOARD.proposal.accept(row.establishmentName)}
                  checked={ticked.has(row.id)}
                  onChange={() => toggle(row.id)}
                />
              </td>
              <td>
                {row.establishmentName} <span className="dk-quiet">({row.departement})</span>
              </td>
              <td>
                {row.remaining} × {professionLabel(row.profession)}
              </td>
              <td className="dk-right">{row.score}</td>
              <td>
                {laneWords(row.before)}
                {row.byName !== null && <span className="dk-quiet"> {FR_BOARD.proposal.by(row.byName)}</span>}
              </td>
              <td>
                <strong>{laneWords(row.after)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
