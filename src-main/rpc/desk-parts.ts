import type { Log } from '../diagnostics/log.ts';
import type { Host } from '../host/host.ts';
import type { Cell } from '../presence/cell.ts';
import type { AutoLock } from '../session/auto-lock.ts';
import type { DeskSettings } from '../settings/desk-settings.ts';
import type { SnapshotDesk } from '../snapshots/desk/snapshot-desk.ts';
import type { Workspace } from '../windows/workspace.ts';
import type { EngineRoom } from './engine-room.ts';

/** What the main process's own answers are made of. */
export interface DeskParts {
  readonly room: EngineRoom;
  readonly workspace: Omit<Workspace, 'start' | 'settle'>;
  readonly cell: Pick<Cell, 'presence' | 'log'>;
  readonly snapshots: SnapshotDesk;
  readonly settings: DeskSettings;
  readonly lock: Pick<AutoLock, 'follow' | 'unlock'>;
  /** Resolves when somebody is signed in; throws SignInFault. */
  readonly signIn: () => Promise<void>;
  /** How many decisions stay undelivered on this workstation. */
  readonly signOut: () => Promise<number>;
  readonly saveFile: Host['saveFile'];
  readonly newReference: () => string;
  readonly log: Log;
}

/** Known for each call: which window asks. Its page cannot say it is another (TRUST S13). */
export interface DeskContext {
  readonly windowId: string;
}
