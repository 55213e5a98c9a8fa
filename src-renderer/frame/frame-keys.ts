/** The keys that work in every window, whatever it holds. */
import { isTyping } from '../ui/is-typing.ts';

/** What the frame may show over a window. */
export type FramePart = 'palette' | 'help' | 'windows' | 'notices' | 'log';

export type FrameKey =
  | { readonly does: 'show'; readonly part: FramePart }
  | { readonly does: 'pin' }
  | { readonly does: 'reopen' }
  | { readonly does: 'focus' | 'apply'; readonly place: number };

const WITH_CONTROL: Readonly<Record<string, FramePart>> = { k: 'palette', j: 'windows', m: 'notices', l: 'log' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>;

/** What a key asks of the frame; null when it is none of its keys, or text that somebody writes. */
export function frameKey(event: Pressed): FrameKey | null {
  const key = event.key.toLowerCase();
  const digit = Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
  if (event.ctrlKey || event.metaKey) {
    if (digit > 0) return { does: event.altKey ? 'apply' : 'focus', place: digit };
    if (event.shiftKey) return key === 't' ? { does: 'reopen' } : null;
    const part = event.altKey ? undefined : WITH_CONTROL[key];
    return part === undefined ? null : { does: 'show', part };
  }
  if (event.key === 'F1') return { does: 'show', part: 'help' };
  if (isTyping(event.target) || event.altKey) return null;
  if (event.key === '?') return { does: 'show', part: 'help' };
  return key === 'g' ? { does: 'pin' } : null;
}
