/** Addresses that open the application somewhere (TRUST S34): a closed grammar, which navigates and never decides. */
import type { WindowKind } from './window-kinds.ts';
import { isWindowKind } from './window-kinds.ts';

const LONGEST = 512;
/** `renfortrh://mission/<id>` and its like, or `renfortrh://missions` for a window; no query, no fragment. */
const GRAMMAR = /^renfortrh:\/\/([a-z-]{1,20})(?:\/([A-Za-z0-9-]{1,64}))?\/?$/;

const SUBJECTS = ['mission', 'candidate', 'establishment'] as const;
export type LinkedSubject = (typeof SUBJECTS)[number];

/** A thing to show, or a kind of window. */
export type DeepLink = { readonly subject: LinkedSubject; readonly id: string } | { readonly window: WindowKind };

/**
 * Null when it is not one of ours.
 *
 * @example
 * parseDeepLink('renfortrh://mission/m-1'); // { subject: 'mission', id: 'm-1' }
 */
export function parseDeepLink(address: string): DeepLink | null {
  if (address.length > LONGEST) return null;
  const [, name = '', id] = GRAMMAR.exec(address) ?? [];
  if (id === undefined) return isWindowKind(name) ? { window: name } : null;
  const subject = SUBJECTS.find((one) => one === name);
  return subject === undefined ? null : { subject, id };
}
