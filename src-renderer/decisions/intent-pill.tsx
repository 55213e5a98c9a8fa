import { FR } from '../text/fr.ts';
import type { Tone } from '../ui/pill.tsx';
import { Pill } from '../ui/pill.tsx';

export type IntentState = keyof typeof FR.outboxStates;

const TONES: Readonly<Record<IntentState, Tone>> = {
  pending: 'info',
  sending: 'info',
  confirmed: 'success',
  conflict: 'danger',
  refused: 'danger',
  withdrawn: 'neutral',
};

/** What became of a decision, in one word. */
export function IntentPill({ state }: { readonly state: IntentState }) {
  return <Pill tone={TONES[state]}>{FR.outboxStates[state]}</Pill>;
}
