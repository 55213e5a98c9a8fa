/** Keeps the copy of decisions level with the base: after each commit that changed the outbox (decisions-copy.ts). */
import type { Log } from '../../diagnostics/log.ts';
import type { Connection } from '../open-encrypted.ts';
import type { DecisionsCopy } from './decisions-copy.ts';
import { copyPathOf, openDecisionsCopy } from './decisions-copy.ts';
import { readCommitNumber, readCopied, readStillTold, writeCommitNumber } from './restore-decisions.ts';

/** Settled decisions make most of a long copy: it begins anew. */
const MOST_ROWS = 5_000;

export interface CopyKeeper {
  /** Inside the transaction. @returns the number that this commit will have */
  count(): number;
  /** After the commit. A copy that cannot be written stops nobody: the base has the decision. */
  keep(number: number, commandIds: ReadonlySet<string>, durable: boolean): void;
  close(): void;
}

export function createCopyKeeper(connection: Connection, basePath: string, key: Uint8Array, log: Log): CopyKeeper {
  const state = { copy: null as DecisionsCopy | null, number: readCommitNumber(connection), rows: 0 };
  const drop = () => {
    const { copy } = state;
    state.copy = null;
    copy?.close();
  };
  const begin = () => {
    const first = { number: state.number, rows: readStillTold(connection) };
    state.copy = openDecisionsCopy(copyPathOf(basePath), key, first);
    state.rows = 0;
  };
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      log('store.copy-not-written', { code: error instanceof Error && 'code' in error ? String(error.code) : '' });
      drop();
    }
  };
  guarded(begin);
  return {
    count() {
      const number = state.number + 1;
      writeCommitNumber(connection, number);
      return number;
    },
    keep(number, commandIds, durable) {
      state.number = number;
      guarded(() => {
        state.rows += commandIds.size;
        if (state.rows > MOST_ROWS) drop();
        if (state.copy === null) begin();
        else state.copy.append({ number, rows: readCopied(connection, commandIds) }, durable);
      });
    },
    close: drop,
  };
}
