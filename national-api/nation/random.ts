/**
 * Seeded randomness: the same seed gives the same nation on every machine and database. The generator is sfc32 (Chris
 * Doty-Humphrey, PractRand): 128 bits of state, 32 bits out, only additions, shifts and exclusive ors. Each topic draws
 * from a stream of its own, so that one more draw for a mission does not change every candidate after it.
 */

export interface Random {
  /** In [0, 1). */
  unit(): number;
  /** A whole number, both bounds inclusive. */
  integer(least: number, most: number): number;
  /** A number in [least, most). */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item;
  /** A copy in another order. */
  shuffle<Item>(items: readonly Item[]): Item[];
  /** A UUIDv7 whose time is `instant` (milliseconds). */
  id(instant: number): string;
  /** `count` bytes in hexadecimal. */
  hex(count: number): string;
}

const HYPHENS = new Set([4, 6, 8, 10]);
const HEXADECIMAL = '0123456789abcdef';

/** Written byte by byte into one flat string: a nation keeps a million of them. */
function uuidText(digits: Uint8Array): string {
  const text = Buffer.allocUnsafe(36);
  let at = 0;
  for (const [index, byte] of digits.entries()) {
    if (HYPHENS.has(index)) text[at++] = 0x2d;
    text[at++] = HEXADECIMAL.charCodeAt(byte >> 4);
    text[at++] = HEXADECIMAL.charCodeAt(byte & 15);
  }
  return text.toString('latin1');
}

/** FNV-1a, 32 bits: turns the name of a stream into one word of state. */
function hashWord(text: string, basis: number): number {
  let hash = basis >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** sfc32 over four words taken from the stream's name. */
function createSfc32(name: string): () => number {
  let a = hashWord(name, 0x811c9dc5);
  let b = hashWord(name, 0x9e3779b9);
  let c = hashWord(name, 0x85ebca6b);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  // The first outputs still look like the seed.
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

/**
 * A stream of randomness.
 *
 * @example
 * const random = createRandom(1, 'candidates');
 * random.integer(1, 6);
 */
export function createRandom(seed: number, stream: string): Random {
  const word = createSfc32(`${seed}:${stream}`);
  const unit = (): number => word() / 2 ** 32;
  const integer = (least: number, most: number): number => least + Math.floor(unit() * (most - least + 1));
  const hex = (count: number): string => {
    const bytes = Buffer.allocUnsafe(Math.ceil(count / 4) * 4);
    for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32BE(word(), at);
    return bytes.toString('hex', 0, count);
  };
  return {
    unit,
    integer,
    hex,
    between: (least, most) => least + unit() * (most - least),
    chance: (probability) => unit() < probability,
    pick(items) {
      const item = items[Math.floor(unit() * items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
    shuffle(items) {
      const copy = [...items];
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = Math.floor(unit() * (index + 1));
        const kept = copy[index] as (typeof copy)[number];
        copy[index] = copy[other] as (typeof copy)[number];
        copy[other] = kept;
      }
      return copy;
    },
    id(instant) {
      const digits = Buffer.allocUnsafe(16);
      digits.writeUIntBE(Math.floor(instant), 0, 6);
      digits.writeUInt32BE(word(), 6);
      digits.writeUInt32BE(word(), 10);
      digits.writeUInt16BE(word() & 0xffff, 14);
      digits[6] = 0x70 | ((digits[6] ?? 0) & 0x0f);
      digits[8] = 0x80 | ((digits[8] ?? 0) & 0x3f);
      return uuidText(digits);
    },
  };
}
