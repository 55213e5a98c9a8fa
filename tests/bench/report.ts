/** From samples to medians, ratios and a table that a person reads. Pure. */
import type { DatabaseKind } from './bench-case.ts';
import type { CaseName } from './cases.ts';
import { CASES } from './cases.ts';
import type { Figure } from './figure.ts';
import { isHeld } from './figure.ts';

export interface Sample {
  readonly name: CaseName;
  readonly database: DatabaseKind;
  readonly round: number;
  readonly milliseconds: number;
  readonly count: number;
  readonly bytes?: number | undefined;
  readonly figures?: readonly Figure[] | undefined;
  readonly peakMegabytes: number;
}

export interface Result {
  readonly name: CaseName;
  readonly database: DatabaseKind;
  readonly samples: number;
  readonly medianMilliseconds: number;
  readonly range: readonly [number, number];
  readonly count: number;
  readonly perSecond: number;
  readonly megabytes: number | null;
  readonly peakMegabytes: number;
  /** Medians of the rounds. */
  readonly figures: readonly Figure[];
}

export interface Ratio {
  readonly label: string;
  readonly value: number;
  /** What PERFORMANCE asks for, when it asks for something. */
  readonly budget: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function summarise(samples: readonly Sample[]): readonly Result[] {
  return [...Map.groupBy(samples, ({ name, database }) => `${name}:${database}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const times = group.map(({ milliseconds }) => milliseconds);
    const medianMilliseconds = median(times);
    return [
      {
        name: first.name,
        database: first.database,
        samples: group.length,
        medianMilliseconds,
        range: [Math.min(...times), Math.max(...times)] as const,
        count: first.count,
        perSecond: (first.count / medianMilliseconds) * 1_000,
        megabytes: first.bytes === undefined ? null : first.bytes / 1e6,
        peakMegabytes: Math.max(...group.map(({ peakMegabytes }) => peakMegabytes)),
        figures: medianFigures(group),
      },
    ];
  });
}

function medianFigures(group: readonly Sample[]): Figure[] {
  const all = group.flatMap(({ figures = [] }) => figures);
  return [...Map.groupBy(all, ({ label }) => label).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, value: median(same.map(({ value }) => value)) }];
  });
}

/** Numerator, denominator, budget. Ratios of one interleaved run mean more than its milliseconds. */
const RATIOS: readonly (readonly [label: string, of: string, to: string, budget: number | null])[] = [
  ['Premier transfert par flux (poste) / plancher', 'stream-taken', 'raw-floor', 1.3],
  ['Premier transfert par instantané / plancher', 'snapshot-opened', 'raw-floor', 0.25],
  ['Première synchronisation par flux, tout compris / plancher', 'first-sync-stream', 'raw-floor', 1.3],
  ['Première synchronisation par instantané, tout compris / plancher', 'first-sync-snapshot', 'raw-floor', 0.25],
  ['Flux côté service / plancher (SQLite)', 'stream-given:sqlite', 'raw-floor', null],
  ['Flux côté service / plancher (PostgreSQL)', 'stream-given:postgres', 'raw-floor', null],
  ['Génération / plancher (SQLite)', 'generation:sqlite', 'raw-floor', null],
  ['Génération PostgreSQL / SQLite', 'generation:postgres', 'generation:sqlite', null],
];

/** The same count by other batches: speed against speed. */
const SPEEDS: readonly (readonly [label: string, of: string, to: string])[] = [
  ['Décisions par seconde, lots de 1 000 / une à une (SQLite)', 'commands-1000:sqlite', 'commands-1:sqlite'],
  ['Décisions par seconde, lots de 1 000 / une à une (PostgreSQL)', 'commands-1000:postgres', 'commands-1:postgres'],
  ['Décisions une à une, PostgreSQL / SQLite', 'commands-1:postgres', 'commands-1:sqlite'],
];

/** What happens on the workstation has no database behind it. */
const keyOf = ({ name, database }: Result): string => (CASES[name].onEachDatabase ? `${name}:${database}` : name);

export function ratiosOf(results: readonly Result[]): readonly Ratio[] {
  const byKey = new Map(results.map((result) => [keyOf(result), result]));
  const times = RATIOS.flatMap(([label, of, to, budget]) => {
    const [one, other] = [byKey.get(of), byKey.get(to)];
    if (one === undefined || other === undefined) return [];
    return [{ label, value: one.medianMilliseconds / other.medianMilliseconds, budget }];
  });
  const speeds = SPEEDS.flatMap(([label, of, to]) => {
    const [one, other] = [byKey.get(of), byKey.get(to)];
    return one === undefined || other === undefined
      ? []
      : [{ label, value: one.perSecond / other.perSecond, budget: null }];
  });
  return [...times, ...speeds];
}

const french = (value: number, digits = 0): string =>
  value.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function ratioLine({ label, value, budget }: Ratio): string {
  const verdict = budget === null ? '' : `   budget ≤ ${french(budget, 2)} : ${value <= budget ? 'tenu' : 'DÉPASSÉ'}`;
  return `  ${french(value, 2).padStart(8)}  ${label}${verdict}`;
}

function resultLine(result: Result): string {
  const [least, most] = result.range;
  const cells = [
    CASES[result.name].label.padEnd(40),
    (CASES[result.name].onEachDatabase ? result.database : 'poste').padEnd(9),
    `${french(result.medianMilliseconds)} ms`.padStart(12),
    `[${french(least)}–${french(most)}]`.padStart(17),
    french(result.count).padStart(10),
    `${french(result.perSecond)}/s`.padStart(12),
    (result.megabytes === null ? '' : `${french(result.megabytes, 1)} Mo`).padStart(10),
    `${french(result.peakMegabytes)} Mo`.padStart(9),
  ];
  return `  ${cells.join(' ')}`;
}

const VERDICTS = { held: 'tenu', passed: 'DÉPASSÉ' } as const;

function figureLine(figure: Figure): string {
  const { label, value, unit, budget, hold = 'at-most' } = figure;
  const sign = hold === 'at-most' ? '≤' : '≥';
  const verdict =
    budget === null
      ? ''
      : `   budget ${sign} ${french(budget)} : ${VERDICTS[isHeld(figure) === true ? 'held' : 'passed']}`;
  return `  ${french(value, 2).padStart(10)} ${unit.padEnd(2)}  ${label}${verdict}`;
}

/** The page printed at the end. */
export function writeReport(title: string, results: readonly Result[]): string {
  const header = `  ${'Mesure'.padEnd(40)} ${'Base'.padEnd(9)} ${'médiane'.padStart(12)} ${'[min–max]'.padStart(17)} ${'nombre'.padStart(10)} ${'débit'.padStart(12)} ${'volume'.padStart(10)} ${'mémoire'.padStart(9)}`;
  return [
    title,
    '',
    'Rapports (le nombre à lire : mesures entrelacées d’un même passage)',
    ...ratiosOf(results).map(ratioLine),
    '',
    header,
    ...results.map(resultLine),
    '',
    'Chiffres propres aux mesures (médianes des passages)',
    ...results.flatMap(({ figures }) => figures.map(figureLine)),
    '',
  ].join('\n');
}
