/** The journals that the windows of each open desk look at: one for each reach, the newest few; gone with the person. */
import type { JournalReach } from '../../../contract/app/journal-contract.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { Journal } from './journal.ts';
import { createLiveJournal } from './live-journal.ts';
import { createReviewJournal } from './review-journal.ts';

export type JournalsOf = (desk: OpenDesk, reach: JournalReach) => Journal;

const MOST_KEPT = 3;

/** Whose journal it is: what another person was given is never shown. */
const readerOf = (desk: OpenDesk): string => {
  const person = desk.person();
  return person === null ? '' : [person.id, person.role, person.agency, desk.session()?.server].join(' ');
};

/** @example const journalsOf = createJournalsOf(tell); journalsOf(desk, reach).table */
export function createJournalsOf(tell: (desk: OpenDesk) => void): JournalsOf {
  const shelves = new WeakMap<OpenDesk, { reader: string; readonly journals: Map<string, Journal> }>();

  function shelfOf(desk: OpenDesk) {
    const reader = readerOf(desk);
    const known = shelves.get(desk);
    if (known?.reader === reader) return known;
    for (const journal of known?.journals.values() ?? []) journal.stop();
    const made = { reader, journals: new Map<string, Journal>() };
    shelves.set(desk, made);
    return made;
  }

  return (desk, reach) => {
    const { journals } = shelfOf(desk);
    const key = JSON.stringify([reach.from, reach.until, reach.missionId]);
    const known = journals.get(key);
    journals.delete(key);
    const journal =
      known ??
      (desk.reviewJournal === undefined
        ? createLiveJournal(desk, { reach, tell: () => tell(desk) })
        : createReviewJournal(desk, desk.reviewJournal));
    journals.set(key, journal);
    for (const [oldest, one] of [...journals].slice(0, Math.max(0, journals.size - MOST_KEPT))) {
      one.stop();
      journals.delete(oldest);
    }
    return journal;
  };
}
