/** Rows of a spreadsheet as the decision `import-accounts` takes them over: read and judged by the engine beforehand. */
import type { AnnexAccount } from '../../contract/domain/annex/annex-account.ts';

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly line: number;
  /** Of the request that the row becomes: a row that is sent twice is one request. */
  readonly requestId: string;
  /** Null while the row is at fault. */
  readonly account: AnnexAccount | null;
  /** Why it cannot be sent, in French; null when it can. */
  readonly refusal: string | null;
  readonly warnings: readonly string[];
}

/** By row of the import. */
export type SheetToImport = ReadonlyMap<string, SheetRow>;
