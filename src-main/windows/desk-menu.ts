/** The application's own menu, in Electron; each entry is also in the pages (status bar, palette). */
import type { LayoutLine } from '../../contract/app/workspace-contract.ts';
import type { MenuEntry, MenuGroup } from '../host/host.ts';
import type { WindowKind } from './window-kinds.ts';
import { isWindowKind, WINDOW_TITLES } from './window-kinds.ts';
import type { WindowOrder } from './window-orders.ts';
import { ORDERS } from './window-orders.ts';
import type { WindowLine } from './window-registry.ts';

export type MenuChoice =
  | { readonly choice: 'open'; readonly window: WindowKind }
  | { readonly choice: 'focus' | 'apply'; readonly id: string }
  | { readonly choice: 'order'; readonly order: WindowOrder }
  | { readonly choice: 'close' | 'reopen' | 'sync' | 'quit' };

const entry = (id: string, label: string, accelerator: string | null = null): MenuEntry => ({ id, label, accelerator });
const MOST_KEYS = 9;

/** @example deskMenu(windows.list(), layouts.list()) */
export function deskMenu(windows: readonly WindowLine[], layouts: readonly LayoutLine[]): readonly MenuGroup[] {
  return [
    {
      label: 'Fichier',
      entries: [
        ...Object.entries(WINDOW_TITLES).map(([kind, title]) => entry(`open ${kind}`, `Nouvelle fenêtre : ${title}`)),
        'separator',
        entry('reopen', 'Rouvrir la dernière fenêtre fermée', 'CmdOrCtrl+Shift+T'),
        entry('close', 'Fermer la fenêtre', 'CmdOrCtrl+W'),
        'separator',
        entry('sync', 'Synchroniser maintenant', 'F5'),
        entry('quit', 'Quitter', 'CmdOrCtrl+Q'),
      ],
    },
    {
      label: 'Actions',
      entries: [
        entry('order palette', 'Aller à…', 'CmdOrCtrl+K'),
        entry('order undo', 'Annuler la dernière décision'),
        'separator',
        entry('order log', 'Main courante et relève', 'CmdOrCtrl+L'),
        entry('order notices', 'Notifications'),
      ],
    },
    {
      label: 'Fenêtres',
      entries: [
        entry('order windows', 'Liste des fenêtres', 'CmdOrCtrl+J'),
        ...windows.map(({ id, title, pinned }, index) =>
          entry(`focus ${id}`, pinned ? `${title} · épinglée` : title, keyOf('CmdOrCtrl', index)),
        ),
        'separator',
        entry('order layouts', 'Dispositions…'),
        ...layouts.map(({ id, name }, index) =>
          entry(`apply ${id}`, `Disposition : ${name}`, keyOf('CmdOrCtrl+Alt', index)),
        ),
      ],
    },
    { label: 'Aide', entries: [entry('order help', 'Raccourcis de cette fenêtre', 'F1')] },
  ];
}

const keyOf = (modifier: string, index: number) => (index < MOST_KEYS ? `${modifier}+${index + 1}` : null);

/** What an entry's id asks; null when it is none of ours. */
export function menuChoice(id: string): MenuChoice | null {
  const [verb = '', ...rest] = id.split(' ');
  const what = rest.join(' ');
  if (verb === 'open') return isWindowKind(what) ? { choice: 'open', window: what } : null;
  if (verb === 'focus' || verb === 'apply') return what === '' ? null : { choice: verb, id: what };
  if (verb === 'order') {
    const order = ORDERS.find((one) => one === what);
    return order === undefined ? null : { choice: 'order', order };
  }
  if (verb === 'close' || verb === 'reopen' || verb === 'sync' || verb === 'quit') return { choice: verb };
  return null;
}
