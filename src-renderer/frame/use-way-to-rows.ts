import { useEffect } from 'react';

/** A field where one looks for rows: the arrow that leads down from it has no other use. */
const SEARCH_FIELD = '.dk-bar input[type="text"], .dk-bar input[type="search"], .dk-bar input:not([type])';
/** The one row or card that Tab reaches. */
const REACHED = '[data-row][tabindex="0"]';

/** The arrow down leads to the rows, from nowhere and from the search: never forty times Tab. */
export function useWayToRows(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const { target } = event;
      const isFromHere =
        target === document.body ||
        (target instanceof HTMLInputElement && target.matches(SEARCH_FIELD) && target.role !== 'combobox');
      if (event.defaultPrevented || !isFromHere || document.querySelector('[role="dialog"], [role="menu"]') !== null)
        return;
      const row = document.querySelector<HTMLElement>(REACHED);
      if (row === null) return;
      event.preventDefault();
      row.focus();
      // As an arrow between rows does: what has the focus is what the window looks at.
      if (row.matches('tr') && row.dataset['looked'] !== 'true') row.click();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
