/** Which rows are chosen: a few by name, or all that a query found, as a handle. Pure. */
import type { ChosenSet } from './chosen-set.ts';

export interface ChosenAll {
  readonly handle: string;
  readonly count: number;
  /** Of the page on screen, those that the set holds; absent: every row, for the set is all that the table found. */
  readonly members?: ReadonlySet<string>;
}

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Everything that the filters found when it was asked for. */
  readonly all: ChosenAll | null;
  /** "All" was asked for and is not known yet: nothing is decided meanwhile. */
  readonly asking?: boolean;
}

export const NOTHING_CHOSEN: Chosen = { ids: new Set(), all: null };
const MOST_IDS = 1_000;

export function countOf({ ids, all }: Chosen): number {
  return all === null ? ids.size : all.count;
}

export function isChosen({ ids, all }: Chosen, id: string): boolean {
  return all === null ? ids.has(id) : (all.members?.has(id) ?? true);
}

/** Taking one row out of "all" leaves the rest of the page chosen. */
export function toggled(chosen: Chosen, id: string, page: readonly string[]): Chosen {
  const ids = new Set(chosen.all === null ? chosen.ids : page.filter((row) => isChosen(chosen, row)));
  if (ids.has(id)) ids.delete(id);
  else if (ids.size < MOST_IDS) ids.add(id);
  return { ids, all: null };
}

/** The choice on this page becomes these rows; what other pages hold stays. */
export function withPage(chosen: Chosen, page: readonly string[], wanted: readonly string[]): Chosen {
  const others = chosen.all === null ? [...chosen.ids].filter((id) => !page.includes(id)) : [];
  return { ids: new Set([...others, ...wanted].slice(0, MOST_IDS)), all: null };
}

export function withRange(chosen: Chosen, page: readonly string[], from: string, to: string): Chosen {
  const [first, last] = [page.indexOf(from), page.indexOf(to)].sort((left, right) => left - right);
  if (first === undefined || last === undefined || first < 0) return chosen;
  const ids = new Set([...(chosen.all === null ? chosen.ids : []), ...page.slice(first, last + 1)]);
  return { ids: new Set([...ids].slice(0, MOST_IDS)), all: null };
}

/** What a decision is about: the chosen rows, else the one looked at; null when there is neither, or while "all" is asked. */
export function targetsOf(chosen: Chosen, looked: string | null): ChosenSet | null {
  if (chosen.asking === true) return null;
  if (chosen.all !== null) return { type: 'handle', handle: chosen.all.handle, count: chosen.all.count };
  if (chosen.ids.size > 0) return { type: 'ids', ids: [...chosen.ids] };
  return looked === null ? null : { type: 'ids', ids: [looked] };
}
