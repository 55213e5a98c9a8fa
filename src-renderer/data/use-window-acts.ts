import { useEffect } from 'react';
import { useDesk } from './desk-context.ts';
import type { WindowActs } from './window-acts.ts';

/**
 * Offers what the window can do, as it stands at each drawing; nothing once the content is gone.
 *
 * @example useWindowActs({ about: '3 missions choisies', acts: [{ key: '1', label: 'Priorité P1', enabled: true, run }] });
 */
export function useWindowActs(acts: WindowActs): void {
  const store = useDesk().acts;
  useEffect(() => store.offer(acts));
  useEffect(() => () => store.offer(null), [store]);
}
