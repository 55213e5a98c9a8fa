import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { FR_MAP } from '../../text/fr-map.ts';
import { BALANCE_CLASSES } from './balance-classes.ts';
import { drawMarker } from './draw-marker.ts';
import type { PersonStatus } from './image-names.ts';
import { DARK_MAP, LIGHT_MAP } from './map-palette.ts';
import type { MapMode } from './map-window-state.ts';

const LEGEND_STATUSES: readonly PersonStatus[] = ['free', 'proposed', 'contacted', 'assigned', 'unavailable'];

interface MapLegendProps {
  readonly mode: MapMode;
  readonly withMission: boolean;
}

/** What each shape and shade means: the very pictures of the map. Under the map, it covers none of it. */
export function MapLegend(props: MapLegendProps) {
  return (
    <section className="map-legend map-legend-strip" aria-label={FR_MAP.legend}>
      <LegendLines {...props} />
    </section>
  );
}

/** Where the map is low: over it, once it is asked for. */
export function FoldedMapLegend(props: MapLegendProps) {
  return (
    <details className="map-legend map-legend-folded">
      <summary>{FR_MAP.legend}</summary>
      <LegendLines {...props} />
    </details>
  );
}

function LegendLines({ mode, withMission }: MapLegendProps) {
  if (mode === 'balance')
    return (
      <>
        <strong>{FR_MAP.balance.title}</strong>
        <ul>
          {BALANCE_CLASSES.map((name, place) => (
            <LegendLine key={name} image={`hatch:${place}`} words={FR_MAP.balance.classes[name]} />
          ))}
        </ul>
        <p>{FR_MAP.balance.onMapHelp}</p>
      </>
    );
  return (
    <ul>
      {LEGEND_STATUSES.map((status) => (
        <LegendLine key={status} image={`person:${status}`} words={FR_MAP.statuses[status]} />
      ))}
      <LegendLine image="people:13:4:2:1" words={FR_MAP.legendCluster} />
      <LegendLine image="need:18" words={FR_MAP.legendNeed} />
      {withMission && <LegendLine image="mission" words={FR_MAP.legendMission} />}
      <li>
        <span className="map-halo-mark" aria-hidden="true" />
        {FR_MAP.legendHalo}
      </li>
    </ul>
  );
}

function LegendLine({ image, words }: { readonly image: string; readonly words: string }) {
  return (
    <li>
      <MarkerPicture name={image} />
      {words}
    </li>
  );
}

function MarkerPicture({ name }: { readonly name: string }) {
  const isDark = useComputedColorScheme('light') === 'dark';
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const drawn = drawMarker(name, isDark ? DARK_MAP : LIGHT_MAP);
    if (canvas.current === null || drawn === null) return;
    const { image, pixelRatio } = drawn;
    canvas.current.width = image.width;
    canvas.current.height = image.height;
    canvas.current.style.width = `${image.width / pixelRatio}px`;
    canvas.current.getContext('2d')?.putImageData(image, 0, 0);
  }, [name, isDark]);
  return (
    <span className="map-mark" aria-hidden="true">
      <canvas ref={canvas} />
    </span>
  );
}
