/** Progress of a run as its reader takes it: who is slow hears the newest only. */
import type { PlanProgress } from '../../../contract/app/arbitration-contract.ts';
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
  const state = { newest: null as PlanProgress | null, isOver: false, wake: () => {} };
  return {
    tell({ phase, done, outOf }) {
      state.newest = { phase, done, outOf, label: LABELS[phase] };
      state.wake();
    },
    end() {
      state.isOver = true;
      state.wake();
    },
    async *follow() {
      while (!state.isOver) {
        const { newest } = state;
        state.newest = null;
        if (newest !== null) {
          yield newest;
          continue;
        }
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
    },
  };
}
