/** The log of the service: one JSON line an event; ids, codes and counts only (TRUST S56). */
import type { Clock } from '../contract/domain/instant.ts';
import type { Log } from './kernel/ground.ts';
import { isoInstant } from './kernel/ground.ts';

/** Longer values are cut: an id is short, and a log is no place for a text. */
const MOST_CHARACTERS = 200;

/** @example const log = createJsonLog((line) => process.stderr.write(line), () => Date.now()); */
export function createJsonLog(write: (line: string) => void, clock: Clock): Log {
  return (event, fields = {}) => {
    const kept = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : value,
      ]),
    );
    // JSON.stringify leaves no raw line break nor escape sequence in the line.
    write(`${JSON.stringify({ at: isoInstant(clock()), event, ...kept })}\n`);
  };
}
