import { Button } from '@mantine/core';
import { formatNumber } from '../../text/format.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { MapGestures } from './use-map-gestures.ts';
import type { MapModel } from './use-map-model.ts';

const MOST = 120;

interface NeedsListProps {
  readonly model: MapModel;
  readonly gestures: MapGestures;
  onMission(id: string): void;
}

/** The green of the map as rows: establishments with posts to fill, most posts first. */
export function NeedsList({ model, gestures, onMission }: NeedsListProps) {
  const needs = model.needs.value;
  if (needs === null) return null;
  const order = [...needs.posts.keys()].sort((left, right) => (needs.posts[right] ?? 0) - (needs.posts[left] ?? 0));
  if (order.length === 0) return <StatePanel title={FR_MAP.noNeed} />;
  return (
    <table className="dk-plain map-table">
      <caption className="dk-visually-hidden">{FR_MAP.tabs.needs}</caption>
      <thead>
        <tr>
          <th scope="col">{FR_MAP.establishmentColumn}</th>
          <th scope="col" className="dk-right">
            {FR_MAP.balance.posts}
          </th>
          <th scope="col">
            <span className="dk-visually-hidden">{FR_MAP.actionColumn}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {order.slice(0, MOST).map((index) => {
          const name = needs.names[index] ?? '';
          const place = needs.places[index] ?? '';
          const missionId = needs.ids[index] ?? null;
          return (
            <tr key={`${needs.longitudes[index]} ${needs.latitudes[index]}`}>
              <th scope="row">
                {missionId === null ? (
                  name === '' ? (
                    FR_MAP.around(place)
                  ) : (
                    name
                  )
                ) : (
                  <button type="button" className="dk-link" onClick={() => onMission(missionId)}>
                    {name}
                  </button>
                )}
                <div className="dk-quiet">
                  {name === '' ? FR_MAP.establishments(needs.establishments[index] ?? 0) : place} ·{' '}
                  {FR_MAP.missions(needs.missions[index] ?? 0)}
                </div>
              </th>
              <td className="dk-right">{formatNumber(needs.posts[index] ?? 0)}</td>
              <td>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  title={FR_MAP.centre}
                  aria-label={FR_MAP.centreOn(name === '' ? place : name)}
                  onClick={() => gestures.centre(needs.longitudes[index] ?? 0, needs.latitudes[index] ?? 0)}
                >
                  <span aria-hidden="true">◎</span>
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
