import type { KeyboardEvent, RefObject } from 'react';
import type { DataGridProps } from './grid-props.ts';

/**
 * The keyboard in the rows: arrows, Home, End move; Space chooses; Shift+arrows choose on the way; Ctrl+A all that the
 * filters find; Escape lets go of the choice; Enter opens; Ctrl+C copies.
 */
export function useGridKeys<Row>(
  frame: RefObject<HTMLDivElement | null>,
  props: DataGridProps<Row>,
): (event: KeyboardEvent) => void {
  const { rows, idOf } = props;
  const isChoosable = props.choosable !== false;
  return (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row]');
    if (row === null) return;
    const at = rows.findIndex((one) => idOf(one) === row.dataset['row']);
    const current = row.dataset['row'];
    if (at < 0 || current === undefined) return;
    const key = event.ctrlKey || event.metaKey ? `Ctrl+${event.key.toLowerCase()}` : event.key;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -rows.length, End: rows.length }[key];
    if (step !== undefined) {
      const target = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
      if (target === undefined) return;
      if (event.shiftKey && isChoosable) props.onChooseRange(current, idOf(target));
      // At once: what is looked at comes back later, and the next key must not fall on the row that was left.
      frame.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(idOf(target))}"]`)?.focus();
      props.onLook(idOf(target));
    } else if (key === ' ' && isChoosable) props.onToggle(current);
    else if (key === 'Ctrl+a' && isChoosable) props.onChooseAll();
    else if (key === 'Escape' && isChoosable) props.onChooseNone();
    else if (key === 'Ctrl+c' && String(getSelection()) === '') props.onCopy();
    else if (key === 'Enter') props.onOpen(current);
    else return;
    event.preventDefault();
  };
}
