import type { ReactNode } from 'react';
import type { Right } from '../../contract/domain/right.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import { isRoleName } from '../../contract/domain/role.ts';
import { FR_STATES } from '../text/fr-states.ts';
import { StatePanel } from '../ui/state-panel.tsx';
import { useSyncState } from './use-sync-state.ts';

interface RightGateProps {
  readonly right: Right;
  readonly children: ReactNode;
}

/** Draws its children for whoever holds the right at any scope; else says why there is nothing (DOMAIN §9). */
export function RightGate({ right, children }: RightGateProps) {
  const person = useSyncState().value?.person ?? null;
  // Before it is known who is there, nothing is refused: the service is the referee.
  if (person === null || (isRoleName(person.role) && scopeOf(right, person.role) !== null)) return children;
  return (
    <StatePanel whole title={FR_STATES.noRight}>
      {FR_STATES.noRightAdvice}
    </StatePanel>
  );
}
