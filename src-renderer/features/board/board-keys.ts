/** Which gesture a key asks for on the board. Pure. */
import type { DecisionKind } from '../../../contract/app/decision.ts';
import type { Priority } from '../../../contract/domain/priority.ts';

const PRIORITY_KEYS: Readonly<Record<string, Priority>> = { '1': 'P1', '2': 'P2', '3': 'P3', '4': 'P4', '0': 'none' };

/** The queue's own keys (UX, rules for every window). */
export const DECISION_KEYS: Readonly<Record<string, readonly [DecisionKind, Readonly<Record<string, string>>]>> = {
  d: ['defer', {}],
  r: ['assign-regulator', {}],
  n: ['note', {}],
  a: ['alert', { event: 'raise' }],
  x: ['close-mission', {}],
};

export interface PressedKey {
  readonly key: string;
  readonly code: string;
}

/** The lane that a digit places into, also on a French keyboard, where digits need Shift. */
export function priorityOfKey({ code }: PressedKey): Priority | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit === undefined ? null : (PRIORITY_KEYS[digit] ?? null);
}
