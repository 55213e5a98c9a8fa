import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CandidateFilter } from '../../../contract/app/map-contract.ts';
import type { Bounds } from '../../../contract/domain/geography/geography-data.ts';
import { RightGate } from '../../data/right-gate.tsx';
import { useSelection } from '../../data/use-selection.ts';
import { useSharedFilter } from '../../data/use-shared-filter.ts';
import { useWindowSearch } from '../../data/use-window-search.ts';
import type { ChosenSet } from '../../tables/chosen-set.ts';
import { useRemembered } from '../../tables/use-remembered.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { MapAside } from './map-aside.tsx';
import { FRANCE } from './map-frames.ts';
import { MapPane } from './map-pane.tsx';
import { filterWords, professionsOf, questionOf } from './map-question.ts';
import type { MapWindowState } from './map-window-state.ts';
import { readMapWindowState } from './map-window-state.ts';
import { useAgencyBounds } from './use-agency-bounds.ts';
import { useFollowedMission } from './use-followed-mission.ts';
import { useFrameMission } from './use-frame-mission.ts';
import { useMapGestures } from './use-map-gestures.ts';
import { useMapModel } from './use-map-model.ts';
import { useOfferedMapActs } from './use-offered-map-acts.ts';
import { useShownMission } from './use-shown-mission.ts';

export interface MapWindowProps {
  readonly kept: string | null;
  readonly subjectId: string | null;
  /** The sheet of a person, as the candidates' window shows it. */
  card(id: string, missionId: string | null): ReactNode;
}

/** UX 2: where the candidates of the shared mission live, under the very filters of their table. */
export function MapWindow(props: MapWindowProps) {
  const agency = useAgencyBounds();
  return (
    <RightGate right="see-candidates">
      {agency === undefined ? <LoadingLines label={FR.loading} count={20} /> : <OpenedMap {...props} agency={agency} />}
    </RightGate>
  );
}

function OpenedMap({ kept, subjectId, card, agency }: MapWindowProps & { readonly agency: Bounds | null }) {
  const { selection, change: select, latest } = useSelection();
  const [state, setState] = useRemembered(kept, readMapWindowState);
  const followed = useFollowedMission(subjectId);
  const missionId = state.exploring ? null : followed;
  const patch = useCallback(
    (next: Partial<MapWindowState>) => setState((before) => ({ ...before, ...next })),
    [setState],
  );
  useSharedFilter(state.filter, (filter) => patch({ filter }));
  const mission = useShownMission(missionId);
  const lookedId = selection.subject?.kind === 'candidate' ? selection.subject.id : null;
  const [closed, setClosed] = useState<string | null>(null);
  const chosen = selection.chosen?.kind === 'candidate' ? (selection.chosen.set as ChosenSet) : null;
  const onChosen = useCallback(
    (set: ChosenSet | null) =>
      select({ subject: latest().subject, chosen: set === null ? null : { kind: 'candidate', set } }),
    [select, latest],
  );
  const question = useMemo(() => questionOf(missionId, state.filter), [missionId, state.filter]);
  const professions = professionsOf(mission.profession, state.filter);
  const model = useMapModel({ question, professions, mode: state.mode, lookedId, chosen, onChosen });
  const words = filterWords(state.filter);
  const gestures = useMapGestures(model, {
    agency,
    withActs: true,
    words: () => ({
      title: FR_MAP.pictureTitle,
      lines: [
        mission.words ?? FR_MAP.noMission,
        words === '' ? FR_MAP.notFiltered : FR_MAP.filtered(words),
        `${countWords(model.people.value)} · ${formatMoment(new Date().toISOString())}`,
      ],
    }),
  });
  useOfferedMapActs(model, gestures);
  useFrameMission(model.people.value?.mission ?? null, missionId, gestures.frame);
  const look = useCallback(
    (id: string) => {
      setClosed(null);
      select({ subject: { kind: 'candidate', id }, chosen: latest().chosen });
    },
    [select, latest],
  );
  const showMission = useCallback(
    (id: string) => {
      patch({ exploring: false });
      select({ subject: { kind: 'mission', id }, chosen: null });
    },
    [select, patch],
  );
  return (
    <>
      <div className="dk-column">
        <div className="dk-bar" style={{ flexWrap: 'nowrap' }}>
          <h1>{FR_MAP.title}</h1>
          <SegmentedControl
            aria-label={FR.candidates.forMission}
            value={missionId === null ? 'explore' : 'mission'}
            data={[
              { value: 'mission', label: FR_MAP.ofMission, disabled: followed === null },
              { value: 'explore', label: FR_MAP.explore },
            ]}
            onChange={(value) => patch({ exploring: value === 'explore' })}
          />
          <span className="map-subject" title={mission.words ?? undefined}>
            {missionId === null ? <span className="dk-quiet">{FR_MAP.noMission}</span> : mission.words}
          </span>
          <Filters filter={state.filter} words={words} onChange={(filter) => patch({ filter })} />
        </div>
        <MapPane
          model={model}
          gestures={gestures}
          bounds={agency ?? FRANCE}
          look={{ needs: state.needs, rings: state.rings }}
          withActs
          onMode={(mode) => patch({ mode, tab: mode === 'balance' ? 'balance' : 'people' })}
          onLookOf={patch}
          onLook={look}
          onMission={showMission}
        />
      </div>
      <MapAside
        model={model}
        gestures={gestures}
        tab={state.tab}
        onTab={(tab) => patch({ tab })}
        card={lookedId !== null && closed !== lookedId ? card(lookedId, missionId) : null}
        onCloseCard={() => setClosed(lookedId)}
        onLook={look}
        onMission={showMission}
      />
    </>
  );
}

const countWords = (people: { readonly total: number; readonly unplaced: number } | null) =>
  people === null ? '' : FR_MAP.onMap(people.total - people.unplaced, people.total);

interface FiltersProps {
  readonly filter: CandidateFilter;
  readonly words: string;
  onChange(filter: CandidateFilter): void;
}

/** What the table filters by; searching here searches there. */
function Filters({ filter, words, onChange }: FiltersProps) {
  const now = useRef({ filter, onChange });
  now.current = { filter, onChange };
  useWindowSearch(useCallback((search) => now.current.onChange({ ...now.current.filter, search }), []));
  return (
    <>
      <TextInput
        type="search"
        aria-label={FR.table.search}
        placeholder={FR.table.search}
        value={filter.search}
        w={190}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value.slice(0, 100) })}
      />
      {filter.filters.length > 0 && (
        <Button size="compact-sm" variant="default" title={words} onClick={() => onChange({ filters: [], search: '' })}>
          {FR.table.dropFilters(filter.filters.length)}
        </Button>
      )}
    </>
  );
}
