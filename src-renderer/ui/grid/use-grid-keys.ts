import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { DataGridProps } from './grid-props.ts';

/**
 * The keyboard in the rows: arrows, Home, End move; Space chooses; Shift+arrows choose on the way; Ctrl+A all that the
 * filters find; Enter opens; Ctrl+C copies.
 */
export function useGridKeys<Row>(
  frame: RefObject<HTMLDivElement | null>,
  props: DataGridProps<Row>,
): (event: KeyboardEvent) => void {
  const { rows, idOf, looked } = props;
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current || looked === null) return;
    wantsFocus.current = false;
    frame.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(looked)}"]`)?.focus();
  }, [looked, frame]);

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
      if (event.shiftKey) props.onChooseRange(current, idOf(target));
      wantsFocus.current = true;
      props.onLook(idOf(target));
    } else if (key === ' ') props.onToggle(current);
    else if (key === 'Ctrl+a') props.onChooseAll();
    else if (key === 'Ctrl+c' && String(getSelection()) === '') props.onCopy();
    else if (key === 'Enter') props.onOpen(current);
    else return;
    event.preventDefault();
  };
}
