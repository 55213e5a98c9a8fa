import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LayoutLine } from '../../../contract/app/workspace-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { KeyCap } from '../../ui/key-cap.tsx';

const { windows: words } = FR_WORKSPACE;
const MOST_KEYS = 9;

/** Named arrangements: applied, renamed, removed; and the windows as they stand, under a new name. */
export function LayoutList({ onApplied }: { onApplied(): void }) {
  const { run, fault } = useAct();
  const layouts = useLive('layouts', (client) => client.workspace.layouts.list(), ['layouts']);
  const [name, setName] = useState('');
  const wanted = name.trim();
  return (
    <section aria-label={words.layouts}>
      <h3 className="dk-section">{words.layouts}</h3>
      {fault !== null && <p role="alert">{fault.sentence}</p>}
      {layouts.value?.length === 0 && <p className="dk-quiet">{words.noLayout}</p>}
      <ul className="dk-rows">
        {(layouts.value ?? []).map((layout, index) => (
          <LayoutItem key={layout.id} layout={layout} place={index + 1} onApplied={onApplied} />
        ))}
      </ul>
      <form
        style={{ display: 'flex', gap: 8, alignItems: 'end', marginTop: 10 }}
        onSubmit={(event) => {
          event.preventDefault();
          void run((client) => client.workspace.layouts.save({ name: wanted })).then((done) => {
            if (done !== null) setName('');
          });
        }}
      >
        <TextInput
          style={{ flex: 1 }}
          label={words.layoutName}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={wanted === ''}>
          {words.save}
        </Button>
      </form>
      <p className="dk-quiet" style={{ fontSize: '0.75rem' }}>
        {words.help}
      </p>
    </section>
  );
}

interface LayoutItemProps {
  readonly layout: LayoutLine;
  readonly place: number;
  onApplied(): void;
}

function LayoutItem({ layout: { id, name, windows, displays }, place, onApplied }: LayoutItemProps) {
  const { run, fault } = useAct();
  const [renamed, setRenamed] = useState<string | null>(null);
  if (renamed !== null)
    return (
      <li>
        <TextInput
          className="dk-grow"
          aria-label={words.renameNamed(name)}
          maxLength={60}
          autoFocus
          value={renamed}
          onChange={(event) => setRenamed(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          disabled={renamed.trim() === ''}
          onClick={() => {
            void run((client) => client.workspace.layouts.rename({ id, name: renamed.trim() })).then(() =>
              setRenamed(null),
            );
          }}
        >
          {words.keep}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setRenamed(null)}>
          {FR.cancel}
        </Button>
      </li>
    );
  return (
    <li>
      <div className="dk-grow">
        <strong>{name}</strong> {place <= MOST_KEYS && <KeyCap name={`Ctrl Alt ${place}`} />}
        <div className="dk-quiet">{words.contents(windows, displays)}</div>
        {fault !== null && <div role="alert">{fault.sentence}</div>}
      </div>
      <Button
        size="compact-sm"
        aria-label={words.applyNamed(name)}
        onClick={() => {
          onApplied();
          void run((client) => client.workspace.layouts.apply({ id }));
        }}
      >
        {words.apply}
      </Button>
      <Button size="compact-sm" variant="default" aria-label={words.renameNamed(name)} onClick={() => setRenamed(name)}>
        {words.rename}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.removeNamed(name)}
        onClick={() => void run((client) => client.workspace.layouts.remove({ id }))}
      >
        {words.remove}
      </Button>
    </li>
  );
}
