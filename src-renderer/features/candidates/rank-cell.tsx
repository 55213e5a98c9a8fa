import { Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { RankReasons } from './rank-reasons.tsx';

interface RankCellProps {
  readonly id: string;
  readonly missionId: string | null;
  readonly points: number;
}

/**
 * The points of a match; under the pointer, why, asked for only then: a page holds a hundred of them. The person looked
 * at by keyboard has the same reasons in the sheet.
 */
export function RankCell({ id, missionId, points }: RankCellProps) {
  const [open, setOpen] = useState(false);
  const cell = (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only shows what the sheet tells everybody
    <span className="dk-number" onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      {points}
    </span>
  );
  return open ? (
    <WithReasons id={id} missionId={missionId}>
      {cell}
    </WithReasons>
  ) : (
    cell
  );
}

interface WithReasonsProps {
  readonly id: string;
  readonly missionId: string | null;
  readonly children: JSX.Element;
}

function WithReasons({ id, missionId, children }: WithReasonsProps) {
  const sheet = useLive(`rank ${id} ${missionId}`, (client) => client.candidates.sheet({ id, missionId }), [
    'candidates',
  ]);
  const ranking = sheet.value?.ranking ?? null;
  const label = ranking === null ? FR.loading : <RankReasons ranking={ranking} />;
  return (
    <Tooltip opened label={label} position="right" maw={380} classNames={{ tooltip: 'dk-tip' }}>
      {children}
    </Tooltip>
  );
}
