import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../diagnostics/log.ts';

/** What would forge a line or colour a terminal (TRUST S56). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const LONGEST = 300;

/** The log as one JSON line per event. A line that cannot be written is lost: the log never stops the application. */
export function createFileLog(path: string): Log {
  mkdirSync(dirname(path), { recursive: true });
  return (event, details = {}) => {
    const safe = Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(CONTROL, ' ').slice(0, LONGEST) : value,
    ]);
    const line = JSON.stringify({ at: new Date().toISOString(), event, ...Object.fromEntries(safe) });
    try {
      appendFileSync(path, `${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn a line of log into a failure.
    }
  };
}
