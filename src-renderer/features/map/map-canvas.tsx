import { Button, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { FR } from '../../text/fr.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import type { DeskMap, MapCamera } from './desk-map.ts';
import { canDrawMaps, openDeskMap } from './desk-map.ts';
import { loadBasemap } from './load-basemap.ts';
import { DARK_MAP, LIGHT_MAP } from './map-palette.ts';
import { framedView, viewOf } from './map-view.ts';
import { useDrawnMap } from './use-drawn-map.ts';
import type { MapModel } from './use-map-model.ts';

interface MapCanvasProps {
  readonly model: MapModel;
  /** What it shows at first; where nothing is drawn, what the list tells. */
  readonly bounds: Bounds;
  readonly showNeeds: boolean;
  readonly showRings: boolean;
  onMove(): void;
  onPick(source: 'people' | 'needs', index: number | null): void;
}

type Stage = 'opening' | 'drawn' | 'impossible' | 'failed' | 'lost';

/** Pixels across that a list without a drawing counts by. */
const LIST_PIXELS = 1_000;

/** The drawing itself; in its place, why there is none. The list beside tells the same (UX 2). */
export function MapCanvas(props: MapCanvasProps) {
  const { model, bounds, showNeeds, showRings, onMove, onPick } = props;
  const isDark = useComputedColorScheme('light') === 'dark';
  const palette = isDark ? DARK_MAP : LIGHT_MAP;
  const holder = useRef<HTMLDivElement>(null);
  const events = useRef({ onMove, onPick, setView: model.setView });
  events.current = { onMove, onPick, setView: model.setView };
  const shown = useRef(bounds);
  const camera = useRef<MapCamera | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [stage, setStage] = useState<Stage>('opening');
  const { drawing } = model;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt draws again; bounds are only where it begins
  useEffect(() => {
    const container = holder.current;
    if (container === null) return;
    if (!canDrawMaps()) {
      setStage('impossible');
      events.current.setView(framedView(shown.current, LIST_PIXELS));
      return;
    }
    const opened: { map: DeskMap | null; ended: boolean } = { map: null, ended: false };
    setStage('opening');
    const open = async () => {
      const basemap = await loadBasemap();
      if (opened.ended) return;
      const map = await openDeskMap({
        ...{ container, basemap, palette, bounds: shown.current, camera: camera.current },
        calm: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
        onView(next, stands) {
          shown.current = next;
          camera.current = stands;
          events.current.setView(viewOf(next, stands.zoom));
        },
        onMove: () => events.current.onMove(),
        onPick: (source, index) => events.current.onPick(source, index),
        onLost: () => setStage('lost'),
      });
      opened.map = map;
      if (opened.ended) return map.destroy();
      drawing.current = map;
      setStage('drawn');
    };
    open().catch(() => {
      setStage('failed');
      events.current.setView(framedView(shown.current, LIST_PIXELS));
    });
    return () => {
      opened.ended = true;
      drawing.current = null;
      opened.map?.destroy();
    };
  }, [palette, attempt, drawing]);

  useDrawnMap(model, stage === 'drawn', showNeeds, showRings);

  const again = <Button onClick={() => setAttempt((before) => before + 1)}>{FR_MAP.redraw}</Button>;
  return (
    <>
      <div ref={holder} className="map-holder" data-stage={stage} />
      {stage === 'opening' && (
        <div className="map-over" role="status">
          {FR_MAP.loading}
        </div>
      )}
      {stage === 'impossible' && (
        <div className="map-over">
          <StatePanel title={FR_MAP.noWebGl}>{FR_MAP.noWebGlAdvice}</StatePanel>
        </div>
      )}
      {(stage === 'failed' || stage === 'lost') && (
        <div className="map-over">
          <StatePanel alarming title={stage === 'lost' ? FR_MAP.lost : FR_MAP.failed} action={again}>
            {FR_MAP.noWebGlAdvice} {FR.readingIsSafe}
          </StatePanel>
        </div>
      )}
    </>
  );
}
