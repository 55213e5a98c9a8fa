import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../data/desk-context.ts';
import { useLive } from '../data/use-live.ts';
import { useSelection } from '../data/use-selection.ts';
import { useDecisions } from '../decisions/decision-context.ts';
import { FR } from '../text/fr.ts';
import type { PaletteEntry } from './palette-entries.ts';
import { paletteCommands } from './palette-entries.ts';
import { useTheme } from './use-theme.ts';

const MOST_FOUND = 12;

/** Ctrl+K: anything by a piece of its name. Arrows move, Enter goes. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const { client } = useDesk();
  const { change } = useSelection();
  const { undo } = useDecisions();
  const { setTheme } = useTheme();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = text.trim();
  const found = useLive(
    wanted.length < 2 ? null : `search ${wanted}`,
    () => client.directory.search({ text: wanted, limit: MOST_FOUND }),
    ['missions', 'candidates'],
  );
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const subjects: readonly PaletteEntry[] = (wanted.length < 2 ? [] : (found.value ?? [])).map((one) => ({
    key: `${one.kind} ${one.id}`,
    label: one.label,
    detail: `${FR.palette.kinds[one.kind]} · ${one.detail}`,
    run: () => {
      if (one.kind === 'establishment') quietly(client.windows.open({ window: 'missions', subjectId: one.id }));
      else {
        change({ subject: { kind: one.kind, id: one.id }, chosen: null });
        quietly(client.windows.open({ window: one.kind === 'mission' ? 'missions' : 'candidates', subjectId: one.id }));
      }
    },
  }));
  const entries = [...subjects, ...paletteCommands(wanted, client, undo, setTheme)];
  const go = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  return (
    <Modal.Root opened onClose={onClose} size={620} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={FR.status.palette}>
        <Modal.Body pt="md">
          <TextInput
            data-autofocus
            size="sm"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={entries[at] === undefined ? undefined : `palette-${at}`}
            aria-label={FR.palette.label}
            placeholder={FR.palette.label}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') setAt(Math.min(entries.length - 1, at + 1));
              else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
              else if (event.key === 'Enter') go(entries[at]);
              else return;
              event.preventDefault();
            }}
          />
          <div
            id="palette-list"
            role="listbox"
            aria-label={FR.palette.commands}
            style={{ maxHeight: '50vh', overflowY: 'auto', marginTop: 8 }}
          >
            {entries.map((entry, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keyboard, as a combobox does
              <div
                key={entry.key}
                id={`palette-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onClick={() => go(entry)}
                onMouseEnter={() => setAt(index)}
                style={{
                  display: 'flex',
                  gap: 10,
                  padding: '6px 10px',
                  borderRadius: 4,
                  cursor: 'pointer',
                  background: index === at ? 'var(--desk-row-chosen)' : undefined,
                }}
              >
                <span style={{ flex: 1 }}>{entry.label}</span>
                {entry.detail !== '' && <span className="dk-quiet">{entry.detail}</span>}
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
