/** What plans stand on: the open desk, as far as they need it. */
import type { Store } from '../../store/store.ts';
import type { EngineSession } from '../engine-control.ts';
import type { Handles } from '../handles.ts';
import type { DeskImage } from '../tables/desk-image.ts';

export interface PlanGround {
  readonly store: Store;
  readonly image: DeskImage;
  readonly handles: Handles;
  person(): EngineSession['person'] | null;
}
