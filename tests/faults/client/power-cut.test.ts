/**
 * Power cuts (TRUST R02, R03). What the disk holds after one is, for each file, all that was synchronised and any part
 * of what came after. Whether a commit is synchronised is asked of SQLite itself, commit by commit.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';
import { moveDecision } from '../../../src-main/store/outbox/write-outbox.ts';
import type { Store } from '../../../src-main/store/store.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { confirm, DESK_KEY, DESK_PERSON, decide, decisionOf, entryOf } from '../../support/desk-rows.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { seededRandom } from '../seeded-random.ts';
import { quickFolder } from './quick-folder.ts';

const CUTS = 120;
const GROWING = ['-wal', '-decisions'] as const;
type Growing = (typeof GROWING)[number];
const FULL = 2;

const folder = quickFolder('desk-power-');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Life {
  readonly path: string;
  readonly store: Store;
  /** Bytes of each file that a power cut cannot take. */
  readonly safe: Record<Growing, number>;
  readonly told: string[];
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

function isSynchronised(store: Store): boolean {
  return store.statements.rows<{ synchronous: number }>('PRAGMA main.synchronous')[0]?.synchronous === FULL;
}

function act(life: Life, random: SeededRandom): void {
  const { store, told, safe, path } = life;
  const number = told.length + 1;
  if (random.chance(0.5)) {
    const commandId = `d-${number}`;
    const about = { commandId, kind: 'mission.note', subject: `m-${number}`, fact: 'note' } as const;
    decide(store, decisionOf(about, { text: 'n'.repeat(random.below(3000)) }));
    told.push(commandId);
    if (isSynchronised(store)) safe['-wal'] = sizeOf(`${path}-wal`);
    safe['-decisions'] = sizeOf(`${path}-decisions`);
  } else if (random.chance(0.6)) {
    confirm(store, entryOf('mission', `m-${random.below(40)}`, { note: 'y'.repeat(random.below(2000)) }, 2));
  } else {
    const pending = store.statements.rows<OutboxRow>(`SELECT * FROM outbox WHERE state = 'pending' LIMIT 2`);
    store.transaction('mirror', (transaction) => {
      for (const row of pending)
        moveDecision(transaction, moveDecision(transaction, row, 'send'), 'accept', { outcome: 'accepted' });
    });
  }
}

/** What is left on the disk: after what is safe, a part of the rest, and noise where a sector was half written. */
function remains(bytes: Buffer, safe: number, random: SeededRandom): Buffer {
  const end = safe + random.below(Math.max(1, bytes.length - safe + 1));
  const left = Buffer.from(bytes.subarray(0, end));
  if (end > safe && random.chance(0.5)) left.fill(random.below(256), Math.max(safe, end - random.below(512)));
  return left;
}

function playCut(seed: number, copyToo: boolean) {
  const random = seededRandom(`power:${seed}`);
  const place = mkdtempSync(join(folder, 'life-'));
  const path = join(place, 'desk.db');
  const store = openStore(path, DESK_KEY, { personId: DESK_PERSON });
  const life: Life = { path, store, safe: { '-wal': sizeOf(`${path}-wal`), '-decisions': 0 }, told: [] };
  for (let step = 0; step < 6 + random.below(30); step += 1) act(life, random);
  const after = join(place, 'after.db');
  writeFileSync(after, readFileSync(path));
  for (const file of GROWING) {
    if (file === '-decisions' && !copyToo) continue;
    writeFileSync(after + file, remains(readFileSync(path + file), life.safe[file], random));
  }
  store.close();
  const again = openStore(after, DESK_KEY, { personId: DESK_PERSON });
  const held = new Set(again.statements.rows<OutboxRow>('SELECT * FROM outbox').map(({ commandId }) => commandId));
  const integrity = again.statements.rows('PRAGMA main.integrity_check');
  again.close();
  rmSync(place, { recursive: true, force: true });
  return { missing: life.told.filter((id) => !held.has(id)), doubled: held.size - life.told.length, integrity };
}

describe('a power cut', () => {
  const whole = { missing: [], doubled: 0, integrity: [{ integrity_check: 'ok' }] };

  it(`R02 R03 takes no decision that the person was told is kept, the base alone, ${CUTS} times`, () => {
    for (let seed = 1; seed <= CUTS; seed += 1) expect([seed, playCut(seed, false)]).toEqual([seed, whole]);
  });

  it(`R02 R03 nor with the copy of decisions beside it, cut too, ${CUTS} times`, () => {
    for (let seed = 1; seed <= CUTS; seed += 1) expect([seed, playCut(seed, true)]).toEqual([seed, whole]);
  });
});
