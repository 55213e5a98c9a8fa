import { ActionIcon, Button, Checkbox, Group, Popover } from '@mantine/core';
import { FR } from '../text/fr.ts';
import { withColumnMoved, withHidden } from './table-state.ts';
import type { DeskTableModel } from './use-desk-table.ts';

/** Which columns show, and in which order; everything by keyboard too. */
export function ColumnsMenu({ table }: { readonly table: DeskTableModel }) {
  const { state, change, columns } = table;
  const inOrder = state.order.flatMap((name) => columns.find((column) => column.name === name) ?? []);
  return (
    <Popover width={320} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{FR.table.columns}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={FR.table.columns} style={{ maxHeight: '70vh', overflowY: 'auto' }}>
        {inOrder.map(({ name, label }, at) => (
          <Group key={name} gap={4} wrap="nowrap" mb={4}>
            <Checkbox
              style={{ flex: 1 }}
              label={label}
              checked={!state.hidden.includes(name)}
              onChange={(event) => {
                const show = event.currentTarget.checked;
                change((before) => withHidden(before, name, !show));
              }}
            />
            <ActionIcon
              size="sm"
              variant="default"
              aria-label={FR.table.moveBefore(label)}
              disabled={at === 0}
              onClick={() => change((before) => withColumnMoved(before, name, -1))}
            >
              ↑
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="default"
              aria-label={FR.table.moveAfter(label)}
              disabled={at === inOrder.length - 1}
              onClick={() => change((before) => withColumnMoved(before, name, 1))}
            >
              ↓
            </ActionIcon>
          </Group>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
