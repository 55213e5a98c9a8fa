/** The one picture that stands for every uploaded document: a strip that reads SPECIMEN. */
import { crc32, deflateSync } from 'node:zlib';

/** Five columns of seven dots a letter; S P E C I M E N. */
const LETTERS = [
  '.####|#....|#....|.###.|....#|....#|####.',
  '####.|#...#|#...#|####.|#....|#....|#....',
  '#####|#....|#....|####.|#....|#....|#####',
  '.####|#....|#....|#....|#....|#....|.####',
  '.###.|..#..|..#..|..#..|..#..|..#..|.###.',
  '#...#|##.##|#.#.#|#...#|#...#|#...#|#...#',
  '#####|#....|#....|####.|#....|#....|#####',
  '#...#|##..#|#.#.#|#..##|#...#|#...#|#...#',
] as const;

const MARGIN = 3;
const HEIGHT = 7 + 2 * MARGIN;
const WIDTH = LETTERS.length * 6 - 1 + 2 * MARGIN;

function isInk(x: number, y: number): boolean {
  const column = x - MARGIN;
  return LETTERS[Math.floor(column / 6)]?.split('|')[y - MARGIN]?.[column % 6] === '#';
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG of one bit a dot, as base64. */
export function specimenDocument(): string {
  const rowBytes = Math.ceil(WIDTH / 8);
  const dots = Buffer.alloc(HEIGHT * (rowBytes + 1));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const at = y * (rowBytes + 1) + 1 + (x >> 3);
      if (!isInk(x, y)) dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.writeUInt8(1, 8);
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(dots, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
  return png.toString('base64');
}
