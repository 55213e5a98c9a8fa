import { FR_STATES } from '../text/fr-states.ts';
import { Pill } from '../ui/pill.tsx';
import { useStanding } from './use-standing.ts';

/** How old what is shown is; a warning once it is too old to decide on without a second thought (D13). */
export function AgeMark() {
  const { ageMs, heardAt, isStale } = useStanding();
  if (ageMs === null)
    return <span className="dk-quiet">{heardAt === null ? FR_STATES.ageUnknown : FR_STATES.ofSnapshot(heardAt)}</span>;
  const words = FR_STATES.age(ageMs, heardAt);
  return isStale ? <Pill tone="warning">{words}</Pill> : <span className="dk-quiet">{words}</span>;
}
