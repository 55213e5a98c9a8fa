/** Every family of hostile spreadsheet is refused before it costs anything (TRUST S24-S26). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { annexWorkbook, GOOD_LINE } from '../tests/support/annex-workbook.ts';
import type { MadeEntry } from '../tests/support/archive-maker.ts';
import { makeArchive, workbookParts } from '../tests/support/archive-maker.ts';
import { readFirstSheet } from './read-first-sheet.ts';
import { readSpreadsheet } from './read-sheet.ts';
import type { SheetRefusalFamily } from './sheet-refusal.ts';
import { SheetRefusal } from './sheet-refusal.ts';

const MEGABYTE = 1024 * 1024;
const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>bonjour</t></is></c></row>';
const plain = (extra: readonly MadeEntry[] = []): Buffer => makeArchive(workbookParts(ROW, extra));
const sheetOf = (sheet: string): Buffer => makeArchive(workbookParts(sheet));
const xmlPart = (content: string | Buffer): Buffer => plain([{ name: 'xl/sharedStrings.xml', content }]);

async function familyOf(bytes: Buffer): Promise<SheetRefusalFamily | 'read'> {
  try {
    await readFirstSheet(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof SheetRefusal) return error.family;
    throw error;
  }
}

/** Text that hardly compresses, from a small seed. */
function noise(bytes: number): string {
  let state = 42;
  const out = Buffer.alloc(bytes);
  for (let index = 0; index < bytes; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    out[index] = 97 + (state >>> 27);
  }
  return out.toString('latin1');
}

const BOMBS: readonly (readonly [title: string, family: SheetRefusalFamily, make: () => Buffer])[] = [
  ['one part that inflates a thousand times', 'suspicious-ratio', () => xmlPart(Buffer.alloc(30 * MEGABYTE, 32))],
  [
    'parts that are each modest and together huge',
    'too-much-content',
    () =>
      plain(
        Array.from({ length: 70 }, (_, index) => ({
          name: `xl/media/${index}.xml`,
          content: Buffer.alloc(MEGABYTE, 32),
        })),
      ),
  ],
  [
    'more parts than a form can have',
    'too-many-parts',
    () => plain(Array.from({ length: 1001 }, (_, index) => ({ name: `xl/${index}.xml`, content: '<a/>' }))),
  ],
  ['more parts than it admits', 'too-many-parts', () => makeArchive(workbookParts(ROW), 2)],
  ['a part larger than it says', 'lying-size', () => xmlPartWith({ size: 10 })],
  ['a stored part whose two sizes differ', 'lying-size', () => xmlPartWith({ method: 0, size: 10 })],
  ['an archive in the archive, by its name', 'nested-archive', () => plain([{ name: 'xl/a.zip', content: 'x' }])],
  ['an archive in the archive, by its bytes', 'nested-archive', () => plain([{ name: 'xl/a.xml', content: plain() }])],
  ['an absolute name', 'unsafe-name', () => plain([{ name: '/etc/a.xml', content: '<a/>' }])],
  ['a name with a drive', 'unsafe-name', () => plain([{ name: 'C:/a.xml', content: '<a/>' }])],
  ['a name that climbs', 'unsafe-name', () => plain([{ name: 'xl/../../a.xml', content: '<a/>' }])],
  ['a name with backslashes', 'unsafe-name', () => plain([{ name: 'xl\\..\\a.xml', content: '<a/>' }])],
  [
    'a symbolic link',
    'symbolic-link',
    () => plain([{ name: 'xl/a.xml', content: '/etc/hostname', madeBy: 3, attributes: 0o120777 * 65536 }]),
  ],
  ['the same part twice', 'duplicate-name', () => plain([{ name: 'XL/Workbook.xml', content: '<a/>' }])],
  ['two names for one part', 'lying-size', () => plain([{ name: 'xl/a.xml', localName: 'xl/b.xml', content: '<a/>' }])],
  ['a protected workbook', 'encrypted', () => plain([{ name: 'xl/a.xml', content: '<a/>', flags: 1 }])],
  ['an unknown compression', 'unknown-compression', () => plain([{ name: 'xl/a.xml', content: '<a/>', method: 12 }])],
  ['sizes beyond 4 GB', 'too-much-content', () => plain([{ name: 'xl/a.xml', content: '<a/>', size: 0xffffffff }])],
  [
    'a billion laughs',
    'document-type',
    () => xmlPart('<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'),
  ],
  ['an entity alone', 'document-type', () => xmlPart('<a><!ENTITY b "lol"></a>')],
  [
    'XML in UTF-16, where a search for words is blind',
    'xml-encoding',
    () => xmlPart(Buffer.from('\ufeff<a/>', 'utf16le')),
  ],
  ['XML that declares another encoding', 'xml-encoding', () => xmlPart('<?xml version="1.0" encoding="UTF-7"?><a/>')],
  ['XML sixty-five deep', 'xml-too-deep', () => xmlPart('<a>'.repeat(65) + '</a>'.repeat(65))],
  ['XML that never closes', 'xml-malformed', () => xmlPart('<a><b>')],
  ['a tag that never ends', 'xml-malformed', () => xmlPart('<a b="')],
  [
    'a cell at the far end of the sheet',
    'too-many-cells',
    () => sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ],
  [
    'a hundred thousand cells without an address',
    'too-many-cells',
    () => sheetOf(`<row>${'<c/>'.repeat(100_000)}</row>`),
  ],
  ['a file cut short', 'truncated', () => plain().subarray(0, 400)],
  ['a file that is none', 'not-a-workbook', () => Buffer.from('<html>Bonjour</html>'.repeat(10))],
  ['something before the archive', 'not-a-workbook', () => Buffer.concat([Buffer.from('#!/bin/sh\n'), plain()])],
  ['something after the archive', 'truncated', () => Buffer.concat([plain(), Buffer.from('suite')])],
  ['more than five megabytes', 'too-large', () => plain([{ name: 'a.bin', content: noise(9 * MEGABYTE) }])],
  ['an archive that is no workbook', 'not-a-workbook', () => makeArchive([{ name: 'a.xml', content: '<a/>' }])],
];

