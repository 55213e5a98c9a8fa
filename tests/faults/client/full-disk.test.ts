import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CHILD = join(import.meta.dirname, 'full-disk-child.ts');
/** A name space of its own, where whoever asks may mount a small disk without any right on the machine. */
const APART = ['-Urm', 'sh', '-c'] as const;
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...APART, 'mount -t tmpfs -o size=1m tmpfs /tmp'], { timeout: 10_000 }).status === 0;

interface Outcome {
  readonly before: string | null;
  readonly first: string | null;
  readonly afterFirst: { readonly reserve: boolean; readonly used: number };
  readonly refusal: string | null;
  readonly readable: { readonly missions: number; readonly undelivered: number };
  readonly recovered: string | null;
  readonly reserveAgain: boolean;
  readonly integrity: unknown;
  readonly hadReserve: boolean;
  readonly kept: number;
  readonly lost: readonly string[];
  readonly unasked: number;
}

function live(way: 'disk' | 'pages'): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
  try {
    const run = [process.execPath, CHILD, folder, way];
    const small = `mount -t tmpfs -o size=128m tmpfs "$2" && exec "$0" "$1" "$2" "$3"`;
    const [program = '', ...rest] = way === 'disk' ? ['unshare', ...APART, small, ...run] : run;
    const { stdout, stderr, status } = spawnSync(program, rest, { encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) throw new Error(`The workstation ended with ${status}: ${stderr}`);
    return JSON.parse(stdout) as Outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a disk that fills', () => {
  it.each(canMount ? (['disk', 'pages'] as const) : (['pages'] as const))(
    'R07 (%s) keeps what it says is kept, refuses before it says so, goes on reading, and needs no restart',
    (way) => {
      const { kept, lost, unasked, before, refusal, recovered, readable, integrity } = live(way);
      expect({ before, refusal, recovered, lost, unasked }).toEqual({
        ...{ before: null, refusal: 'disk-full', recovered: null, lost: [], unasked: 0 },
      });
      expect(readable).toEqual({ missions: 50, undelivered: kept - 1 });
      expect(integrity).toEqual([{ integrity_check: 'ok' }]);
    },
  );

  it.each(canMount ? [true] : [])(
    'R07 keeps the decision in hand in the room put aside, says so, and puts room aside again once there is some (%s)',
    () => {
      const { hadReserve, first, afterFirst, reserveAgain, kept } = live('disk');
      expect({ hadReserve, first, afterFirst, reserveAgain }).toEqual({
        ...{ hadReserve: true, first: null, afterFirst: { reserve: false, used: 1 }, reserveAgain: true },
      });
      // The room put aside is worth hundreds of decisions, not one.
      expect(kept).toBeGreaterThan(200);
    },
  );
});
