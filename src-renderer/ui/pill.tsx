import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'vital';

/** A status: always in words, the colour only helps. */
export function Pill({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className="dk-pill" data-tone={tone}>
      {children}
    </span>
  );
}
