/** Writes ZIP archives that may lie, for the tests of the gate: each field of each header can be set. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the headers say, when it is not the truth. */
  readonly size?: number;
  readonly compressedSize?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly attributes?: number;
  readonly madeBy?: number;
  /** Points at the data of another entry: overlapping entries. */
  readonly sameDataAs?: number;
  /** The name in the local header, when it differs. */
  readonly localName?: string;
}

interface Placed {
  readonly offset: number;
  readonly packed: Buffer;
}

const field = (bytes: number, value: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

function commonFields(entry: MadeEntry, packed: Buffer, name: Buffer): Buffer {
  const content = Buffer.from(entry.content);
  return Buffer.concat([
    field(2, 20),
    field(2, entry.flags ?? 0x0800),
    field(2, entry.method ?? 8),
    field(4, 0),
    field(4, crc32(content)),
    field(4, entry.compressedSize ?? packed.length),
    field(4, entry.size ?? content.length),
    field(2, name.length),
    field(2, 0),
  ]);
}

/** @param count what the end record says, when it lies */
export function makeArchive(entries: readonly MadeEntry[], count = entries.length): Buffer {
  const parts: Buffer[] = [];
  const placed: Placed[] = [];
  let offset = 0;
  for (const entry of entries) {
    const same = entry.sameDataAs === undefined ? undefined : placed[entry.sameDataAs];
    if (same !== undefined) {
      placed.push(same);
      continue;
    }
    const content = Buffer.from(entry.content);
    const packed = entry.method === 0 ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(entry.localName ?? entry.name);
    const header = Buffer.concat([field(4, 0x04034b50), commonFields(entry, packed, name), name]);
    placed.push({ offset, packed });
    parts.push(header, packed);
    offset += header.length + packed.length;
  }
  const directory = entries.map((entry, index) => {
    const { offset: at, packed } = placed[index] as Placed;
    const name = Buffer.from(entry.name);
    return Buffer.concat([
      field(4, 0x02014b50),
      field(1, 20),
      field(1, entry.madeBy ?? 0),
      commonFields(entry, packed, name),
      field(2, 0),
      field(2, 0),
      field(2, 0),
      field(4, entry.attributes ?? 0),
      field(4, at),
      name,
    ]);
  });
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    field(4, 0x06054b50),
    field(4, 0),
    field(2, Math.min(count, 0xffff)),
    field(2, Math.min(count, 0xffff)),
    field(4, central.length),
    field(4, offset),
    field(2, 0),
  ]);
  return Buffer.concat([...parts, central, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** The parts of the smallest workbook, any of which a test may replace. */
export function workbookParts(sheet: string, extra: readonly MadeEntry[] = []): readonly MadeEntry[] {
  return [
    { name: '[Content_Types].xml', content: `${XML}<Types/>` },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns:r="r"><sheets><sheet name="Comptes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `${XML}<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
    ...extra,
  ];
}