function xmlPartWith(lie: Partial<MadeEntry>): Buffer {
  return plain([{ name: 'xl/sharedStrings.xml', content: `<a>${'x'.repeat(5000)}</a>`, ...lie }]);
}

describe('hostile workbooks', () => {
  it.each(BOMBS)('S24 S25 refuses %s', async (_title, family, make) => {
    expect(await familyOf(make())).toBe(family);
  });

  it('S24 refuses parts whose bytes overlap', async () => {
    // The second part's header lies inside the stored bytes of the first.
    const inner = makeArchive([{ name: 'xl/b.xml', content: '<b/>', method: 0 }]);
    const local = inner.subarray(0, inner.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])));
    const outer = makeArchive([
      { name: 'xl/a.bin', content: Buffer.concat([Buffer.from('....'), local]), method: 0 },
      { name: 'xl/b.xml', content: '<b/>', method: 0, sameDataAs: 0, compressedSize: 4 },
    ]);
    const second = outer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    outer.writeUInt32LE(30 + 'xl/a.bin'.length + 4, second + 42);
    expect(await familyOf(outer)).toBe('overlap');
  });

  it('reads the honest workbook that all of these were made from', async () => {
    expect(await familyOf(plain())).toBe('read');
    const { rows } = await readFirstSheet(await annexWorkbook([GOOD_LINE]));
    expect(rows[1]?.[1]).toBe('549900074');
  });

  it('S25 never fetches what an external entity names', async () => {
    let visits = 0;
    const canary = createServer((_request, response) => {
      visits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`;
    const bytes = xmlPart(`<!DOCTYPE a [<!ENTITY % b SYSTEM "${url}"> %b;]><a/>`);
    await expect(readSpreadsheet(bytes)).rejects.toMatchObject({ family: 'document-type' });
    canary.close();
    expect(visits).toBe(0);
  });

  it('S24 spends no more memory on a bomb than on a form', async () => {
    const bomb = xmlPart(Buffer.alloc(200 * MEGABYTE, 32));
    const before = process.memoryUsage.rss();
    await expect(readSpreadsheet(bomb)).rejects.toMatchObject({ family: 'suspicious-ratio' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * MEGABYTE);
  });

  it('S26 stops a reading that lasts, and one that fills its heap', async () => {
    const honest = await annexWorkbook([GOOD_LINE]);
    await expect(readSpreadsheet(honest, { milliseconds: 1, heapMegabytes: 192 })).rejects.toMatchObject({
      family: 'too-long',
    });
    const busy = sheetOf(
      Array.from({ length: 1900 }, (_, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(38)}</row>`).join(''),
    );
    await expect(readSpreadsheet(busy, { milliseconds: 30_000, heapMegabytes: 8 })).rejects.toMatchObject({
      family: 'too-much-memory',
    });
  });

  it('S24 survives any single flipped byte of a real workbook: read or refused, never a fault', async () => {
    const honest = await annexWorkbook([GOOD_LINE]);
    const outcomes = new Set<string>();
    for (let at = 0; at < honest.length; at += 37) {
      const flipped = Buffer.from(honest);
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      outcomes.add(await familyOf(flipped));
    }
    expect(outcomes.size).toBeGreaterThan(2);
  });
});
