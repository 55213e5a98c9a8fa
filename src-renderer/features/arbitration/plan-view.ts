/** What a plan's state allows on screen. Pure. */
import type { ArbitrationPlan } from '../../../contract/app/arbitration-contract.ts';
import type { Tone } from '../../ui/pill.tsx';

type State = ArbitrationPlan['state'];

const TONES: Readonly<Record<State, Tone>> = {
  prepared: 'neutral',
  running: 'info',
  ready: 'success',
  edited: 'warning',
  cancelled: 'warning',
  failed: 'danger',
};

export const toneOf = (state: State): Tone => TONES[state];

/** A plan is decided as it was computed: one that was edited since is run again first. */
export function mayCommit({ state, outcome }: Pick<ArbitrationPlan, 'state' | 'outcome'>): boolean {
  return state === 'ready' && outcome !== null;
}
