import { MAP_FRAMES } from '../../../contract/domain/geography/map-frame.ts';
import { useWindowActs } from '../../data/use-window-acts.ts';
import type { WindowAct } from '../../data/window-acts.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { MAP_ACTS } from './map-acts.ts';
import type { MapGestures } from './use-map-gestures.ts';
import type { MapModel } from './use-map-model.ts';

/** Offers what the map's keys do to the palette and to the list of shortcuts. */
export function useOfferedMapActs(model: MapModel, gestures: MapGestures): void {
  const { decide, readOnly } = useDecisions();
  const { chosen, question, setTool } = model;
  const count = chosen === null ? 0 : chosen.type === 'ids' ? chosen.ids.length : chosen.count;
  const act = (key: string | null, label: string, enabled: boolean, run: () => void): WindowAct => ({
    ...{ key, label, enabled, run },
  });
  useWindowActs({
    about: count === 0 ? FR_MAP.title : FR_MAP.chosen(count),
    acts: [
      ...MAP_ACTS.map((one) =>
        act(
          one.key,
          one.label,
          readOnly === null && count > 0 && !(one.needsMission && question.missionId === null),
          () => {
            if (chosen !== null) decide(one.draft(question.missionId), chosen);
          },
        ),
      ),
      act('l', FR_MAP.lasso, true, () => setTool('lasso')),
      act('b', FR_MAP.box, true, () => setTool('box')),
      act(null, FR_MAP.visible, true, gestures.chooseVisible),
      act('c', FR_MAP.frame(FR_MAP.frameMission), gestures.hasMission, gestures.frameMission),
      act('r', FR_MAP.frame(FR_MAP.frameAgency), gestures.hasAgency, gestures.frameAgency),
      ...MAP_FRAMES.map(({ id, label, bounds }) =>
        act(FR_MAP.frameKeys[id] ?? null, FR_MAP.frame(label), true, () => gestures.frame(bounds)),
      ),
      act(null, FR_MAP.save, true, gestures.save),
      act(null, FR_MAP.print, true, gestures.print),
    ],
  });
}
