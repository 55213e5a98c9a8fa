import { HoverCard } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { ScoreTerms } from './score-terms.tsx';

/** The score; on hover or focus, each of its terms. They are asked for only then. */
export function ScoreCell({ id, points }: { readonly id: string; readonly points: number }) {
  const [open, setOpen] = useState(false);
  const sheet = useLive(open ? `score ${id}` : null, (client) => client.missions.sheet({ id }), ['missions']);
  return (
    <HoverCard width={340} position="right" openDelay={300} onOpen={() => setOpen(true)} onClose={() => setOpen(false)}>
      <HoverCard.Target>
        <span className="dk-number">{points}</span>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        {sheet.value === null ? FR.loading : <ScoreTerms score={sheet.value.score} />}
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
