import { useCallback, useMemo, useState } from 'react';
import type { CandidateFilter } from '../../../contract/app/map-contract.ts';
import { useSelection } from '../../data/use-selection.ts';
import type { ChosenSet } from '../../tables/chosen-set.ts';
import { formatMoment } from '../../text/format.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { FRANCE } from './map-frames.ts';
import { MapPane } from './map-pane.tsx';
import { filterWords, professionsOf, questionOf } from './map-question.ts';
import type { MapMode } from './map-window-state.ts';
import { useAgencyBounds } from './use-agency-bounds.ts';
import { useFrameMission } from './use-frame-mission.ts';
import { useMapGestures } from './use-map-gestures.ts';
import { useMapModel } from './use-map-model.ts';
import { useShownMission } from './use-shown-mission.ts';

interface MapBesideProps {
  readonly missionId: string | null;
  readonly filter: CandidateFilter;
}

/** F126: the map above the people of a table, which is its twin: same filters, one choice, the table's own gestures. */
export function MapBeside(props: MapBesideProps) {
  const agency = useAgencyBounds();
  return <div className="map-beside">{agency !== undefined && <Opened {...props} agency={agency} />}</div>;
}

function Opened({
  missionId,
  filter,
  agency,
}: MapBesideProps & { readonly agency: Parameters<typeof useMapGestures>[1]['agency'] }) {
  const { selection, change: select } = useSelection();
  const [mode, setMode] = useState<MapMode>('people');
  const [look, setLook] = useState({ needs: true, rings: true });
  const mission = useShownMission(missionId);
  const { subject, chosen } = selection;
  const onChosen = useCallback(
    (set: ChosenSet | null) => select({ subject, chosen: set === null ? null : { kind: 'candidate', set } }),
    [select, subject],
  );
  const question = useMemo(() => questionOf(missionId, filter), [missionId, filter]);
  const model = useMapModel({
    ...{ question, mode, onChosen },
    professions: professionsOf(mission.profession, filter),
    lookedId: subject?.kind === 'candidate' ? subject.id : null,
    chosen: chosen?.kind === 'candidate' ? (chosen.set as ChosenSet) : null,
  });
  const words = filterWords(filter);
  const gestures = useMapGestures(model, {
    agency,
    withActs: false,
    words: () => ({
      title: FR_MAP.pictureTitle,
      lines: [
        mission.words ?? FR_MAP.noMission,
        words === '' ? FR_MAP.notFiltered : FR_MAP.filtered(words),
        formatMoment(new Date().toISOString()),
      ],
    }),
  });
  useFrameMission(model.people.value?.mission ?? null, missionId, gestures.frame);
  return (
    <MapPane
      model={model}
      gestures={gestures}
      bounds={agency ?? FRANCE}
      look={look}
      withActs={false}
      onMode={setMode}
      onLookOf={setLook}
      onLook={(id) => select({ subject: { kind: 'candidate', id }, chosen })}
      onMission={(id) => select({ subject: { kind: 'mission', id }, chosen: null })}
    />
  );
}
