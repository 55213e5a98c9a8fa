/** What the handlers of the engine room are made of. */
import type { Log } from '../diagnostics/log.ts';
import type { ChangeHub } from './change-hub.ts';
import type { FactStream } from './fact-stream.ts';
import type { OpenDesk } from './open-desk.ts';

export interface EngineContext {
  readonly hub: ChangeHub;
  readonly facts: FactStream;
  readonly log: Log;
  /** Null until a base is open. */
  desk(): OpenDesk | null;
  open(path: string, key: Uint8Array, personId: string): Promise<OpenDesk>;
  close(): Promise<void>;
}
