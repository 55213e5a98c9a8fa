import { FR_STATES } from '../text/fr-states.ts';
import { Pill } from '../ui/pill.tsx';

/** In a bar of gestures: why none of them works here; nothing when they do. */
export function ReadOnlyMark({ why }: { readonly why: string | null }) {
  if (why === null) return null;
  return (
    <span role="note" title={why}>
      <Pill tone="warning">{FR_STATES.readOnlyMark}</Pill> <span className="dk-quiet">{why}</span>
    </span>
  );
}
