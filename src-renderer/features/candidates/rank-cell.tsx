import { HoverCard } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { RankReasons } from './rank-reasons.tsx';

interface RankCellProps {
  readonly id: string;
  readonly missionId: string | null;
  readonly points: number;
}

/** The points of a match; on hover, why. Asked for only then; the person's sheet says the same without a pointer. */
export function RankCell({ id, missionId, points }: RankCellProps) {
  const [open, setOpen] = useState(false);
  const question = open && missionId !== null ? `rank ${id} ${missionId}` : null;
  const sheet = useLive(question, (client) => client.candidates.sheet({ id, missionId }), ['candidates']);
  const ranking = sheet.value?.ranking ?? null;
  return (
    <HoverCard width={320} position="right" openDelay={300} onOpen={() => setOpen(true)} onClose={() => setOpen(false)}>
      <HoverCard.Target>
        <span className="dk-number">{points}</span>
      </HoverCard.Target>
      <HoverCard.Dropdown>{ranking === null ? FR.loading : <RankReasons ranking={ranking} />}</HoverCard.Dropdown>
    </HoverCard>
  );
}
