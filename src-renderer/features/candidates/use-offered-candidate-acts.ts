import { useWindowActs } from '../../data/use-window-acts.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { countOf } from '../../tables/chosen.ts';
import type { DeskTableModel } from '../../tables/use-desk-table.ts';
import { FR } from '../../text/fr.ts';
import { CANDIDATE_ACTS } from './candidate-acts.ts';
import type { CandidateGestures } from './use-candidate-gestures.ts';

/** Offers what the keys do to the context menu, the palette and the list of shortcuts. @param name of the person looked at */
export function useOfferedCandidateActs(table: DeskTableModel, name: string | null, gestures: CandidateGestures): void {
  const { readOnly } = useDecisions();
  const count = countOf(table.chosen);
  useWindowActs({
    about: count > 0 ? FR.candidates.chosen(count) : (name ?? FR.candidates.nothingLooked),
    acts: CANDIDATE_ACTS.map((act) => ({
      key: act.key,
      label: act.title,
      enabled: readOnly === null && gestures.may(act),
      run: () => gestures.act(act),
    })),
  });
}
