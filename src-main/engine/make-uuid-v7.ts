import { randomBytes } from 'node:crypto';

/** A UUID version 7 (RFC 9562): time first, so that ids made later sort later. @param now milliseconds since 1970 */
export function makeUuidV7(now: number, random: Uint8Array = randomBytes(10)): string {
  const time = Math.trunc(now).toString(16).padStart(12, '0');
  const rest = Buffer.from(random);
  rest[0] = 0x70 | ((rest[0] ?? 0) & 0x0f);
  rest[2] = 0x80 | ((rest[2] ?? 0) & 0x3f);
  const hex = rest.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
}
