import type { ReactNode } from 'react';
import { focusLookedRow } from './focus-part.ts';

interface SidePanelProps {
  readonly label: string;
  /** Pixels; absent: as wide as the window lets it. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** What is known of the row looked at, beside its table; Escape goes back to that row. */
export function SidePanel({ label, width, children }: SidePanelProps) {
  return (
    <aside
      className="dk-panel"
      aria-label={label}
      style={width === undefined ? undefined : { width }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) focusLookedRow();
      }}
    >
      {children}
    </aside>
  );
}
