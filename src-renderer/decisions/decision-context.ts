import { createContext, useContext } from 'react';
import type { ChosenSet } from '../tables/chosen-set.ts';
import type { DecisionDraft } from './decision-draft.ts';

export interface Decisions {
  /** Opens the dialog: form, preview, commit; then tells the batch, where something follows from it. */
  decide(draft: DecisionDraft, targets: ChosenSet, onCommitted?: (batchId: string) => void): void;
  /** Undoes the newest batch of this session. */
  undo(): void;
  showReport(batchId: string): void;
  /** Why nobody decides here, in French; null when decisions are possible. */
  readonly readOnly: string | null;
}

export const DecisionContext = createContext<Decisions | null>(null);

/** @throws Error outside of a window: a fault of the code */
export function useDecisions(): Decisions {
  const decisions = useContext(DecisionContext);
  if (decisions === null) throw new Error('useDecisions needs a DecisionProvider above it');
  return decisions;
}
