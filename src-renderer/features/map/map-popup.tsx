import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { FR } from '../../text/fr.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import type { ScreenPoint } from './desk-map.ts';
import { PERSON_STATUSES } from './image-names.ts';
import { PlacePeople } from './place-people.tsx';
import type { MapModel } from './use-map-model.ts';

interface MapPopupsProps {
  readonly model: MapModel;
  /** Changes while the map moves. */
  readonly moved: number;
  onLook(id: string): void;
  onMission(id: string): void;
}

const FEW = 4;

/** What was pressed on the map: a place with its people, or establishments with their needs. */
export function MapPopups({ model, moved, onLook, onMission }: MapPopupsProps) {
  const { place, need, pickPlace, pickNeed, needs, drawing, chooseArea } = model;
  if (place !== null)
    return (
      <Popup
        key={place.key}
        model={model}
        at={place}
        moved={moved}
        label={placeTitle(place)}
        onClose={() => pickPlace(null)}
      >
        <strong>{placeTitle(place)}</strong>
        <PlaceFacts entry={place} />
        <div className="map-acts">
          <Button size="compact-xs" onClick={() => chooseArea(place.area)}>
            {FR_MAP.choose(place.count)}
          </Button>
          {!place.together && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                drawing.current?.centre(place.longitude, place.latitude, 0);
                drawing.current?.zoomBy(2);
                pickPlace(null);
              }}
            >
              {FR_MAP.zoomIn}
            </Button>
          )}
        </div>
        <PlacePeople model={model} entry={place} first={FEW} onLook={onLook} />
      </Popup>
    );
  const answer = needs.value;
  if (need === null || answer === null) return null;
  const { index } = need;
  const name = answer.names[index] ?? '';
  const label = name === '' ? FR_MAP.around(answer.places[index] ?? '') : name;
  const missionId = answer.ids[index] ?? null;
  return (
    <Popup key={`need ${index}`} model={model} at={need} moved={moved} label={label} onClose={() => pickNeed(null)}>
      <strong>{label}</strong>
      <div>
        {FR_MAP.posts(answer.posts[index] ?? 0)} · {FR_MAP.missions(answer.missions[index] ?? 0)} ·{' '}
        {FR_MAP.establishments(answer.establishments[index] ?? 0)}
      </div>
      <div className="map-acts">
        {missionId !== null ? (
          <Button size="compact-xs" onClick={() => onMission(missionId)}>
            {FR_MAP.openMission}
          </Button>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              drawing.current?.centre(need.longitude, need.latitude, 0);
              drawing.current?.zoomBy(2);
              pickNeed(null);
            }}
          >
            {FR_MAP.zoomIn}
          </Button>
        )}
      </div>
    </Popup>
  );
}

export function placeTitle({ place, together }: ClusterEntry): string {
  return FR_MAP.cluster(place, together);
}

/** Counts by status, distance, and how far off the places may be. */
export function PlaceFacts({ entry }: { readonly entry: ClusterEntry }) {
  const statuses = [...PERSON_STATUSES].reverse().filter((status) => entry.statuses[status] > 0);
  return (
    <div>
      {statuses.map((status) => FR_MAP.statusCount(status, entry.statuses[status])).join(', ')}
      {entry.distanceKm !== null && (
        <>
          {' · '}
          <span title={FR_MAP.distanceHelp}>{FR_MAP.distance(entry.distanceKm)}</span>
        </>
      )}
      {entry.approximate > 0 && <div className="dk-quiet">{FR_MAP.approximate(entry.approximate, entry.radiusKm)}</div>}
    </div>
  );
}

interface PopupProps {
  readonly model: MapModel;
  readonly at: { readonly longitude: number; readonly latitude: number };
  readonly moved: number;
  readonly label: string;
  readonly children: ReactNode;
  onClose(): void;
}

/** Follows its place on the map, and stays inside it; Escape closes it. */
function Popup({ model, at, moved, label, children, onClose }: PopupProps) {
  const box = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<ScreenPoint | null>(null);
  const { drawing } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move places it anew
  useEffect(() => {
    const map = drawing.current;
    const around = box.current?.parentElement;
    if (map === null || box.current === null || around === null || around === undefined) return;
    const point = map.project(at.longitude, at.latitude);
    const { offsetWidth, offsetHeight } = box.current;
    const wanted = { x: point.x + 18, y: point.y - offsetHeight / 2 };
    const flipped = wanted.x + offsetWidth > around.clientWidth - 8 ? point.x - offsetWidth - 18 : wanted.x;
    setPlace({
      x: Math.max(8, Math.min(flipped, around.clientWidth - offsetWidth - 8)),
      y: Math.max(8, Math.min(wanted.y, around.clientHeight - offsetHeight - 8)),
    });
  }, [drawing, at.longitude, at.latitude, moved]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('[role="dialog"][aria-modal="true"]') === null) onClose();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onClose]);
  return (
    <section
      ref={box}
      className="map-popup"
      aria-label={label}
      style={place === null ? { visibility: 'hidden' } : { left: place.x, top: place.y }}
    >
      <button type="button" className="map-popup-close" aria-label={FR.close} onClick={onClose}>
        ✕
      </button>
      {children}
    </section>
  );
}
