import { Button, SegmentedControl, Switch } from '@mantine/core';
import type { MapFrame } from '../../../contract/domain/geography/map-frame.ts';
import { MAP_FRAMES } from '../../../contract/domain/geography/map-frame.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { MapGestures } from './use-map-gestures.ts';
import type { MapModel } from './use-map-model.ts';

export interface MapLook {
  readonly needs: boolean;
  readonly rings: boolean;
}

interface MapToolbarProps {
  readonly model: MapModel;
  readonly gestures: MapGestures;
  readonly look: MapLook;
  onMode(mode: MapModel['mode']): void;
  onLook(look: MapLook): void;
}

const keyOf = ({ id }: MapFrame) => FR_MAP.frameKeys[id] ?? '';

/** What is shown, how it is framed, and how people are chosen on it. */
export function MapToolbar({ model, gestures, look, onMode, onLook }: MapToolbarProps) {
  const { mode, tool, setTool } = model;
  const people = mode === 'people';
  const drawn = (name: 'box' | 'lasso', key: string) => (
    <Button
      size="compact-sm"
      variant={tool === name ? 'filled' : 'default'}
      aria-pressed={tool === name}
      aria-keyshortcuts={key}
      title={`${FR_MAP[name]} (${key.toUpperCase()})`}
      disabled={!people}
      onClick={() => setTool(tool === name ? null : name)}
    >
      {name === 'box' ? FR_MAP.boxShort : FR_MAP.lassoShort}
    </Button>
  );
  return (
    <div className="dk-bar" role="toolbar" aria-label={FR_MAP.tools}>
      <SegmentedControl
        aria-label={FR_MAP.mode}
        value={mode}
        data={[
          { value: 'people', label: FR_MAP.modes.people },
          { value: 'balance', label: FR_MAP.modes.balance },
        ]}
        onChange={(value) => onMode(value === 'balance' ? 'balance' : 'people')}
      />
      <Switch
        label={FR_MAP.showNeeds}
        checked={look.needs}
        disabled={!people}
        onChange={(event) => onLook({ ...look, needs: event.currentTarget.checked })}
      />
      {gestures.hasMission && (
        <Switch
          label={FR_MAP.showRings}
          checked={look.rings}
          disabled={!people}
          onChange={(event) => onLook({ ...look, rings: event.currentTarget.checked })}
        />
      )}
      <span className="dk-grow" />
      {drawn('box', 'b')}
      {drawn('lasso', 'l')}
      <Button
        size="compact-sm"
        variant="default"
        disabled={!people}
        title={FR_MAP.visible}
        onClick={gestures.chooseVisible}
      >
        {FR_MAP.visibleShort}
      </Button>
    </div>
  );
}

/** Over the drawing: every territory in one key, and nearer or farther. */
export function MapFrames({ gestures }: { readonly gestures: MapGestures }) {
  return (
    <nav className="map-frames" aria-label={FR_MAP.frames}>
      {gestures.hasMission && (
        <button type="button" className="map-frame" aria-keyshortcuts="c" onClick={gestures.frameMission}>
          {FR_MAP.frameMission} <KeyCap name="C" />
        </button>
      )}
      {gestures.hasAgency && (
        <button type="button" className="map-frame" aria-keyshortcuts="r" onClick={gestures.frameAgency}>
          {FR_MAP.frameAgency} <KeyCap name="R" />
        </button>
      )}
      {MAP_FRAMES.map((frame) => (
        <button
          type="button"
          key={frame.id}
          className="map-frame"
          aria-keyshortcuts={keyOf(frame)}
          onClick={() => gestures.frame(frame.bounds)}
        >
          {frame.label} <KeyCap name={keyOf(frame)} />
        </button>
      ))}
      <span className="map-zoom">
        <button type="button" className="map-frame" aria-label={FR_MAP.zoomIn} onClick={() => gestures.zoomBy(1)}>
          +
        </button>
        <button type="button" className="map-frame" aria-label={FR_MAP.zoomOut} onClick={() => gestures.zoomBy(-1)}>
          −
        </button>
      </span>
    </nav>
  );
}
