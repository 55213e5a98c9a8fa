/** The spreadsheet that a desk is importing: received in parts, read in a worker, held until another takes its place. */
import { headerFault } from '../../../contract/domain/annex/annex-columns.ts';
import { annexLines } from '../../../contract/domain/annex/judge-annex-sheet.ts';
import { MOST_ARCHIVE_BYTES } from '../../../spreadsheet/read-archive.ts';
import type { FirstSheet } from '../../../spreadsheet/read-first-sheet.ts';
import { readSpreadsheet } from '../../../spreadsheet/read-sheet.ts';
import { SheetRefusal } from '../../../spreadsheet/sheet-refusal.ts';
import type { HeldSheet } from './held-sheet.ts';
import { createHeldSheet } from './held-sheet.ts';

type ReadSheet = (bytes: Uint8Array) => Promise<FirstSheet>;
export type Reading =
  | { readonly read: true; readonly importId: string }
  | { readonly read: false; readonly message: string };

export interface ImportShelf {
  /** One file at a time: the parts of another one take the place of what was being received. */
  receive(fileId: string, part: string): void;
  read(fileId: string, fileName: string): Promise<Reading>;
  /** Null when none is held, or another one is. */
  get(importId: string): HeldSheet | null;
  current(): HeldSheet | null;
  forget(importId: string): void;
}

interface Receiving {
  readonly fileId: string;
  readonly parts: Uint8Array[];
  bytes: number;
}

const EMPTY = 'Ce tableur ne contient aucune ligne sous son en-tête.';

export function createImportShelf(makeId: () => string, readSheet: ReadSheet = readSpreadsheet): ImportShelf {
  const kept: { receiving: Receiving | null; held: HeldSheet | null } = { receiving: null, held: null };
  return {
    receive(fileId, part) {
      if (kept.receiving?.fileId !== fileId) kept.receiving = { fileId, parts: [], bytes: 0 };
      const bytes = new Uint8Array(Buffer.from(part, 'base64'));
      kept.receiving.bytes += bytes.byteLength;
      // What is too large is counted and not kept: the reading says so.
      if (kept.receiving.bytes <= MOST_ARCHIVE_BYTES) kept.receiving.parts.push(bytes);
    },
    async read(fileId, fileName) {
      const receiving = kept.receiving?.fileId === fileId ? kept.receiving : { parts: [], bytes: 0 };
      kept.receiving = null;
      try {
        if (receiving.bytes > MOST_ARCHIVE_BYTES) throw new SheetRefusal('too-large');
        const sheet = await readSheet(Buffer.concat(receiving.parts));
        const fault = headerFault(sheet.rows[0] ?? []);
        if (fault !== null) throw new SheetRefusal('wrong-header', ` ${fault}`);
        const lines = annexLines(sheet);
        if (lines.length === 0) return { read: false, message: EMPTY };
        kept.held = createHeldSheet(makeId(), fileName, lines, makeId);
        return { read: true, importId: kept.held.importId };
      } catch (error) {
        if (error instanceof SheetRefusal) return { read: false, message: error.message };
        throw error;
      }
    },
    get: (importId) => (kept.held?.importId === importId ? kept.held : null),
    current: () => kept.held,
    forget(importId) {
      if (kept.held?.importId === importId) kept.held = null;
    },
  };
}
