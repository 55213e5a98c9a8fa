import type { ReactNode } from 'react';
import type { Right } from '../../contract/domain/right.ts';
import { FR_STATES } from '../text/fr-states.ts';
import { StatePanel } from '../ui/state-panel.tsx';
import { holdsRight } from './holds-right.ts';
import { useSyncState } from './use-sync-state.ts';

interface RightGateProps {
  readonly right: Right;
  readonly children: ReactNode;
}

/** Draws its children for whoever holds the right at any scope; else says why there is nothing (DOMAIN §9). */
export function RightGate({ right, children }: RightGateProps) {
  const person = useSyncState().value?.person ?? null;
  // Before it is known who is there, nothing is refused: the service is the referee.
  if (person === null || holdsRight(person, right)) return children;
  return (
    <StatePanel whole title={FR_STATES.noRight}>
      {FR_STATES.noRightAdvice}
    </StatePanel>
  );
}
