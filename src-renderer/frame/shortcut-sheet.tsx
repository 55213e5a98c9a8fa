import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useDesk } from '../data/desk-context.ts';
import type { WindowActs } from '../data/window-acts.ts';
import type { ShortcutGroup } from '../features/workspace/shortcut-groups.ts';
import { shortcutGroups } from '../features/workspace/shortcut-groups.ts';
import { FR } from '../text/fr.ts';
import { FR_WORKSPACE } from '../text/fr-workspace.ts';
import { KeyCap } from '../ui/key-cap.tsx';

/** The shortcuts of the window that is really in front, on "?". */
export function ShortcutSheet({ kind, onClose }: { readonly kind: string; onClose(): void }) {
  const { acts } = useDesk();
  const offered = useSyncExternalStore(acts.subscribe, acts.current);
  const groups = shortcutGroups(kind, groupOf(offered));
  return (
    <Modal opened onClose={onClose} size={860} title={<strong>{FR.shortcuts.title}</strong>}>
      <div style={{ columns: '340px 2', columnGap: 28 }}>
        {groups.map(({ title, keys }) => (
          <section key={title} aria-label={title} style={{ breakInside: 'avoid' }}>
            <h3 className="dk-section">{title}</h3>
            <table className="dk-plain">
              <tbody>
                {keys.map(([names, meaning]) => (
                  <tr key={`${names} ${meaning}`}>
                    <td className="dk-no-wrap" style={{ width: 120 }}>
                      {names.split(' ').map((name, place) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice, and their order never changes
                        <span key={place}>
                          <KeyCap name={name} />{' '}
                        </span>
                      ))}
                    </td>
                    <td>{meaning}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function groupOf(offered: WindowActs | null): ShortcutGroup | null {
  const keys = (offered?.acts ?? []).flatMap(({ key, label }) =>
    key === null ? [] : [[key.toUpperCase(), label] as const],
  );
  return keys.length === 0 ? null : { title: FR_WORKSPACE.shortcuts.onRows, keys };
}
