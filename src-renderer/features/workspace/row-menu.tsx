import { Menu } from '@mantine/core';
import type { KeyboardEvent as PageKey } from 'react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useDesk } from '../../data/desk-context.ts';
import type { WindowAct } from '../../data/window-acts.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { KeyCap } from '../../ui/key-cap.tsx';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly row: HTMLElement;
}

/** What a row says it is: rows of tables and cards of boards alike. */
const ROW = '[data-row]';

/** The menu of a row: right button, Shift+F10 or the menu key. The same acts as the keys, with their keys. */
export function RowMenu() {
  const { acts } = useDesk();
  const offered = useSyncExternalStore(acts.subscribe, acts.current);
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const open = (row: HTMLElement, x: number, y: number) => {
      // What the menu acts on is what the window looks at, unless rows were chosen.
      if (row.dataset['looked'] !== 'true') row.click();
      setPlace({ x, y, row });
    };
    const rowOf = (target: EventTarget | null) =>
      acts.current() === null || !(target instanceof Element) ? null : target.closest<HTMLElement>(ROW);
    const onMenu = (event: MouseEvent) => {
      const row = rowOf(event.target);
      if (row === null) return;
      event.preventDefault();
      open(row, event.clientX, event.clientY);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      const row = rowOf(event.target);
      if (row === null) return;
      event.preventDefault();
      const { left, bottom } = row.getBoundingClientRect();
      open(row, Math.max(0, left) + 48, bottom);
    };
    document.addEventListener('contextmenu', onMenu);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('contextmenu', onMenu);
      document.removeEventListener('keydown', onKey);
    };
  }, [acts]);
  if (place === null || offered === null) return null;
  const close = () => {
    setPlace(null);
    place.row.focus();
  };
  const run = (act: WindowAct) => {
    close();
    act.run();
  };
  const onKeyDown = (event: PageKey) => {
    const act = offered.acts.find(({ key }) => key !== null && key.toLowerCase() === keyOf(event));
    if (act === undefined || !act.enabled) return;
    event.preventDefault();
    // The window's own keys listen too: once is enough.
    event.stopPropagation();
    run(act);
  };
  return (
    <Menu
      opened
      onClose={close}
      position="right-start"
      middlewares={{ flip: true, shift: { padding: 8 } }}
      shadow="md"
      width={320}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="dk-menu-anchor"
          aria-label={FR_WORKSPACE.menu.label}
          style={{ left: place.x, top: place.y }}
        />
      </Menu.Target>
      <Menu.Dropdown className="dk-row-menu" aria-label={FR_WORKSPACE.menu.label} onKeyDown={onKeyDown}>
        <Menu.Label>{offered.about}</Menu.Label>
        {offered.acts.map((act) => (
          <Menu.Item
            key={`${act.key ?? ''} ${act.label}`}
            disabled={!act.enabled}
            onClick={() => run(act)}
            rightSection={act.key === null ? null : <KeyCap name={act.key.toUpperCase()} />}
          >
            {act.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The digit that a key is for, also on a French keyboard where digits need Shift. */
function keyOf(event: PageKey): string {
  return /^Digit(\d)$/.exec(event.code)?.[1] ?? event.key.toLowerCase();
}
