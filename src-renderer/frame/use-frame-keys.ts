import { useEffect } from 'react';
import { useDesk } from '../data/desk-context.ts';
import type { WindowPin } from '../features/workspace/use-window-pin.ts';
import type { FrameKey, FramePart } from './frame-keys.ts';
import { frameKey } from './frame-keys.ts';

/** The keys of every window: palette, shortcuts, windows, layouts, pin. */
export function useFrameKeys(show: (part: FramePart) => void, pin: WindowPin): void {
  const { client } = useDesk();
  const { toggle } = pin;
  useEffect(() => {
    const nth = async (place: number, does: 'focus' | 'apply') => {
      const { windows, layouts } = client.workspace;
      const id = (does === 'focus' ? await windows.list() : await layouts.list())[place - 1]?.id;
      if (id === undefined) return;
      await (does === 'focus' ? client.windows.focus({ id }) : layouts.apply({ id }));
    };
    const act = (key: FrameKey) => {
      if (key.does === 'show') show(key.part);
      else if (key.does === 'pin') toggle();
      else if (key.does === 'reopen') client.workspace.windows.reopen().catch(() => undefined);
      else nth(key.place, key.does).catch(() => undefined);
    };
    const listen = (event: KeyboardEvent) => {
      const key = frameKey(event);
      if (key === null || event.defaultPrevented) return;
      // Under a dialog, letters are its own; what names a part of the frame still opens it.
      if (key.does === 'pin' && document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      event.preventDefault();
      act(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [client, show, toggle]);
}
