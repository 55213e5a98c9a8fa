/** Progress of a run as its reader takes it: who is slow hears the newest only. */
import type { PlanProgress } from '../../../contract/app/arbitration-contract.ts';
import { createReaders } from '../../rpc/readers.ts';
import type { PlanPhase } from './plan-problem.ts';

const LABELS: Readonly<Record<PlanPhase, string>> = {
  gathering: 'Recherche des personnes possibles',
  solving: 'Calcul du meilleur plan',
  comparing: 'Comparaison avec un choix au plus proche',
  explaining: 'Explication des postes vides',
};

export interface ProgressQueue {
  tell(progress: { readonly phase: PlanPhase; readonly done: number; readonly outOf: number }): void;
  end(): void;
  /** Until the end. */
  follow(): AsyncGenerator<PlanProgress, void>;
}

export function createProgressQueue(): ProgressQueue {
  const readers = createReaders();
  const over = new AbortController();
  const state = { newest: null as PlanProgress | null };
  return {
    tell({ phase, done, outOf }) {
      state.newest = { phase, done, outOf, label: LABELS[phase] };
      readers.wake();
    },
    end: () => over.abort(),
    follow() {
      const next = () => {
        const { newest } = state;
        state.newest = null;
        return newest;
      };
      return readers.read(next, over.signal);
    },
  };
}
