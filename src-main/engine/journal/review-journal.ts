/** The journal of a snapshot: as it was given then, nothing brought, and its chain proved where the file allows it. */
import type { ChainState, JournalState } from '../../../contract/app/journal-contract.ts';
import type { OpenDesk } from '../open-desk.ts';
import { inSlices } from '../tables/turns.ts';
import { NO_CHAIN } from './held-lines.ts';
import type { Journal } from './journal.ts';
import { createJournalTable } from './journal-table.ts';
import type { SnapshotJournal } from './snapshot-entries.ts';
import { subjectOf } from './subject-of.ts';
import type { CheckedLine } from './verify-chain.ts';
import { checkLine, proofOf, walkChain } from './verify-chain.ts';

const MESSAGES = {
  absent: 'Cet instantané ne contient pas de journal : il n’a pas été demandé à l’export.',
  'own-acts': 'Cet instantané ne contient que les actes de son auteur sur son poste, pas le journal du service.',
  hidden:
    'Instantané pseudonymisé : les auteurs et les personnes n’y sont pas nommés, la chaîne ne peut y être vérifiée.',
} as const;

export function createReviewJournal(desk: OpenDesk, journal: SnapshotJournal): Journal {
  const { part, entries, isTruncated, nominative, agency } = journal;
  const table = createJournalTable(agency);
  const held = { filling: null as Promise<void> | null, chain: NO_CHAIN as ChainState };

  async function fill(): Promise<void> {
    const checked: CheckedLine[] = [];
    await inSlices(
      desk.turns,
      entries,
      () => false,
      (entry) => {
        const line = entry.proved === null ? null : checkLine(entry.proved);
        if (line !== null) checked.push(line);
        table.put(entry, subjectOf(desk, entry), line === null ? null : proofOf(line, true));
      },
    );
    if (checked.length === 0) return;
    const at = new Date(desk.image.now).toISOString();
    held.chain = { ...walkChain(checked, false), whole: false, checkedAt: at };
  }

  function source(): Pick<JournalState, 'source' | 'message'> {
    if (part === null) return { source: 'absent', message: MESSAGES.absent };
    if (part === 'ownAct') return { source: 'own-acts', message: MESSAGES['own-acts'] };
    return { source: 'review', message: nominative ? null : MESSAGES.hidden };
  }

  return {
    table,
    async ready() {
      held.filling ??= fill();
      await held.filling;
    },
    state: () => ({
      scope: null,
      ...source(),
      held: entries.filter(({ number }) => number !== null).length,
      truncated: isTruncated,
      readAt: null,
      waiting: entries.filter(({ state }) => state === 'pending' || state === 'sending').length,
      chain: held.chain,
    }),
    again: () => undefined,
    stop: () => undefined,
  };
}
