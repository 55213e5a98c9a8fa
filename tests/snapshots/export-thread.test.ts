import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportStopped } from '../../src-main/engine/snapshots/export-job.ts';
import type { ExportMessage } from '../../src-main/engine/snapshots/export-message.ts';
import type { ExportRun, ExportThread } from '../../src-main/engine/snapshots/run-export.ts';
import { ExportThreadDied, runExport, startExportThread } from '../../src-main/engine/snapshots/run-export.ts';
import type { Store } from '../../src-main/store/store.ts';
import { openStore } from '../../src-main/store/store.ts';
import { DESK_KEY, DESK_PERSON } from '../support/desk-rows.ts';
import { exported, job, orderOf, readBack } from './exported.ts';
import { fillRegion, smallRegion } from './small-region.ts';

const folder = mkdtempSync(join(tmpdir(), 'renfort-thread-'));
const held: { store: Store | null } = { store: null };
beforeAll(() => {
  held.store = fillRegion(openStore(join(folder, 'base.sqlite'), DESK_KEY, { personId: DESK_PERSON }));
});
afterAll(() => {
  held.store?.close();
  rmSync(folder, { recursive: true, force: true });
});
function store(): Store {
  if (held.store === null) throw new Error('No base');
  return held.store;
}

const runOf = (patch: Partial<ExportRun> = {}): ExportRun => ({
  job: job(),
  onSealing: () => undefined,
  signal: new AbortController().signal,
  ...patch,
});

/** A thread that says what it is told to. */
function heldThread() {
  const listeners = new Map<string, (value: never) => void>();
  const said = { ended: 0 };
  const thread: ExportThread = {
    on: (event: string, listener: (value: never) => void) => listeners.set(event, listener),
    terminate: async () => {
      said.ended += 1;
      return 1;
    },
  };
  const say = (event: 'message' | 'error' | 'exit', value: ExportMessage | Error | number) =>
    listeners.get(event)?.(value as never);
  return { thread, say, said };
}

describe('an export in a thread of its own', () => {
  it('D8 gives what it would give in place, row for row, and tells how far it is', async () => {
    const order = orderOf({ pseudonymKey: new Uint8Array(32).fill(4) });
    const told = { total: 0, rows: 0, sealing: 0 };
    const run = runOf({
      job: job({
        onTotal: (rows) => {
          told.total = rows;
        },
        onRows: (rows) => {
          told.rows += rows;
        },
      }),
      onSealing: () => {
        told.sealing += 1;
      },
    });
    const { pieces, withheld } = await runExport(startExportThread, store(), order, run);
    const made = await readBack(new Uint8Array(Buffer.concat(pieces)));
    const here = await readBack(await exported(store(), order));
    expect(made.rows).toEqual(here.rows);
    expect(withheld).toBe(here.manifest.withheld);
    expect(told).toMatchObject({ total: 2 * 900 + 2 * 60 + 150, sealing: 1 });
    expect(told.rows).toBeGreaterThan(1_800);
  });

  it('is ended at once when nobody wants it any more', async () => {
    const { thread, say, said } = heldThread();
    const ending = new AbortController();
    const made = runExport(() => thread, store(), orderOf(), runOf({ signal: ending.signal }));
    say('message', { type: 'begun', total: 10 });
    ending.abort();
    await expect(made).rejects.toThrow(ExportStopped);
    expect(said.ended).toBe(1);
    await expect(runExport(() => thread, store(), orderOf(), runOf({ signal: ending.signal }))).rejects.toThrow(
      ExportStopped,
    );
  });

  it('fails when the thread dies half way, and is made here when it could not begin', async () => {
    const dying = heldThread();
    const failed = runExport(() => dying.thread, store(), orderOf(), runOf());
    dying.say('message', { type: 'begun', total: 10 });
    dying.say('error', new RangeError('out of memory'));
    dying.say('exit', 1);
    await expect(failed).rejects.toThrow(ExportThreadDied);
    const dead = heldThread();
    const made = runExport(() => dead.thread, store(), orderOf(), runOf());
    dead.say('exit', 1);
    const { rows } = await readBack(new Uint8Array(Buffer.concat((await made).pieces)));
    expect(rows['mission']).toHaveLength(60);
  });

  it('reads a base in memory where it is', async () => {
    const never = () => {
      throw new Error('A base in memory has one connection alone');
    };
    const { pieces } = await runExport(never, smallRegion(), orderOf(), runOf());
    expect(pieces.length).toBeGreaterThan(1);
  });
});
