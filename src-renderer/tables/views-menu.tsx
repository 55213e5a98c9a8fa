import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../data/desk-context.ts';
import { useAct } from '../data/use-act.ts';
import { useLive } from '../data/use-live.ts';
import { FR } from '../text/fr.ts';
import type { TableState } from './table-state.ts';
import { readTableState } from './table-state.ts';
import type { DeskTableModel } from './use-desk-table.ts';

interface ViewsMenuProps {
  readonly table: DeskTableModel;
  readonly window: string;
  readonly first: TableState;
}

/** Saved views: filters, sorts, columns, widths and groups under a name. */
export function ViewsMenu({ table, window, first }: ViewsMenuProps) {
  const { client } = useDesk();
  const { run, fault } = useAct();
  const [name, setName] = useState('');
  const views = useLive(`views ${window}`, () => client.views.list({ window }), ['views']);
  const save = async () => {
    const definition = JSON.stringify(table.state);
    await run((desk) => desk.views.save({ id: crypto.randomUUID(), window, name: name.trim(), definition }));
    setName('');
    views.again();
  };
  const remove = async (id: string) => {
    await run((desk) => desk.views.remove({ id }));
    views.again();
  };
  return (
    <Popover width={320} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{FR.table.views}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={FR.table.views}>
        {views.value?.length === 0 && <p className="dk-quiet">{FR.table.noView}</p>}
        {views.value?.map((view) => (
          <Group key={view.id} gap={4} wrap="nowrap" mb={4}>
            <Button
              variant="subtle"
              style={{ flex: 1 }}
              justify="flex-start"
              onClick={() => table.change(() => readTableState(view.definition, first))}
            >
              {view.name}
            </Button>
            <Button variant="default" aria-label={FR.table.removeView(view.name)} onClick={() => remove(view.id)}>
              ✕
            </Button>
          </Group>
        ))}
        <Group gap={4} align="end" wrap="nowrap" mt="xs">
          <TextInput
            style={{ flex: 1 }}
            label={FR.table.viewName}
            maxLength={80}
            value={name}
            error={fault?.sentence}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button disabled={name.trim() === ''} onClick={save}>
            {FR.table.saveView}
          </Button>
        </Group>
        <Button mt="xs" variant="default" fullWidth onClick={() => table.change(() => first)}>
          {FR.table.firstView}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
