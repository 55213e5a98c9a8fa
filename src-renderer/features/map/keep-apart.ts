/**
 * Where markers are drawn so that each can be read: at its own place, or as near to it as leaves the others uncovered.
 * Pure, in pixels of the screen.
 */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Mark extends Spot {
  /** Half of what it covers. */
  readonly radius: number;
}

const AIR = 2;
/** Steps away from its own place, and in how many directions. */
const STEPS = [0, 8, 14, 20, 26, 32, 38, 46];
const DIRECTIONS = 12;
/** Farther than this nothing can be covered: twice the widest marker, and the longest step. */
const BLOCK = 100;

/**
 * Goes through the marks in their order: the first stays, the next ones give way; where there is no room, the least is
 * covered.
 *
 * @param standing marks that were placed before, of another kind
 * @returns a spot each
 *
 * @example keepApart([{ x: 0, y: 0, radius: 10 }], []) // [{ x: 0, y: 0 }]
 */
export function keepApart(marks: readonly Mark[], standing: readonly Mark[]): Spot[] {
  const blocks = new Map<string, Mark[]>();
  const keyOf = (x: number, y: number) => `${Math.floor(x / BLOCK)} ${Math.floor(y / BLOCK)}`;
  const stand = (mark: Mark): void => {
    const key = keyOf(mark.x, mark.y);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [mark]);
    else block.push(mark);
  };
  const near = ({ x, y }: Spot): readonly Mark[] =>
    [-BLOCK, 0, BLOCK].flatMap((right) =>
      [-BLOCK, 0, BLOCK].flatMap((down) => blocks.get(keyOf(x + right, y + down)) ?? []),
    );
  for (const mark of standing) stand(mark);
  return marks.map((mark) => {
    const spot = freeSpot(mark, near(mark));
    stand({ ...spot, radius: mark.radius });
    return spot;
  });
}

function freeSpot(mark: Mark, others: readonly Mark[]): Spot {
  let best: Spot = { x: mark.x, y: mark.y };
  let least = Number.POSITIVE_INFINITY;
  for (const step of STEPS) {
    for (let turn = 0; turn < (step === 0 ? 1 : DIRECTIONS); turn += 1) {
      const angle = (turn / DIRECTIONS) * 2 * Math.PI;
      // To the left first: names of towns run to the right.
      const spot = { x: mark.x - step * Math.cos(angle), y: mark.y - step * Math.sin(angle) };
      const covered = coveredAt(spot, mark.radius, others);
      if (covered === 0) return spot;
      if (covered < least) {
        least = covered;
        best = spot;
      }
    }
  }
  return best;
}

/** Pixels by which a marker there would reach into others. */
function coveredAt({ x, y }: Spot, radius: number, others: readonly Mark[]): number {
  return others.reduce(
    (sum, other) => sum + Math.max(0, radius + other.radius + AIR - Math.hypot(x - other.x, y - other.y)),
    0,
  );
}
