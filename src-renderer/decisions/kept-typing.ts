/** What was typed into dialogs that were closed without deciding, for when they open again. Pure but for its own memory. */
import type { ChosenSet } from '../tables/chosen-set.ts';
import type { DecisionDraft } from './decision-draft.ts';

/** Fields as they were left, and the reason that the preview asked. */
export interface Typing {
  readonly fields: DecisionDraft['fields'];
  readonly reason: string;
}

export interface KeptTyping {
  /** What was left in this very dialog, on these very rows; null when nothing was typed. */
  of(draft: DecisionDraft, targets: ChosenSet): Typing | null;
  keep(draft: DecisionDraft, targets: ChosenSet, typing: Typing): void;
  /** Decided, or begun again. */
  forget(draft: DecisionDraft, targets: ChosenSet): void;
}

/** Older ones are forgotten. */
const MOST = 20;

const keyOf = ({ kind, fields, missionIds, agency, lines }: DecisionDraft, targets: ChosenSet) =>
  JSON.stringify([kind, fields, missionIds, agency, lines, targets]);

/** Held by a window for as long as it is open: nothing of it is written anywhere. */
export function createKeptTyping(): KeptTyping {
  const kept = new Map<string, Typing>();
  return {
    of: (draft, targets) => kept.get(keyOf(draft, targets)) ?? null,
    keep(draft, targets, typing) {
      const key = keyOf(draft, targets);
      kept.delete(key);
      const isUntouched = typing.reason.trim() === '' && JSON.stringify(typing.fields) === JSON.stringify(draft.fields);
      if (isUntouched) return;
      kept.set(key, typing);
      for (const old of [...kept.keys()].slice(0, -MOST)) kept.delete(old);
    },
    forget: (draft, targets) => void kept.delete(keyOf(draft, targets)),
  };
}
