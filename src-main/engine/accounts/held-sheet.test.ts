import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annexWorkbook, GOOD_LINE } from '../../../tests/support/annex-workbook.ts';
import { makeArchive, workbookParts } from '../../../tests/support/archive-maker.ts';
import { confirm, decide, decisionOf, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import type { Store } from '../../store/store.ts';
import type { HeldSheet } from './held-sheet.ts';
import { countVerdicts, importRow, sheetToImport } from './held-sheet.ts';
import { createImportShelf } from './import-shelf.ts';

const FILE = '0175c9a0-1c00-7000-8000-000000000001';

describe('a sheet of annex 2 on the workstation', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());

  const ids = { last: 0 };
  const makeId = () => {
    ids.last += 1;
    return `id-${ids.last}`;
  };
  async function read(bytes: Uint8Array) {
    const shelf = createImportShelf(makeId);
    const text = Buffer.from(bytes).toString('base64');
    const half = Math.ceil(text.length / 8) * 4;
    shelf.receive(FILE, text.slice(0, half));
    shelf.receive(FILE, text.slice(half));
    return { shelf, answer: await shelf.read(FILE, 'annexe-2.xlsx') };
  }
  async function held(lines: Parameters<typeof annexWorkbook>[0]): Promise<HeldSheet> {
    const { shelf } = await read(await annexWorkbook(lines));
    const sheet = shelf.current();
    if (sheet === null) throw new Error('No sheet');
    return sheet;
  }

  it('F42 F116 reads the file in a worker, and says of each line what it is worth and why', async () => {
    confirm(
      store,
      entryOf('accountRequest', 'r-1', {
        ...{
          state: 'submitted',
          email: 'connue@demo.example',
          establishmentName: 'EHPAD de démonstration – Les Ormes',
        },
        ...{ missions: '[]', version: 1, submittedAt: '2020-11-14T08:00:00.000Z' },
      }),
    );
    const sheet = await held([
      GOOD_LINE,
      { ...GOOD_LINE, email: 'y', phone: null },
      { ...GOOD_LINE, email: 'connue@demo.example' },
      GOOD_LINE,
    ]);
    const lines = sheet.lines(store);
    expect(lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'valid'],
      [3, 'invalid'],
      [4, 'known'],
      [5, 'known'],
    ]);
    expect(importRow(lines[1] as never)).toMatchObject({ id: 'L3', columns: 'e-mail, telephone' });
    expect(lines[2]?.why).toBe('Demande déjà connue : EHPAD de démonstration – Les Ormes (À VALIDER).');
    expect(countVerdicts(lines)).toMatchObject({ valid: 1, invalid: 1, known: 2 });
    expect([...sheetToImport(lines).values()].map(({ refusal }) => refusal === null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('corrects a line in place, and makes it another request than the one that was refused', async () => {
    const sheet = await held([{ ...GOOD_LINE, postalCode: 'x' }]);
    const before = sheet.lines(store)[0];
    expect(before?.verdict).toBe('invalid');
    expect(sheet.correct(store, 'L2', { postalCode: '54000' })).toBe(true);
    const after = sheet.lines(store)[0];
    expect(after).toMatchObject({ verdict: 'valid', row: { postalCode: '54000' } });
    expect(after?.requestId).not.toBe(before?.requestId);
    expect(sheet.correct(store, 'L9', {})).toBe(false);
  });

  it('tells what became of a line once it was sent, and lets nobody change it then', async () => {
    const sheet = await held([GOOD_LINE]);
    const subject = sheet.lines(store)[0]?.requestId ?? '';
    decide(
      store,
      decisionOf({ commandId: 'k-1', kind: 'account-request.import', subject, fact: 'request', version: 0 }, {}),
    );
    expect(sheet.lines(store)[0]?.verdict).toBe('sent');
    expect(sheet.correct(store, 'L2', { city: 'Metz' })).toBe(false);
    expect(sheetToImport(sheet.lines(store)).get('L2')?.refusal).toBeNull();
  });

  it.each([
    ['a file that is no workbook', async () => Buffer.from('bonjour'), /classeur/],
    ['other headers', () => annexWorkbook([GOOD_LINE], ['SIRET']), /Colonne A/],
    ['no line at all', () => annexWorkbook([]), /aucune ligne/],
    ['more than five megabytes', async () => Buffer.alloc(5 * 1024 * 1024 + 1), /5 Mo/],
    [
      'a bomb',
      async () => makeArchive(workbookParts('<row/>', [{ name: 'xl/a.xml', content: Buffer.alloc(3e7, 32) }])),
      /démesuré/,
    ],
  ])('S24 S26 refuses %s with a sentence, and keeps nothing of it', async (_, bytes, sentence) => {
    const { shelf, answer } = await read(await bytes());
    expect(answer).toMatchObject({ read: false, message: expect.stringMatching(sentence) });
    expect(shelf.current()).toBeNull();
  });

  it('holds one sheet at a time', async () => {
    const { shelf, answer } = await read(await annexWorkbook([GOOD_LINE]));
    const importId = answer.read ? answer.importId : '';
    expect(shelf.get(importId)?.fileName).toBe('annexe-2.xlsx');
    shelf.forget('another');
    expect(shelf.current()).not.toBeNull();
    shelf.forget(importId);
    expect([shelf.current(), shelf.get(importId)]).toEqual([null, null]);
  });
});
