import { Alert, Button, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Comparison } from '../../../contract/app/snapshot-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { CHANGE_FIGURE_NAMES, CHANGE_FIGURES } from '../../../contract/domain/snapshot-figure.ts';
import { DeskTable } from '../../tables/desk-table.tsx';
import { firstState } from '../../tables/first-state.ts';
import { TableToolbar } from '../../tables/table-toolbar.tsx';
import { useDeskTable } from '../../tables/use-desk-table.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { CHANGE_COLUMNS, figureLabel } from './change-columns.tsx';
import { changeSource } from './change-source.ts';
import { PeopleCounts } from './people-counts.tsx';

const { compare: WORDS } = FR_SNAPSHOTS;
const FIRST = firstState(CHANGE_COLUMNS, [{ column: 'figure', descending: false }]);
const GROUPS = ['figure', 'departement', 'profession', 'by'];
const FAMILIES = ['needs', 'people', 'regulation'] as const;

const nameOf = (row: TableRow) => `${figureLabel(row['figure'] ?? null)}, ${row['subject']}`;

/** The figures of a comparison, and the rows behind the one that is chosen; each column filters. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { comparisonId, totals, unseen } = comparison;
  const isAnybodyUnseen = unseen.appeared + unseen.gone > 0 && unseen.withheldBefore + unseen.withheldAfter > 0;
  const [figure, setFigure] = useState<string | null>(null);
  const [state, setState] = useState(FIRST);
  const [looked, setLooked] = useState<string | null>(null);
  const source = useMemo(() => changeSource(comparisonId, figure), [comparisonId, figure]);
  const table = useDeskTable(source, CHANGE_COLUMNS, state, setState);
  const counts = new Map<string, number>();
  for (const total of totals) counts.set(total.figure, (counts.get(total.figure) ?? 0) + total.count);
  const choose = (next: string | null) => {
    setFigure(next);
    setState((before) => ({ ...before, offset: 0 }));
  };
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: 0 }}>
      <strong>{WORDS.between(comparison.before.takenAt, comparison.after.takenAt)}</strong>
      {comparison.scopesDiffer && <Alert color="orange">{WORDS.otherScopes}</Alert>}
      {!comparison.peopleAreComparable && <Alert color="france">{WORDS.otherSeries}</Alert>}
      {comparison.peopleAreComparable && isAnybodyUnseen && <Alert color="france">{WORDS.unseen(unseen)}</Alert>}
      {totals.length === 0 && comparison.counts.length === 0 && <StatePanel title={WORDS.none} />}
      {totals.length > 0 && (
        <div className="dk-compared">
          <nav aria-label={WORDS.figures}>
            <FigureButton label={WORDS.all} count={null} chosen={figure === null} onChoose={() => choose(null)} />
            {FAMILIES.map((family) => {
              const names = CHANGE_FIGURE_NAMES.filter(
                (name) => CHANGE_FIGURES[name].family === family && counts.has(name),
              );
              if (names.length === 0) return null;
              return (
                <div key={family}>
                  <h2>{WORDS.families[family]}</h2>
                  {names.map((name) => (
                    <FigureButton
                      key={name}
                      label={CHANGE_FIGURES[name].label}
                      count={counts.get(name) ?? 0}
                      chosen={figure === name}
                      onChoose={() => choose(name)}
                    />
                  ))}
                </div>
              );
            })}
          </nav>
          <div className="dk-column">
            <TableToolbar table={table} window="review" first={FIRST} title={WORDS.label} groups={GROUPS} />
            <DeskTable
              table={table}
              label={WORDS.label}
              nameOf={nameOf}
              looked={looked}
              onLook={setLooked}
              onOpen={setLooked}
              choosable={false}
              empty={() => <StatePanel title={WORDS.none} />}
            />
          </div>
        </div>
      )}
      {!comparison.peopleAreComparable && <PeopleCounts counts={comparison.counts} />}
    </Stack>
  );
}

interface FigureButtonProps {
  readonly label: string;
  readonly count: number | null;
  readonly chosen: boolean;
  onChoose(): void;
}

function FigureButton({ label, count, chosen, onChoose }: FigureButtonProps) {
  return (
    <Button
      variant={chosen ? 'light' : 'subtle'}
      fullWidth
      h="auto"
      mih={28}
      py={4}
      justify="space-between"
      styles={{ label: { whiteSpace: 'normal', textAlign: 'left', fontWeight: 500 } }}
      aria-pressed={chosen}
      rightSection={count === null ? undefined : <span className="dk-number">{formatNumber(count)}</span>}
      onClick={onChoose}
    >
      {label}
    </Button>
  );
}
