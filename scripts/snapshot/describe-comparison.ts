/** A comparison in French sentences, and as one object for scripts. */
import { CHANGE_FIGURE_NAMES, CHANGE_FIGURES } from '../../contract/domain/snapshot-figure.ts';
import type { SnapshotComparison } from '../../src-main/snapshots/compare/compare-snapshots.ts';

export function totalsOf({ lines }: SnapshotComparison): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { figure } of lines) totals[figure] = (totals[figure] ?? 0) + 1;
  return totals;
}

export function describeComparison(comparison: SnapshotComparison): string {
  const totals = totalsOf(comparison);
  const said = CHANGE_FIGURE_NAMES.flatMap((figure) => {
    const total = totals[figure] ?? 0;
    return total === 0 ? [] : [`${CHANGE_FIGURES[figure].label.padEnd(56)} ${String(total).padStart(7)}`];
  });
  const warnings = [
    ...(comparison.scopesDiffer ? ['Attention : les deux instantanés ne montrent pas le même périmètre.'] : []),
    ...(comparison.peopleAreComparable ? [] : ['Séries différentes : les personnes sont comptées, pas suivies.']),
  ];
  const { withheldBefore, withheldAfter, appeared, gainedAtLeast, gone, lostAtLeast } = comparison.unseen;
  const unseen =
    comparison.peopleAreComparable && appeared + gone > 0 && withheldBefore + withheldAfter > 0
      ? [
          `Volontaires écartés (groupes trop petits) : ${withheldBefore} avant, ${withheldAfter} après ; gagnés : ${gainedAtLeast} au moins ; perdus : ${lostAtLeast} au moins.`,
        ]
      : [];
  const counts = comparison.peopleAreComparable
    ? []
    : comparison.counts.map(
        ({ agency, departement, profession, engagement, before, after, certain }) =>
          `  ARS ${agency ?? '—'} · ${departement ?? '—'} · ${profession ?? '—'} · ${engagement} : ${before ?? 'moins de 5'} → ${after ?? 'moins de 5'}${certain ? '' : ' (non comparables)'}`,
      );
  const nothing = said.length === 0 && counts.length === 0 ? ['Aucun changement.'] : [];
  return [...warnings, ...nothing, ...said, ...unseen, ...counts, ''].join('\n');
}
