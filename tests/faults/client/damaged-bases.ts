/** Files of a workstation's base, and the ways in which a disk spoils them. All drawn from a seed. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyPathOf } from '../../../src-main/store/outbox/decisions-copy.ts';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';
import { moveDecision } from '../../../src-main/store/outbox/write-outbox.ts';
import type { Store } from '../../../src-main/store/store.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { confirm, DESK_KEY, DESK_PERSON, decide, decisionOf, entryOf } from '../../support/desk-rows.ts';
import type { SeededRandom } from '../seeded-random.ts';

const PAGE = 4096;
const FILES = ['', '-wal', '-decisions'] as const;
type File = (typeof FILES)[number];

/** A base as it was found at some instant: its bytes, and what it held. */
export interface Photograph {
  readonly files: Readonly<Partial<Record<File, Buffer>>>;
  /** Decisions that a person was told are kept and that nobody judged, by id, as they were written. */
  readonly open: ReadonlyMap<string, string>;
  /** Every decision there ever was. One that was judged may be presented again: its verdict is the one it had. */
  readonly known: ReadonlySet<string>;
}

const decisionNumber = (index: number) =>
  decisionOf(
    {
      commandId: `d-${index}`,
      kind: 'mission.note',
      subject: `m-${index}`,
      fact: 'note',
      missionId: `m-${index}`,
      label: `IDE · Établissement de démonstration ${index}`,
    },
    // Some are longer than a page.
    { text: `Note ${index} ${'à garder '.repeat(index % 7 === 0 ? 700 : 4)}` },
  );

function fill(store: Store): void {
  confirm(
    store,
    ...Array.from({ length: 200 }, (_, index) => entryOf('mission', `m-${index}`, { note: 'x'.repeat(200) })),
  );
  for (let index = 0; index < 60; index += 1) decide(store, decisionNumber(index));
  store.transaction('mirror', (transaction) => {
    const rows = transaction.statements.rows<OutboxRow>('SELECT * FROM outbox WHERE sequence <= 40 ORDER BY sequence');
    for (const row of rows) {
      const sending = moveDecision(transaction, row, 'send');
      if (row.sequence % 4 !== 0) moveDecision(transaction, sending, 'accept', { outcome: 'accepted' });
      else if (row.sequence % 8 === 0) moveDecision(transaction, sending, 'conflict', { outcome: 'conflict' });
      else moveDecision(transaction, sending, 'undelivered');
    }
  });
}

/** @param logged whether the last commits are still in the log of changes, as after a kill */
export function photograph(folder: string, logged: boolean): Photograph {
  const path = join(folder, 'model.sqlite');
  const store = openStore(path, DESK_KEY, { personId: DESK_PERSON });
  fill(store);
  store.checkpoint();
  for (let index = 60; index < 80; index += 1) decide(store, decisionNumber(index));
  if (!logged) store.checkpoint();
  const rows = store.statements.rows<OutboxRow>('SELECT * FROM outbox');
  const open = rows.filter(({ state }) => ['pending', 'sending', 'conflict'].includes(state));
  const files = Object.fromEntries(
    FILES.filter((file) => existsSync(path + file)).map((file) => [file, readFileSync(path + file)]),
  );
  store.close();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return {
    files,
    open: new Map(open.map(({ commandId, input }) => [commandId, input])),
    known: new Set(rows.map(({ commandId }) => commandId)),
  };
}

type Spoil = (bytes: Buffer, random: SeededRandom) => Buffer;

const flipAt = (bytes: Buffer, place: number, random: SeededRandom): Buffer => {
  const spoiled = Buffer.from(bytes);
  spoiled.writeUInt8(spoiled.readUInt8(place) ^ (1 << random.below(8)), place);
  return spoiled;
};

const flip: Spoil = (bytes, random) => flipAt(bytes, random.below(bytes.length), random);
const zeroPage: Spoil = (bytes, random) =>
  Buffer.from(bytes)
    .fill(0, PAGE * random.below(Math.ceil(bytes.length / PAGE)), undefined)
    .subarray(0, bytes.length);
const cut: Spoil = (bytes, random) => bytes.subarray(0, random.below(bytes.length));

/** What a disk does, and to which file. */
export const SPOILS: Readonly<Record<string, { readonly file: File; readonly spoil: Spoil | null }>> = {
  'one bit of the base': { file: '', spoil: flip },
  'one bit of the first page': { file: '', spoil: (bytes, random) => flipAt(bytes, random.below(PAGE), random) },
  'one page of zeros': {
    file: '',
    spoil(bytes, random) {
      const start = PAGE * random.below(Math.ceil(bytes.length / PAGE));
      return Buffer.from(bytes).fill(0, start, Math.min(bytes.length, start + PAGE));
    },
  },
  'zeros to the end': { file: '', spoil: zeroPage },
  'the base cut short': { file: '', spoil: cut },
  'the base emptied': { file: '', spoil: () => Buffer.alloc(0) },
  'no base at all': { file: '', spoil: null },
  'one bit of the log': { file: '-wal', spoil: flip },
  'the log cut short': { file: '-wal', spoil: cut },
  'no log at all': { file: '-wal', spoil: null },
  'one bit of the copy': { file: '-decisions', spoil: flip },
  'the copy cut short': { file: '-decisions', spoil: cut },
  'no copy at all': { file: '-decisions', spoil: null },
};

/** Puts a spoiled photograph on the disk. @returns path of the base */
export function develop(
  folder: string,
  { files }: Photograph,
  spoils: readonly string[],
  random: SeededRandom,
): string {
  const path = join(folder, 'base.sqlite');
  for (const file of FILES) {
    const bytes = files[file];
    if (bytes === undefined) continue;
    const asked = spoils.map((name) => SPOILS[name]).filter((one) => one?.file === file);
    const gone = asked.some((one) => one?.spoil === null);
    if (!gone && bytes.length > 0)
      writeFileSync(
        path + file,
        asked.reduce((left, one) => one?.spoil?.(left, random) ?? left, bytes),
      );
  }
  return path;
}

/** The copy of the copy that a test may look at. */
export function keepCopyOf(path: string, beside: string): void {
  if (existsSync(copyPathOf(path))) copyFileSync(copyPathOf(path), beside);
}
