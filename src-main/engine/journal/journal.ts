/** What a window's questions about the journal are answered from: the live one, or that of a snapshot. */
import type { JournalState } from '../../../contract/app/journal-contract.ts';
import type { JournalTable } from './journal-table.ts';

export interface Journal {
  readonly table: JournalTable;
  /** Brings what is missing; resolves when there is something to show, or a reason why not. */
  ready(): Promise<void>;
  state(): Omit<JournalState, 'revision'>;
  /** Reads the newest lines now. */
  again(): void;
  /** Nothing more is brought. */
  stop(): void;
}
