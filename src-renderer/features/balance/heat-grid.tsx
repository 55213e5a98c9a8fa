import '../../ui/heat.css';
import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { formatNumber } from '../../text/format.ts';
import { FR_BALANCE } from '../../text/fr-balance.ts';
import { professionLabel } from '../../text/labels.ts';
import { levelOf } from './heat-level.ts';
import type { HeatTable, Place, Sums } from './heat-table.ts';
import { longPlace, shortPlace } from './place-words.ts';

export type Measure = 'tension' | 'posts' | 'free';

/** A cell: of one place and one profession; null stands for all of them. */
export interface ChosenCell {
  readonly place: { readonly code: Place } | null;
  readonly profession: string | null;
}

interface HeatGridProps {
  readonly table: HeatTable;
  readonly by: 'agency' | 'departement';
  readonly measure: Measure;
  readonly chosen: ChosenCell;
  onChoose(cell: ChosenCell): void;
  onOpen(cell: ChosenCell): void;
}

const sameCell = (left: ChosenCell, right: ChosenCell) =>
  left.profession === right.profession && JSON.stringify(left.place) === JSON.stringify(right.place);

function figureOf(sums: Sums, measure: Measure): string {
  if (measure !== 'tension') return sums[measure] === 0 ? '·' : formatNumber(sums[measure]);
  return sums.posts === 0 ? '·' : FR_BALANCE.tensionWords(sums.tension);
}

/** The heatmap: arrows move from cell to cell, Enter goes to the missions; shade, bar and weight say the same as the figure. */
export function HeatGrid({ table, by, measure, chosen, onChoose, onOpen }: HeatGridProps) {
  const frame = useRef<HTMLTableElement>(null);
  const columns: readonly ChosenCell['place'][] = [null, ...table.places.map((code) => ({ code }))];
  const lines: readonly (string | null)[] = [null, ...table.professions];
  const sumsAt = (place: ChosenCell['place'], profession: string | null): Sums => {
    if (place === null) return profession === null ? table.whole : table.ofProfession(profession);
    return profession === null ? table.ofPlace(place.code) : table.cell(place.code, profession);
  };
  const focus = (line: number, column: number) =>
    frame.current?.querySelector<HTMLElement>(`[data-cell="${line} ${column}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const at = (event.target as HTMLElement).dataset['cell']?.split(' ').map(Number);
    const [line = 0, column = 0] = at ?? [];
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (at === undefined || step === undefined) return;
    event.preventDefault();
    const next = [
      Math.min(lines.length - 1, Math.max(0, line + (step[0] ?? 0))),
      Math.min(columns.length - 1, Math.max(0, column + (step[1] ?? 0))),
    ] as const;
    focus(...next);
    onChoose({ profession: lines[next[0]] ?? null, place: columns[next[1]] ?? null });
  };
  return (
    <table className="dk-heat" aria-label={FR_BALANCE.table} ref={frame} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{FR_BALANCE.profession}</th>
          {columns.map((place) => (
            <th key={String(place?.code ?? (place === null ? 'all' : 'none'))} scope="col">
              {place === null ? (
                FR_BALANCE.allShort
              ) : (
                <abbr title={longPlace(place.code, by)} style={{ textDecoration: 'none' }}>
                  {shortPlace(place.code)}
                </abbr>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((profession, line) => (
          <tr key={profession ?? 'all'}>
            <th scope="row" title={profession === null ? FR_BALANCE.all : professionLabel(profession)}>
              {profession === null ? FR_BALANCE.all : professionLabel(profession)}
            </th>
            {columns.map((place, column) => {
              const sums = sumsAt(place, profession);
              const cell = { place, profession };
              const isChosen = sameCell(cell, chosen);
              const level = levelOf(sums);
              const where = place === null ? FR_BALANCE.all : longPlace(place.code, by);
              return (
                <td key={String(place?.code ?? (place === null ? 'all' : 'none'))}>
                  <button
                    type="button"
                    className="dk-heat-cell"
                    data-cell={`${line} ${column}`}
                    data-level={level}
                    aria-pressed={isChosen}
                    tabIndex={isChosen ? 0 : -1}
                    title={`${where} : ${FR_BALANCE.cell(sums.posts, sums.free)} · ${FR_BALANCE.levels[level]}`}
                    aria-label={`${figureOf(sums, measure)}, ${where}, ${FR_BALANCE.levels[level]}, ${FR_BALANCE.cell(sums.posts, sums.free)}`}
                    onClick={() => onChoose(cell)}
                    onDoubleClick={() => onOpen(cell)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter') return;
                      event.preventDefault();
                      onOpen(cell);
                    }}
                  >
                    {figureOf(sums, measure)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
