import { implement } from '@orpc/server';
import { accountsContract } from '../../../contract/app/accounts-contract.ts';
import { failure } from '../../rpc/failure.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import { accountList } from './account-list.ts';
import { accountSheet } from './account-sheet.ts';
import type { HeldSheet } from './held-sheet.ts';
import { countVerdicts, importRow, isEditable } from './held-sheet.ts';
import type { ImportsOf } from './imports-of.ts';

function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw failure('not-found');
  return value;
}

export function accountHandlers(context: EngineContext, importsOf: ImportsOf) {
  const { list, sheet, imports } = implement(accountsContract);
  const heldBy = (desk: OpenDesk, importId: string): HeldSheet => found(importsOf(desk).get(importId));
  /** A correction moves what every window shows of the sheet. */
  const tell = ({ store }: OpenDesk) => context.hub.tell(store.revision, ['regulation']);
  return {
    list: list.handler(() => accountList(requireDesk(context))),
    sheet: sheet.handler(({ input }) => found(accountSheet(requireDesk(context), input.id))),
    imports: {
      receive: imports.receive.handler(({ input }) =>
        importsOf(requireDesk(context)).receive(input.fileId, input.part),
      ),
      read: imports.read.handler(async ({ input }) => {
        const desk = requireDesk(context);
        const answer = await importsOf(desk).read(input.fileId, input.fileName);
        tell(desk);
        return answer;
      }),
      current: imports.current.handler(() => {
        const desk = requireDesk(context);
        const held = importsOf(desk).current();
        if (held === null) return null;
        const lines = held.lines(desk.store);
        const { importId, fileName } = held;
        return { importId, fileName, lines: lines.length, counts: countVerdicts(lines) };
      }),
      rows: imports.rows.handler(({ input }) => {
        const desk = requireDesk(context);
        const lines = heldBy(desk, input.importId).lines(desk.store);
        return { revision: desk.store.revision, complete: true, rows: lines.map(importRow) };
      }),
      row: imports.row.handler(({ input }) => {
        const desk = requireDesk(context);
        const lines = heldBy(desk, input.importId).lines(desk.store);
        const line = found(lines.find(({ rowId }) => rowId === input.rowId));
        return {
          ...{ line: line.line, verdict: line.verdict, why: line.why, cells: { ...line.row } },
          ...{ faults: [...line.faults], warnings: [...line.warnings], editable: isEditable(line) },
        };
      }),
      correct: imports.correct.handler(({ input }) => {
        const desk = requireDesk(context);
        const cells = Object.fromEntries(Object.entries(input.cells).filter(([, text]) => text !== undefined));
        if (!heldBy(desk, input.importId).correct(desk.store, input.rowId, cells)) {
          throw failure('not-allowed', { message: 'Cette ligne est déjà envoyée : elle ne se corrige plus ici.' });
        }
        tell(desk);
      }),
      forget: imports.forget.handler(({ input }) => {
        const desk = requireDesk(context);
        importsOf(desk).forget(input.importId);
        tell(desk);
      }),
    },
  };
}
