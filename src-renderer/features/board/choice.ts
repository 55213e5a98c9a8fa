/** Which cards are chosen: some by name, or a whole cell as a handle. Pure. */
import type { ChosenSet } from '../../tables/chosen-set.ts';

export interface Choice {
  readonly ids: ReadonlySet<string>;
  /** A whole cell, as it was found. */
  readonly cell: { readonly band: string; readonly lane: string; readonly set: ChosenSet } | null;
}

export const NO_CHOICE: Choice = { ids: new Set(), cell: null };
const MOST_IDS = 1_000;

export function countChosen({ ids, cell }: Choice): number {
  if (cell === null) return ids.size;
  return cell.set.type === 'ids' ? cell.set.ids.length : cell.set.count;
}

export function isCardChosen({ ids, cell }: Choice, card: { id: string }, band: string, lane: string): boolean {
  return cell === null ? ids.has(card.id) : cell.band === band && cell.lane === lane;
}

export function withToggled({ ids }: Choice, id: string): Choice {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < MOST_IDS) next.add(id);
  return { ids: next, cell: null };
}

export function withAdded({ ids }: Choice, added: readonly string[]): Choice {
  return { ids: new Set([...ids, ...added].slice(0, MOST_IDS)), cell: null };
}

export function setOf(choice: Choice): ChosenSet | null {
  if (choice.cell !== null) return choice.cell.set;
  return choice.ids.size === 0 ? null : { type: 'ids', ids: [...choice.ids] };
}
