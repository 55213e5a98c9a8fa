import { Modal, TextInput } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useDesk } from '../data/desk-context.ts';
import { useLive } from '../data/use-live.ts';
import { useSelection } from '../data/use-selection.ts';
import { useDecisions } from '../decisions/decision-context.ts';
import type { WindowPin } from '../features/workspace/use-window-pin.ts';
import { FR } from '../text/fr.ts';
import type { FramePart } from './frame-keys.ts';
import type { PaletteEntry } from './palette-entries.ts';
import { filterEntry, paletteCommands } from './palette-entries.ts';
import { useTheme } from './use-theme.ts';

const MOST_FOUND = 12;
/** Kinds of windows that show what is chosen themselves: nothing else needs to open. */
const SHOWN_HERE: Readonly<Record<string, readonly string[]>> = {
  mission: ['missions', 'board', 'map'],
  candidate: ['candidates', 'map'],
  establishment: [],
};

interface CommandPaletteProps {
  /** The kind of this window. */
  readonly kind: string;
  readonly pin: WindowPin;
  onShow(part: FramePart): void;
  onClose(): void;
}

/** Ctrl+K: anything by a piece of its name. Arrows move, Enter goes, Shift+Enter filters this window's list. */
export function CommandPalette({ kind, pin, onShow, onClose }: CommandPaletteProps) {
  const { client, acts, search } = useDesk();
  const { change } = useSelection();
  const { undo } = useDecisions();
  const { setTheme } = useTheme();
  const offered = useSyncExternalStore(acts.subscribe, acts.current);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = text.trim();
  const found = useLive(
    wanted.length < 2 ? null : `search ${wanted}`,
    () => client.directory.search({ text: wanted.slice(0, 100), limit: MOST_FOUND }),
    ['missions', 'candidates'],
  );
  const windows = useLive('windows', (desk) => desk.workspace.windows.list(), ['windows']);
  const kinds = useLive('kinds', (desk) => desk.workspace.windows.kinds(), []);
  const layouts = useLive('layouts', (desk) => desk.workspace.layouts.list(), ['layouts']);
  const subjects: readonly PaletteEntry[] = (wanted.length < 2 ? [] : (found.value ?? [])).map((one) => ({
    key: `${one.kind} ${one.id}`,
    label: one.label,
    detail: `${FR.palette.kinds[one.kind]} · ${one.detail}`,
    run: () => {
      if (one.kind !== 'establishment' && SHOWN_HERE[one.kind]?.includes(kind))
        change({ subject: { kind: one.kind, id: one.id }, chosen: null });
      else client.workspace.windows.show({ kind: one.kind, id: one.id }).catch(() => undefined);
    },
  }));
  const commands = paletteCommands(wanted, {
    client,
    acts: offered,
    windows: windows.value ?? [],
    kinds: kinds.value ?? [],
    layouts: layouts.value ?? [],
    pinned: pin.pinned !== null,
    undo,
    setTheme,
    togglePin: pin.toggle,
    show: onShow,
  });
  const filter = filterEntry(wanted, useSyncExternalStore(search.subscribe, search.current));
  const entries = [...subjects, ...commands, ...(filter === null ? [] : [filter])];
  const reached = Math.min(at, entries.length - 1);
  const move = (to: number) => {
    setAt(to);
    document.getElementById(`palette-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const go = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  return (
    <Modal.Root opened onClose={onClose} size={680} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={FR.status.palette}>
        <Modal.Body pt="md">
          <TextInput
            data-autofocus
            autoFocus
            size="sm"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={entries[reached] === undefined ? undefined : `palette-${reached}`}
            aria-label={FR.palette.label}
            placeholder={FR.palette.label}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') move(Math.min(entries.length - 1, reached + 1));
              else if (event.key === 'ArrowUp') move(Math.max(0, reached - 1));
              else if (event.key === 'Enter') go(event.shiftKey && filter !== null ? filter : entries[reached]);
              else return;
              event.preventDefault();
            }}
          />
          <div
            id="palette-list"
            role="listbox"
            aria-label={FR.palette.commands}
            style={{ maxHeight: '52vh', overflowY: 'auto', marginTop: 8 }}
          >
            {entries.map((entry, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keyboard, as a combobox does
              <div
                key={entry.key}
                id={`palette-${index}`}
                role="option"
                className="dk-option"
                tabIndex={-1}
                aria-selected={index === reached}
                onClick={() => go(entry)}
                onMouseMove={() => setAt(index)}
              >
                <span className="dk-grow">{entry.label}</span>
                {entry.detail !== '' && <span className="dk-quiet dk-no-wrap">{entry.detail}</span>}
              </div>
            ))}
          </div>
          {entries.length === 0 && (
            <p className="dk-quiet">{found.asking && wanted.length >= 2 ? FR.loading : FR.palette.nothing}</p>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
