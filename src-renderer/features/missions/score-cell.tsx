import { Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { ScoreTerms } from './score-terms.tsx';

/**
 * The score; under the pointer, each of its terms, asked for only then: a page holds a hundred scores. The row looked at
 * by keyboard has the same terms in the panel.
 */
export function ScoreCell({ id, points }: { readonly id: string; readonly points: number }) {
  const [open, setOpen] = useState(false);
  const cell = (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only shows more of what the panel tells everybody
    <span className="dk-number" onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      {points}
    </span>
  );
  return open ? <WithTerms id={id}>{cell}</WithTerms> : cell;
}

function WithTerms({ id, children }: { readonly id: string; readonly children: JSX.Element }) {
  const sheet = useLive(`score ${id}`, (client) => client.missions.sheet({ id }), ['missions']);
  const label = sheet.value === null ? FR.loading : <ScoreTerms score={sheet.value.score} />;
  return (
    <Tooltip opened label={label} position="right" maw={380} classNames={{ tooltip: 'dk-tip' }}>
      {children}
    </Tooltip>
  );
}
