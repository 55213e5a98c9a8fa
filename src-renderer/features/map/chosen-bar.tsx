import { Button } from '@mantine/core';
import { useDecisions } from '../../decisions/decision-context.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { FR_MAP } from '../../text/fr-map.ts';
import { MAP_ACTS } from './map-acts.ts';
import type { MapModel } from './use-map-model.ts';

interface ChosenBarProps {
  readonly model: MapModel;
  /** False above a table that has its own bar. */
  readonly withActs: boolean;
}

/** How many are chosen, and what to decide of them. */
export function ChosenBar({ model, withActs }: ChosenBarProps) {
  const { decide, readOnly } = useDecisions();
  const { chosen, question, clear, said, fault } = model;
  const count = chosen === null ? 0 : chosen.type === 'ids' ? chosen.ids.length : chosen.count;
  const { missionId } = question;
  return (
    <>
      <div className="dk-visually-hidden" role="status">
        {said}
      </div>
      {fault !== null && (
        <div className="dk-bar" role="alert">
          {fault.sentence}
        </div>
      )}
      {count === 0 && said === FR_MAP.nothingChosen && <div className="dk-bar dk-bulk">{said}</div>}
      {chosen !== null && count > 0 && (
        <div className="dk-bar dk-one-line dk-bulk" role="toolbar" aria-label={FR_MAP.actions}>
          <strong className="dk-number">{FR_MAP.chosen(count)}</strong>
          {withActs &&
            MAP_ACTS.map((act) => (
              <Button
                key={act.key}
                size="compact-sm"
                variant="default"
                disabled={readOnly !== null || (act.needsMission && missionId === null)}
                title={
                  act.needsMission && missionId === null
                    ? FR_MAP.proposeNeedsMission
                    : `${act.label} (${act.key.toUpperCase()})`
                }
                aria-keyshortcuts={act.key}
                onClick={() => decide(act.draft(missionId), chosen)}
              >
                {act.label}
              </Button>
            ))}
          {withActs && <ReadOnlyMark why={readOnly} />}
          <span className="dk-grow" />
          <Button size="compact-sm" variant="subtle" onClick={clear}>
            {FR_MAP.clear}
          </Button>
        </div>
      )}
    </>
  );
}
