/** What is asked of the service's journal, and whether a page answers it: newest first, each line once. */
import type { JournalPage } from '../../contract/national/views/journal-views.ts';
import { MOST_JOURNAL_PAGE } from '../../contract/national/views/journal-views.ts';
import { NationalFault } from './national-fault.ts';

export interface JournalQuestion {
  /** Civil days in UTC, both inclusive. */
  readonly from: string | null;
  readonly until: string | null;
  readonly mission: string | null;
  /** Lines older than this number; null: from the newest on. */
  readonly before: number | null;
  readonly limit: number;
}

export function journalPath({ from, until, mission, before, limit }: JournalQuestion): string {
  const query = new URLSearchParams({ limit: String(Math.min(limit, MOST_JOURNAL_PAGE)) });
  if (from !== null) query.set('from', from);
  if (until !== null) query.set('until', until);
  if (mission !== null) query.set('mission', mission);
  if (before !== null) query.set('before', String(before));
  return `/v1/journal?${query}`;
}

/** @throws NationalFault 'not-understood' for a page that would lead a reader in circles */
export function requireJournalPage({ before }: JournalQuestion, page: JournalPage): JournalPage {
  let beyond = before ?? Number.POSITIVE_INFINITY;
  for (const { number } of page.lines) {
    if (number >= beyond) throw new NationalFault('not-understood');
    beyond = number;
  }
  if (page.next !== null && page.next !== page.lines.at(-1)?.number) throw new NationalFault('not-understood');
  return page;
}
