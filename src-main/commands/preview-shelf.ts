/** Previews that may still be committed: frozen ids, versions, verdicts (ARCHITECTURE §5). In memory: a restart ends them. */
import type { Decision } from '../../contract/app/decision.ts';
import type { Draft } from './draft.ts';

const LIFE_MILLISECONDS = 15 * 60_000;
const MOST_PREVIEWS = 40;

export interface FrozenPreview {
  readonly decision: Decision;
  readonly title: string;
  readonly drafts: readonly Draft[];
  /** Not counted among the rows. */
  readonly accompanying: readonly Draft[];
  readonly asksReason: string | null;
  readonly at: number;
}

export interface PreviewShelf {
  keep(id: string, preview: FrozenPreview): void;
  /** Takes it down: a preview is committed once. Null when there is none, or no more. */
  take(id: string, now: number): FrozenPreview | null;
}

export function createPreviewShelf(): PreviewShelf {
  const previews = new Map<string, FrozenPreview>();
  return {
    keep(id, preview) {
      previews.set(id, preview);
      for (const [known, { at }] of previews) {
        if (previews.size > MOST_PREVIEWS || preview.at - at > LIFE_MILLISECONDS) previews.delete(known);
      }
    },
    take(id, now) {
      const preview = previews.get(id) ?? null;
      previews.delete(id);
      return preview !== null && now - preview.at <= LIFE_MILLISECONDS ? preview : null;
    },
  };
}
