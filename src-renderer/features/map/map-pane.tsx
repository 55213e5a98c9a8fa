import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { AgeMark } from '../../data/age-mark.tsx';
import { FR_MAP } from '../../text/fr-map.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { clusterAt } from './cluster-entry.ts';
import { MapCanvas } from './map-canvas.tsx';
import { FoldedMapLegend, MapLegend } from './map-legend.tsx';
import { MapPopups } from './map-popup.tsx';
import type { MapLook } from './map-toolbar.tsx';
import { MapFrames, MapToolbar } from './map-toolbar.tsx';
import { useDrawnArea } from './use-drawn-area.ts';
import type { MapGestures } from './use-map-gestures.ts';
import type { MapModel } from './use-map-model.ts';
import './map.css';

interface MapPaneProps {
  readonly model: MapModel;
  readonly gestures: MapGestures;
  readonly bounds: Bounds;
  readonly look: MapLook;
  readonly withActs: boolean;
  onMode(mode: MapModel['mode']): void;
  onLookOf(look: MapLook): void;
  onLook(id: string): void;
  onMission(id: string): void;
}

/** The drawn map with its tools, its legend and what was pressed on it. */
export function MapPane(props: MapPaneProps) {
  const { model, gestures, bounds, look, withActs, onMode, onLookOf, onLook, onMission } = props;
  const [moved, setMoved] = useState(0);
  const { people, mode, tool, setTool, pickPlace, pickNeed } = model;
  const area = useDrawnArea(tool, model.drawing, model.chooseArea, () => setTool(null));
  const answer = people.value;
  const pick = (source: 'people' | 'needs', index: number | null) => {
    if (index === null) pickPlace(null);
    else if (source === 'people' && answer !== null) pickPlace(clusterAt(answer.clusters, index, answer.mission));
    else if (source === 'needs' && model.needs.value !== null) {
      const { longitudes, latitudes } = model.needs.value;
      pickNeed({ index, longitude: longitudes[index] ?? 0, latitude: latitudes[index] ?? 0 });
    }
  };
  return (
    <section className="map-pane" aria-label={FR_MAP.label}>
      <MapToolbar model={model} gestures={gestures} look={look} onMode={onMode} onLook={onLookOf} />
      <ChosenBar model={model} withActs={withActs} />
      <div className="map-stage">
        <MapCanvas
          model={model}
          bounds={bounds}
          showNeeds={look.needs}
          showRings={look.rings}
          onMove={() => setMoved((before) => before + 1)}
          onPick={pick}
        />
        {tool !== null && (
          <div
            className="map-draw"
            onPointerDown={area.onPointerDown}
            onPointerMove={area.onPointerMove}
            onPointerUp={area.onPointerUp}
          >
            <svg aria-hidden="true">
              <polygon points={area.outline.map(({ x, y }) => `${x},${y}`).join(' ')} />
            </svg>
            <p className="map-note">{tool === 'box' ? FR_MAP.boxHelp : FR_MAP.lassoHelp}</p>
          </div>
        )}
        <MapFrames gestures={gestures} />
        {!withActs && <FoldedMapLegend mode={mode} withMission={gestures.hasMission} />}
        {tool === null && mode === 'people' && (
          <MapPopups model={model} moved={moved} onLook={onLook} onMission={onMission} />
        )}
        <p className="map-attribution">{FR_MAP.attributions}</p>
      </div>
      {withActs && <MapLegend mode={mode} withMission={gestures.hasMission} />}
      <MapCounts model={model} gestures={gestures} />
      {gestures.printed !== null && <img className="map-printed" src={gestures.printed} alt={FR_MAP.pictureTitle} />}
    </section>
  );
}

/** How many are on the map, and who is not; read out loud when it changes. */
function MapCounts({ model, gestures }: { readonly model: MapModel; readonly gestures: MapGestures }) {
  const answer = model.people.value;
  return (
    <div className="dk-bar map-counts">
      <span role="status" className="map-counted">
        {answer === null ? (
          FR_MAP.counting
        ) : (
          <>
            {answer.total > 0 && (
              <strong className="dk-number">{FR_MAP.onMap(answer.total - answer.unplaced, answer.total)}</strong>
            )}
            {answer.total === 0 && <span>{answer.complete ? FR_MAP.none : FR_MAP.stillArriving}</span>}
            {answer.total > 0 && answer.clusters.counts.length === 0 && <span>{FR_MAP.noneInView}</span>}
            {answer.total > 0 && !answer.complete && <span>{FR_MAP.stillArriving}</span>}
            {answer.unplaced > 0 && <span className="dk-quiet">{FR_MAP.unplaced(answer.unplaced)}</span>}
            {answer.rings.map(({ radiusKm, count }) => (
              <span key={radiusKm} className="dk-quiet dk-number">
                {FR_MAP.ringCount(radiusKm, count)}
              </span>
            ))}
          </>
        )}
      </span>
      <span className="dk-grow" />
      <span role="status">{gestures.told}</span>
      <AgeMark />
      <Button size="compact-xs" variant="default" loading={gestures.saving} onClick={gestures.save}>
        {FR_MAP.save}
      </Button>
      <Button size="compact-xs" variant="default" onClick={gestures.print}>
        {FR_MAP.print}
      </Button>
    </div>
  );
}
