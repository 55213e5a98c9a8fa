import { Button, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { FaultPanel, NotReadAgain } from '../../data/live-view.tsx';
import type { Live } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { BalanceTable } from './balance-table.tsx';
import type { ClusterEntry } from './cluster-entry.ts';
import { PlaceFacts, placeTitle } from './map-popup.tsx';
import type { MapTab } from './map-window-state.ts';
import { MAP_TABS } from './map-window-state.ts';
import { NeedsList } from './needs-list.tsx';
import { PlacePeople } from './place-people.tsx';
import { PlacesList } from './places-list.tsx';
import type { MapGestures } from './use-map-gestures.ts';
import type { MapModel } from './use-map-model.ts';

interface MapAsideProps {
  readonly model: MapModel;
  readonly gestures: MapGestures;
  readonly tab: MapTab;
  onTab(tab: MapTab): void;
  /** The sheet of the person looked at, or null. */
  readonly card: ReactNode | null;
  onCloseCard(): void;
  onLook(id: string): void;
  onMission(id: string): void;
}

const FIRST = 20;

/** The twin of the drawing: all that it tells, as text and rows, with every gesture (WCAG 1.1.1, 2.1.1). */
export function MapAside(props: MapAsideProps) {
  const { model, gestures, tab, onTab, card, onCloseCard, onLook, onMission } = props;
  const [opened, setOpened] = useState<ClusterEntry | null>(null);
  const live = { people: model.people, needs: model.needs, balance: model.balance }[tab];
  if (card !== null)
    return (
      <div className="map-aside">
        <div className="dk-bar">
          <Button size="compact-sm" variant="default" onClick={onCloseCard}>
            ← {FR_MAP.backToList}
          </Button>
        </div>
        <div className="map-aside-body">{card}</div>
      </div>
    );
  return (
    <section className="map-aside" aria-label={FR_MAP.twin}>
      <div className="dk-bar">
        <SegmentedControl
          aria-label={FR_MAP.twin}
          value={tab}
          data={MAP_TABS.map((name) => ({ value: name, label: FR_MAP.tabs[name] }))}
          onChange={(value) => {
            setOpened(null);
            onTab(MAP_TABS.find((name) => name === value) ?? 'people');
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="map-aside-body" tabIndex={0} aria-label={FR_MAP.tabs[tab]}>
        {tab === 'people' && opened !== null ? (
          <div className="map-look">
            <Button size="compact-sm" variant="default" onClick={() => setOpened(null)}>
              ← {FR_MAP.backToPlaces}
            </Button>
            <h2 className="map-title">{placeTitle(opened)}</h2>
            <PlaceFacts entry={opened} />
            <div className="map-acts">
              <Button size="compact-sm" onClick={() => model.chooseArea(opened.area)}>
                {FR_MAP.choose(opened.count)}
              </Button>
            </div>
            <PlacePeople model={model} entry={opened} first={FIRST} onLook={onLook} />
          </div>
        ) : (
          <>
            <Standing live={live} />
            {tab === 'people' && <PlacesList model={model} gestures={gestures} onOpen={setOpened} />}
            {tab === 'needs' && <NeedsList model={model} gestures={gestures} onMission={onMission} />}
            {tab === 'balance' && <BalanceTable model={model} />}
          </>
        )}
      </section>
    </section>
  );
}

function Standing({ live }: { readonly live: Live<unknown> }) {
  if (live.value !== null) return live.fault === null ? null : <NotReadAgain fault={live.fault} again={live.again} />;
  return live.fault === null ? (
    <LoadingLines label={FR.loading} count={10} />
  ) : (
    <FaultPanel fault={live.fault} again={live.again} />
  );
}
