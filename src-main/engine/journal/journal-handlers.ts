/** What windows ask of the journal (contract/app/journal-contract.ts). */
import { implement } from '@orpc/server';
import type { JournalReach } from '../../../contract/app/journal-contract.ts';
import { journalContract } from '../../../contract/app/journal-contract.ts';
import { failure } from '../../rpc/failure.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import type { OpenDesk } from '../open-desk.ts';
import { answerFacet, answerPage } from '../queries/table-answers.ts';
import { changedFields } from './change-words.ts';
import type { Journal } from './journal.ts';
import { JOURNAL_ROW_NAMES } from './journal-table.ts';
import { createJournalsOf } from './journals-of.ts';

/** Rows of the days that are asked for: acts of this workstation and days counted elsewhere come beside. */
function within(image: ColumnarImage, { from, until }: JournalReach): Uint8Array | undefined {
  if (from === null && until === null) return undefined;
  return image.select([{ type: 'between', column: 'day', from, to: until }]);
}

export function journalHandlers(context: EngineContext) {
  const journal = implement(journalContract);
  const journalsOf = createJournalsOf((desk) => context.hub.tell(desk.store.revision, ['journal']));

  async function ready(reach: JournalReach): Promise<{ desk: OpenDesk; found: Journal }> {
    const desk = requireDesk(context);
    await Promise.all([desk.image.loaded('mission'), desk.image.loaded('candidate')]);
    desk.image.flush();
    const found = journalsOf(desk, reach);
    await found.ready();
    return { desk, found };
  }

  return {
    page: journal.page.handler(async ({ input: { reach, query } }) => {
      const { desk, found } = await ready(reach);
      const { image } = found.table;
      const isReading = found.state().source === 'reading';
      const answer = answerPage(image, JOURNAL_ROW_NAMES, query, within(image, reach));
      return { revision: desk.store.revision, complete: answer.outOf > 0 || !isReading, ...answer };
    }),
    facet: journal.facet.handler(async ({ input: { reach, ...question } }) => {
      const { desk, found } = await ready(reach);
      const { image } = found.table;
      return { revision: desk.store.revision, values: answerFacet(image, question, within(image, reach)) };
    }),
    state: journal.state.handler(async ({ input: { reach } }) => {
      const { desk, found } = await ready(reach);
      return { revision: desk.store.revision, ...found.state() };
    }),
    sheet: journal.sheet.handler(async ({ input: { reach, id } }) => {
      const { found } = await ready(reach);
      const entry = found.table.entries.get(id);
      const slot = found.table.image.slotOf(id);
      if (entry === undefined || slot === undefined) throw failure('not-found');
      return {
        row: found.table.image.row(slot, JOURNAL_ROW_NAMES),
        fields: [...changedFields(entry.subjectKind, entry.before, entry.after)],
        hash: entry.proved?.hash ?? null,
        previousHash: entry.proved?.previousHash ?? null,
        message: entry.message,
      };
    }),
    again: journal.again.handler(({ input: { reach } }) => {
      const desk = requireDesk(context);
      journalsOf(desk, reach).again();
    }),
  };
}
