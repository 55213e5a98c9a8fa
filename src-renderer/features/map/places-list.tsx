import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDecimal, formatNumber } from '../../text/format.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { ClusterEntry } from './cluster-entry.ts';
import { clusterEntries } from './cluster-entry.ts';
import { placeTitle } from './map-popup.tsx';
import type { MapGestures } from './use-map-gestures.ts';
import type { MapModel } from './use-map-model.ts';

const STEP = 60;

interface PlacesListProps {
  readonly model: MapModel;
  readonly gestures: MapGestures;
  onOpen(entry: ClusterEntry): void;
}

/** The places that the map shows, as rows to read and to choose: nearest to the mission first, else the largest. */
export function PlacesList({ model, gestures, onOpen }: PlacesListProps) {
  const [shown, setShown] = useState(STEP);
  const answer = model.people.value;
  if (answer === null) return null;
  const entries = clusterEntries(answer);
  if (entries.length === 0) {
    const title = !answer.complete ? FR_MAP.stillArriving : answer.total === 0 ? FR_MAP.none : FR_MAP.noneInView;
    return <StatePanel title={title}>{answer.total === 0 ? FR_MAP.noneAdvice : FR_MAP.noneInViewAdvice}</StatePanel>;
  }
  return (
    <>
      {answer.mission !== null && <Rings model={model} />}
      <table className="dk-plain map-table">
        <caption className="dk-visually-hidden">{FR_MAP.twin}</caption>
        <thead>
          <tr>
            <th scope="col">{FR_MAP.place}</th>
            <th scope="col" className="dk-right" title={answer.mission === null ? undefined : FR_MAP.distanceHelp}>
              {answer.mission === null ? FR_MAP.peopleColumn : FR_MAP.distanceColumn}
            </th>
            <th scope="col">
              <span className="dk-visually-hidden">{FR_MAP.actionColumn}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, shown).map((entry) => (
            <PlaceRow key={entry.key} entry={entry} model={model} gestures={gestures} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {entries.length > shown && (
        <div className="map-look">
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + STEP)}>
            {FR_MAP.showMore}
          </Button>
        </div>
      )}
    </>
  );
}

/** The lasso of whoever uses no pointer: everybody within so many kilometres of the mission. */
function Rings({ model }: { readonly model: MapModel }) {
  const answer = model.people.value;
  return (
    <section className="dk-bar" aria-label={FR_MAP.ringsLabel}>
      {answer?.rings.map(({ radiusKm, count }) => (
        <Button
          key={radiusKm}
          size="compact-xs"
          variant="default"
          disabled={count === 0}
          aria-label={FR_MAP.chooseRingLong(radiusKm, count)}
          onClick={() => {
            if (answer.mission === null) return;
            const { longitude, latitude } = answer.mission;
            model.chooseArea({ type: 'circle', longitude, latitude, radiusKm });
          }}
        >
          {FR_MAP.chooseRing(radiusKm, count)}
        </Button>
      ))}
    </section>
  );
}

function PlaceRow({ entry, model, gestures, onOpen }: PlacesListProps & { readonly entry: ClusterEntry }) {
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="dk-link"
          aria-label={FR_MAP.openPlace(placeTitle(entry))}
          onClick={() => onOpen(entry)}
        >
          {placeTitle(entry)}
        </button>
        <div className="dk-quiet">{FR_MAP.freeOf(entry.statuses.free, entry.count)}</div>
        {entry.approximate > 0 && (
          <div className="dk-quiet">{FR_MAP.approximate(entry.approximate, entry.radiusKm)}</div>
        )}
      </th>
      <td className="dk-right dk-no-wrap">
        {entry.distanceKm === null ? formatNumber(entry.count) : FR_MAP.kilometresFar(formatDecimal(entry.distanceKm))}
      </td>
      <td>
        <span className="map-acts">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={FR_MAP.choosePlace(entry.count, entry.place)}
            onClick={() => model.chooseArea(entry.area)}
          >
            {FR_MAP.chooseShort}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            title={FR_MAP.centre}
            aria-label={FR_MAP.centreOn(entry.place)}
            onClick={() => gestures.centre(entry.longitude, entry.latitude)}
          >
            <span aria-hidden="true">◎</span>
          </Button>
        </span>
      </td>
    </tr>
  );
}
