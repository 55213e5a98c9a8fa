/** The cells of the balance as a table: professions down, places across, each with its sums. Pure. */
import type { BalanceCell } from '../../../contract/app/nation-contract.ts';

export type Place = BalanceCell['place'];
export type Sums = Pick<BalanceCell, 'missions' | 'posts' | 'free' | 'engaged' | 'tension'>;

export interface HeatTable {
  readonly places: readonly Place[];
  readonly professions: readonly string[];
  cell(place: Place, profession: string): Sums;
  /** Of one place, whatever the profession; of one profession, wherever. */
  ofPlace(place: Place): Sums;
  ofProfession(profession: string): Sums;
  readonly whole: Sums;
}

const NOTHING: Sums = { missions: 0, posts: 0, free: 0, engaged: 0, tension: 0 };

function sumOf(cells: readonly Sums[]): Sums {
  const sum = cells.reduce(
    (all, { missions, posts, free, engaged }) => ({
      missions: all.missions + missions,
      posts: all.posts + posts,
      free: all.free + free,
      engaged: all.engaged + engaged,
    }),
    { missions: 0, posts: 0, free: 0, engaged: 0 },
  );
  return { ...sum, tension: Math.round((sum.posts / (sum.free + 1)) * 100) / 100 };
}

const keyOf = (place: Place, profession: string) => `${place ?? ''} ${profession}`;

/**
 * Professions that need somebody come first, the tensest at the top; places in the order given, those that have nothing
 * left out.
 *
 * @param order every place in its order on screen
 */
export function heatTable(cells: readonly BalanceCell[], order: readonly Place[]): HeatTable {
  const byKey = new Map(cells.map((cell) => [keyOf(cell.place, cell.profession), cell]));
  const byProfession = Map.groupBy(cells, ({ profession }) => profession);
  const byPlace = Map.groupBy(cells, ({ place }) => place);
  const sums = new Map([...byProfession].map(([profession, some]) => [profession, sumOf(some)]));
  const places = new Map([...byPlace].map(([place, some]) => [place, sumOf(some)]));
  const professions = [...sums]
    .filter(([, { posts, free, engaged }]) => posts + free + engaged > 0)
    .toSorted(([one, left], [other, right]) => {
      if ((left.posts === 0) !== (right.posts === 0)) return left.posts === 0 ? 1 : -1;
      return right.tension - left.tension || right.posts - left.posts || (one < other ? -1 : 1);
    })
    .map(([profession]) => profession);
  return {
    places: order.filter((place) => places.has(place)),
    professions,
    cell: (place, profession) => byKey.get(keyOf(place, profession)) ?? NOTHING,
    ofPlace: (place) => places.get(place) ?? NOTHING,
    ofProfession: (profession) => sums.get(profession) ?? NOTHING,
    whole: sumOf(cells),
  };
}
