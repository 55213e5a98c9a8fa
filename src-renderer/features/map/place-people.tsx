import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { formatDay } from '../../text/format.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { professionLabel, verificationLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { ClusterEntry } from './cluster-entry.ts';
import type { MapModel } from './use-map-model.ts';

const TONES: Readonly<Record<string, Tone>> = {
  AFFECTÉ: 'success',
  CONTACTÉ: 'warning',
  'EN COURS': 'info',
  DISPONIBLE: 'success',
};
const STEP = 20;
const MOST = 200;

interface PlacePeopleProps {
  readonly model: MapModel;
  readonly entry: ClusterEntry;
  /** How many at first. */
  readonly first: number;
  onLook(id: string): void;
}

/** The people of one place, a page at a time, each with what can be done: the same as in the table. */
export function PlacePeople({ model, entry, first, onLook }: PlacePeopleProps) {
  const { missionId, query } = model.question;
  const { decide, readOnly } = useDecisions();
  const [limit, setLimit] = useState(first);
  const question = `map within ${entry.key} ${limit} ${JSON.stringify(model.question)}`;
  const live = useLive(
    question,
    (client) => client.map.within({ question: { missionId, query: { ...query, offset: 0, limit } }, area: entry.area }),
    ['candidates', 'missions', 'proposals', 'regulation'],
  );
  return (
    <LiveView live={live} question={question} lines={Math.min(first, entry.count)}>
      {({ rows, total }) => (
        <>
          <ul className="dk-list">
            {rows.map((row) => (
              <li key={String(row['id'])}>
                <PersonLine row={row} />
                <span className="map-acts">
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${FR_MAP.card} : ${nameOf(row)}`}
                    onClick={() => onLook(String(row['id']))}
                  >
                    {FR_MAP.card}
                  </Button>
                  {missionId !== null && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={readOnly !== null}
                      aria-label={`${FR_MAP.proposeOne} : ${nameOf(row)}`}
                      onClick={() =>
                        decide(
                          { ...draftOf('propose'), missionIds: [missionId] },
                          { type: 'ids', ids: [String(row['id'])] },
                        )
                      }
                    >
                      {FR_MAP.proposeOne}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {rows.length < total && (
            <div className="map-more">
              <span className="dk-quiet">{FR_MAP.shown(rows.length, total)}</span>
              {limit < MOST && (
                <Button size="compact-xs" variant="subtle" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
                  {FR_MAP.showMore}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </LiveView>
  );
}

const nameOf = (row: TableRow) => `${row['firstName'] ?? ''} ${row['lastName'] ?? ''}`;

function PersonLine({ row }: { readonly row: TableRow }) {
  const far = row['distanceKm'];
  const from = row['startDate'];
  const facts = [
    String(row['city'] ?? ''),
    ...(typeof far === 'number' ? [FR_MAP.distance(far)] : []),
    ...(typeof from === 'string' ? [FR_MAP.from(formatDay(from))] : []),
    ...(row['verification'] === 'to-verify' ? [verificationLabel('to-verify')] : []),
  ];
  return (
    <div>
      <strong>{nameOf(row)}</strong>{' '}
      <Pill tone={TONES[String(row['status'])] ?? 'neutral'}>{String(row['status'])}</Pill>
      <div className="dk-quiet">
        {professionLabel(row['profession'] ?? null)} · {facts.join(' · ')}
      </div>
    </div>
  );
}
