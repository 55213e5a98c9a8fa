/** Everything about a table that a person set, kept with the window and in saved views. Pure; parsed tolerantly. */
import type { TableFilter, TableQuery, TableSort } from '../../contract/app/table-query.ts';
import { readKept } from '../data/read-kept.ts';

export interface TableState {
  readonly filters: readonly TableFilter[];
  readonly search: string;
  readonly sorts: readonly TableSort[];
  readonly offset: number;
  readonly limit: number;
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  /** Column whose values make the groups. */
  readonly group: string | null;
}

export const PAGE_SIZES = [50, 100, 200] as const;
const MOST_SORTS = 5;

export function withFilter(state: TableState, column: string, filter: TableFilter | null): TableState {
  const others = state.filters.filter((one) => one.column !== column);
  return { ...state, offset: 0, filters: filter === null ? others : [...others, filter] };
}

/** A first press sorts upwards, a second downwards, a third no more; `additive` keeps the other sorts. */
export function withSort(state: TableState, column: string, additive: boolean): TableState {
  const before = state.sorts.find((sort) => sort.column === column);
  const next: TableSort[] =
    before === undefined ? [{ column, descending: false }] : before.descending ? [] : [{ column, descending: true }];
  if (!additive) return { ...state, offset: 0, sorts: next };
  const replaced =
    before === undefined
      ? [...state.sorts, ...next]
      : state.sorts.flatMap((sort) => (sort.column === column ? next : [sort]));
  return { ...state, offset: 0, sorts: replaced.slice(0, MOST_SORTS) };
}

/** Puts a column before another. */
export function withColumnBefore(state: TableState, column: string, before: string): TableState {
  if (column === before || !state.order.includes(column) || !state.order.includes(before)) return state;
  const others = state.order.filter((name) => name !== column);
  const at = others.indexOf(before);
  return { ...state, order: [...others.slice(0, at), column, ...others.slice(at)] };
}

export function withColumnMoved(state: TableState, column: string, by: 1 | -1): TableState {
  const at = state.order.indexOf(column);
  const to = at + by;
  if (at < 0 || to < 0 || to >= state.order.length) return state;
  const order = state.order.filter((name) => name !== column);
  return { ...state, order: [...order.slice(0, to), column, ...order.slice(to)] };
}

export function withHidden(state: TableState, column: string, hide: boolean): TableState {
  const others = state.hidden.filter((name) => name !== column);
  return { ...state, hidden: hide ? [...others, column] : others };
}

/** Pixels; below, nothing can be read. */
export const NARROWEST = 48;

export function withWidth(state: TableState, column: string, width: number): TableState {
  return { ...state, widths: { ...state.widths, [column]: Math.max(NARROWEST, Math.round(width)) } };
}

/** What the engine is asked: a group comes first among the sorts. */
export function queryOf(state: TableState): TableQuery {
  const { group, sorts } = state;
  const grouped =
    group === null
      ? sorts
      : [
          sorts.find((sort) => sort.column === group) ?? { column: group, descending: false },
          ...sorts.filter((sort) => sort.column !== group),
        ];
  return {
    filters: [...state.filters],
    search: state.search,
    sorts: grouped.slice(0, MOST_SORTS),
    offset: state.offset,
    limit: state.limit,
  };
}

/** What was kept, where it still makes sense; columns that came since are added at their place's end. */
export function readTableState(kept: string | null, first: TableState): TableState {
  return tableStateOf(readKept(kept), first);
}

/** The same of a part of what a window kept. */
export function tableStateOf(parsed: Readonly<Record<string, unknown>>, first: TableState): TableState {
  const known = (name: unknown): name is string => typeof name === 'string' && first.order.includes(name);
  const onKnown = (one: unknown): boolean => known((one as { column?: unknown } | null)?.column);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const order = list(parsed['order']).filter(known);
  const widths = parsed['widths'];
  return {
    filters: list(parsed['filters']).filter(onKnown) as TableFilter[],
    search: typeof parsed['search'] === 'string' ? parsed['search'] : first.search,
    sorts: Array.isArray(parsed['sorts']) ? (parsed['sorts'].filter(onKnown) as TableSort[]) : first.sorts,
    offset: 0,
    limit: PAGE_SIZES.find((size) => size === parsed['limit']) ?? first.limit,
    order: [...order, ...first.order.filter((name) => !order.includes(name))],
    hidden: Array.isArray(parsed['hidden']) ? parsed['hidden'].filter(known) : first.hidden,
    widths: typeof widths === 'object' && widths !== null ? (widths as Record<string, number>) : first.widths,
    group: known(parsed['group']) ? parsed['group'] : first.group,
  };
}
