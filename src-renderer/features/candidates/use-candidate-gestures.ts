import { useCallback, useEffect, useState } from 'react';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { targetsOf } from '../../tables/chosen.ts';
import type { ChosenSet } from '../../tables/chosen-set.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { focusPart } from '../../ui/focus-part.ts';
import { isTyping } from '../../ui/is-typing.ts';
import type { CandidateAct } from './candidate-acts.ts';
import { CANDIDATE_ACTS, mayAct } from './candidate-acts.ts';
import { RANK_PART } from './candidate-panel.tsx';

export interface CandidateGestures {
  act(act: CandidateAct): void;
  may(act: CandidateAct): boolean;
  /** People for whom the missions are being chosen; null when nobody is. */
  readonly proposing: ChosenSet | null;
  proposeTo(missionIds: readonly string[]): void;
  stopProposing(): void;
}

const sizeOf = (set: ChosenSet): number => (set.type === 'ids' ? set.ids.length : set.count);

/** P propose, F assign on behalf, V verify, I unavailable, D available: on the chosen people, else the one looked at. */
export function useCandidateGestures(
  table: DeskTableModel,
  looked: string | null,
  missionId: string | null,
): CandidateGestures {
  const { decide } = useDecisions();
  const [proposing, setProposing] = useState<ChosenSet | null>(null);
  const { chosen, forTargets } = table;
  const targets = targetsOf(chosen, looked);
  const people = targets === null ? 0 : sizeOf(targets);
  const may = useCallback((act: CandidateAct) => mayAct(act, missionId, people), [missionId, people]);
  const act = useCallback(
    (one: CandidateAct) =>
      forTargets(looked, (set) => {
        if (!mayAct(one, missionId, sizeOf(set))) return;
        const draft = one.draft(missionId);
        if (draft === null) setProposing(set);
        else decide(draft, set);
      }),
    [forTargets, looked, missionId, decide],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (event.key.toLowerCase() === 's' && focusPart(RANK_PART)) return event.preventDefault();
      const known = CANDIDATE_ACTS.find(({ key }) => key === event.key.toLowerCase());
      if (known === undefined) return;
      event.preventDefault();
      act(known);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [act]);
  const proposeTo = (missionIds: readonly string[]) => {
    if (proposing !== null) decide({ ...draftOf('propose'), missionIds }, proposing);
    setProposing(null);
  };
  return { act, may, proposing, proposeTo, stopProposing: () => setProposing(null) };
}
