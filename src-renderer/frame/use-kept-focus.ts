import { useEffect } from 'react';

/** How many places are remembered, newest last. */
const LONGEST_TRAIL = 16;
/** The browser takes the focus away from what was disabled only when it draws. */
const DRAWN_MS = 60;
/** The one row or card that Tab reaches. */
const REACHED = '[data-row][tabindex="0"]';

/**
 * The focus is never lost: when what holds it leaves the page (a dialog that closes, a button that is no longer there) or
 * can no longer be used, it goes back to where it was before; from a row that left, to the row that Tab reaches. Who
 * let go of it themselves, by a click on nothing, is left in peace.
 *
 * ```
 *   row ──"2"──▶ dialog's button ──Enter──▶ (dialog gone) ──▶ row
 * ```
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const trail: HTMLElement[] = [];
    const remember = (event: FocusEvent) => {
      if (!(event.target instanceof HTMLElement)) return;
      const known = trail.indexOf(event.target);
      if (known >= 0) trail.splice(known, 1);
      trail.push(event.target);
      if (trail.length > LONGEST_TRAIL) trail.shift();
    };
    const giveBack = () => {
      if (!isNowhere(document.activeElement)) return;
      const last = trail.at(-1);
      if (last === undefined || mayHold(last)) return;
      const row = last.matches('[data-row]') ? document.querySelector<HTMLElement>(REACHED) : null;
      const next = row ?? trail.findLast(mayHold) ?? document.querySelector<HTMLElement>(REACHED);
      next?.focus({ preventScroll: row === null });
    };
    const watch = new MutationObserver((changes) => {
      giveBack();
      if (changes.some(({ type }) => type === 'attributes')) setTimeout(giveBack, DRAWN_MS);
    });
    document.addEventListener('focusin', remember);
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, []);
}

function isNowhere(active: Element | null): boolean {
  return active === null || active === document.body;
}

/** Still in the page, seen, and of use. */
function mayHold(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled, [inert] *') && element.checkVisibility();
}
