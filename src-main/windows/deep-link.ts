/** Addresses that open the application somewhere (TRUST S34): a closed grammar, which navigates and never decides. */
import type { WindowKind } from './window-kinds.ts';
import { isWindowKind } from './window-kinds.ts';

const LONGEST = 512;
/** `renfort-regulation://missions` or `renfort-regulation://missions/<id>`; nothing else, no query, no fragment. */
const GRAMMAR = /^renfort-regulation:\/\/([a-z]{1,20})(?:\/([A-Za-z0-9-]{1,64}))?\/?$/;

export interface DeepLink {
  readonly window: WindowKind;
  readonly subjectId: string | null;
}

/**
 * Null when it is not one of ours.
 *
 * @example
 * parseDeepLink('renfort-regulation://missions/m-1'); // { window: 'missions', subjectId: 'm-1' }
 */
export function parseDeepLink(address: string): DeepLink | null {
  if (address.length > LONGEST) return null;
  const [, window = '', subjectId = null] = GRAMMAR.exec(address) ?? [];
  return isWindowKind(window) ? { window, subjectId } : null;
}
