/**
 * The candidates of one moment, copied so that a plan is made on a state that nobody moves any more: packed arrays that
 * cross to a worker in one piece. People stand in the order of their ids, so that equal plans fall out alike on every
 * workstation, whatever slots its image gave them.
 */
import type { CivilRange } from '../../../contract/domain/civil-date.ts';
import { CandidateTerms } from '../matching/candidate-terms.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';

export interface FrozenPeople {
  readonly at: CandidateTerms['at'];
  readonly territorial: ReadonlyMap<number, readonly string[]>;
  readonly promised: ReadonlyMap<number, readonly CivilRange[]>;
  /** By place: solicitations of the last 7 days, 255 at most; and whether there ever was one. */
  readonly recent: Uint8Array;
  readonly solicited: Uint8Array;
}

/** Solicitations by candidate id, of those who ever had one. */
export type Fatigue = ReadonlyMap<string, { readonly recent: number }>;

export interface Freezing {
  readonly people: FrozenPeople;
  /** By place. */
  readonly ids: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** The places of whom matching knows by slot. */
  replace<Value>(bySlot: ReadonlyMap<number, Value>): Map<number, Value>;
}

/** @param keep slots of the people who matter; absent: everybody */
export function freezePeople(
  { image, terms }: CandidateTable,
  fatigue: Fatigue,
  keep: (slot: number) => boolean = () => true,
): Freezing {
  const order = image.order(null).filter(keep);
  const places = new Int32Array(image.extent).fill(-1);
  order.forEach((slot, place) => {
    places[slot] = place;
  });
  const arrays = Object.entries(terms.at).map(([name, values]) => [
    name,
    values.slice(0, order.length).map((_, place) => values[order[place] ?? 0] ?? 0),
  ]);
  const ids = Array.from(order, (slot) => image.idAt(slot) ?? '');
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const recent = new Uint8Array(ids.length);
  const solicited = new Uint8Array(ids.length);
  for (const [id, { recent: count }] of fatigue) {
    const place = placeOf.get(id);
    if (place === undefined) continue;
    recent[place] = Math.min(255, count);
    solicited[place] = 1;
  }
  const replace = <Value>(bySlot: ReadonlyMap<number, Value>): Map<number, Value> =>
    new Map([...bySlot].flatMap(([slot, value]) => ((places[slot] ?? -1) < 0 ? [] : [[places[slot] ?? 0, value]])));
  return {
    people: {
      at: Object.fromEntries(arrays) as CandidateTerms['at'],
      territorial: replace(terms.territorial),
      promised: replace(terms.promised),
      recent,
      solicited,
    },
    ids,
    placeOf,
    replace,
  };
}

/** The terms that the walls and points of matching read, over what was frozen. */
export function thawPeople({ at, territorial, promised }: FrozenPeople): CandidateTerms {
  const terms = new CandidateTerms();
  terms.at = at;
  for (const [place, pools] of territorial) terms.territorial.set(place, pools);
  for (const [place, ranges] of promised) terms.promised.set(place, ranges);
  return terms;
}
