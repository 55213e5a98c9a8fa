/**
 * A workstation on a disk that fills, as a process of its own because the disk is its own: production store and
 * commands. Says on its output, as JSON, what it told the person and what it then found.
 *
 * Arguments: folder of the base, 'disk' (the folder is a disk of 128 MB) or 'pages' (SQLite is told to stop growing).
 */
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { reservePathOf } from '../../../src-main/store/disk-reserve.ts';
import { readUndelivered } from '../../../src-main/store/outbox/read-outbox.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { StoreFault } from '../../../src-main/store/store-fault.ts';
import { confirm, DESK_KEY, DESK_PERSON, decide, decisionOf, entryOf } from '../../support/desk-rows.ts';

const [folder = '', way = ''] = process.argv.slice(2);
const path = join(folder, 'desk.db');
const junk = join(folder, 'other-files');
const told = { reserveUsed: 0 };
const store = openStore(path, DESK_KEY, {
  personId: DESK_PERSON,
  reserve: true,
  onReserveUsed: () => {
    told.reserveUsed += 1;
  },
});
confirm(store, ...Array.from({ length: 50 }, (_, index) => entryOf('mission', `m-${index}`)));
const hadReserve = existsSync(reservePathOf(path));

const kept: string[] = [];
const tried = { count: 0 };
/** @returns what the person is told: null when it is kept */
function tryOne(characters: number): string | null {
  tried.count += 1;
  const commandId = `d-${tried.count}`;
  const decision = { commandId, kind: 'mission.note', subject: `m-${tried.count}`, fact: 'note' } as const;
  try {
    decide(store, decisionOf(decision, { text: 'x'.repeat(characters) }));
    kept.push(commandId);
    return null;
  } catch (error) {
    return error instanceof StoreFault ? error.code : String(error);
  }
}

function tryUntilRefused(most: number): string | null {
  for (let tries = 0; tries < most; tries += 1) {
    const told = tryOne(20_000);
    if (told !== null) return told;
  }
  return null;
}

function fillUp(): void {
  if (way === 'pages') {
    store.checkpoint();
    const [{ page_count: pages } = { page_count: 0 }] = store.statements.rows<{ page_count: number }>(
      'PRAGMA page_count',
    );
    store.statements.rows(`PRAGMA max_page_count = ${pages + 40}`);
    return;
  }
  const file = openSync(junk, 'w');
  try {
    for (let size = 1024 * 1024; size >= 512; ) {
      try {
        writeSync(file, Buffer.alloc(size, 1));
      } catch {
        size /= 2;
      }
    }
  } finally {
    closeSync(file);
  }
}

function makeRoom(): void {
  if (way === 'pages') store.statements.rows('PRAGMA max_page_count = 1000000');
  else rmSync(junk);
}

const before = tryOne(1000);
fillUp();
const first = tryOne(1000);
const afterFirst = { reserve: existsSync(reservePathOf(path)), used: told.reserveUsed };
const refusal = tryUntilRefused(3000);
const readable = {
  missions: store.statements.rows('SELECT id FROM "missionView"').length,
  undelivered: readUndelivered(store.statements).length,
};
makeRoom();
const recovered = tryOne(1000);
const reserveAgain = existsSync(reservePathOf(path));
store.close();
const again = openStore(path, DESK_KEY, { personId: DESK_PERSON });
const held = new Set(readUndelivered(again.statements).map(({ commandId }) => commandId));
const integrity = again.statements.rows('PRAGMA main.integrity_check');
again.close();
process.stdout.write(
  JSON.stringify({
    ...{ hadReserve, before, first, afterFirst, refusal, readable, recovered, reserveAgain, integrity },
    kept: kept.length,
    lost: kept.filter((id) => !held.has(id)),
    unasked: held.size - kept.length,
  }),
);
