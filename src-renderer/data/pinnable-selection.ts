/**
 * The selection as one window sees it: the shared one, or its own once the window is pinned.
 *
 * ```
 *   following ──pin──▶ pinned: neither hears the others nor moves them ──unpin──▶ following
 * ```
 */
import type { Selection } from '../../contract/app/selection.ts';
import type { Subject } from '../../contract/app/workspace-contract.ts';
import type { SelectionStore } from './selection-store.ts';

export interface PinnableSelection extends SelectionStore {
  /** What the window stays on; null while it follows the others. */
  pinned(): Subject | null;
  /** The mission looked at last, also after a person was looked at; null before the first. */
  lastMission(): string | null;
  /** Null follows again. */
  pin(subject: Subject | null): void;
}

/** @param keep remembers the pin with the window */
export function createPinnableSelection(
  shared: SelectionStore,
  keep: (subject: Subject | null) => void,
): PinnableSelection {
  const held = { own: null as Selection | null, mission: missionOf(shared.current()) };
  const listeners = new Set<() => void>();
  const tell = () => {
    held.mission = missionOf(held.own ?? shared.current()) ?? held.mission;
    for (const listener of listeners) listener();
  };
  const hold = (subject: Subject | null, chosen: Selection['chosen'] = null) => {
    held.own = subject === null ? null : { revision: (held.own?.revision ?? 0) + 1, subject, chosen };
    tell();
  };
  shared.subscribe(() => {
    if (held.own === null) tell();
  });
  return {
    current: () => held.own ?? shared.current(),
    latest: () => held.own ?? shared.latest(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(next) {
      if (held.own === null) return shared.change(next);
      const subject = next.subject ?? held.own.subject;
      hold(subject, next.chosen);
      keep(subject);
    },
    pinned: () => held.own?.subject ?? null,
    lastMission: () => held.mission,
    pin(subject) {
      hold(subject);
      keep(subject);
    },
  };
}

const missionOf = ({ subject }: Selection): string | null => (subject?.kind === 'mission' ? subject.id : null);
