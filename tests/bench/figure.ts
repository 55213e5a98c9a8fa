/** What a case tells beside its time: quantiles of many questions, ratios, memory. */

export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: 'ms' | 'Mo' | '×';
  /** What PERFORMANCE asks for, when it asks for something. */
  readonly budget: number | null;
  /** 'at-most': the value must not pass the budget. */
  readonly hold?: 'at-most' | 'at-least';
}

export function isHeld({ value, budget, hold = 'at-most' }: Figure): boolean | null {
  if (budget === null) return null;
  return hold === 'at-most' ? value <= budget : value >= budget;
}

export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly sum: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const WARM_UP = 20;

/** Asks every input once, after a few to warm up; milliseconds of the clock on the wall. */
export function timeEach<Input>(inputs: readonly Input[], ask: (input: Input) => unknown): Quantiles {
  if (inputs.length > WARM_UP) for (const input of inputs.slice(0, WARM_UP)) ask(input);
  const times = inputs.map((input) => {
    const start = performance.now();
    ask(input);
    return performance.now() - start;
  });
  times.sort((left, right) => left - right);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), sum: times.reduce((sum, one) => sum + one, 0) };
}

/** Says in each label how many rows the figure stands on. */
export function atSize(
  { candidates, missions }: { readonly candidates: number; readonly missions: number },
  figures: readonly Figure[],
): Figure[] {
  const size = `${candidates.toLocaleString('fr-FR')} personnes, ${missions.toLocaleString('fr-FR')} missions`;
  return figures.map((figure) => ({ ...figure, label: `${figure.label} (${size})` }));
}

/** @param budget of the p99, in milliseconds */
export function quantileFigures(label: string, { p50, p99 }: Quantiles, budget: number | null = null): Figure[] {
  return [
    { label: `${label}, médiane`, value: p50, unit: 'ms', budget: null },
    { label: `${label}, p99`, value: p99, unit: 'ms', budget },
  ];
}
