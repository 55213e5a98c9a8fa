import type { Selection } from '../../../contract/app/selection.ts';
import type { SyncState } from '../../../contract/app/sync-state.ts';

export type ChosenSet = NonNullable<Selection['chosen']>['set'];

/** A moment of a regulator's day, to be drawn and tested. */
export interface DeskScenario {
  readonly window: string;
  readonly state: string | null;
  readonly missionId: string | null;
  readonly subject: Selection['subject'];
  readonly sync: Omit<SyncState, 'revision'>;
  readonly missions: number;
  readonly candidates: number;
  readonly complete: boolean;
  readonly situation: 'some' | 'none-match' | 'crisis-hides' | 'loading';
  /** Are there blocked people, crisis lines, decisions? */
  readonly full: boolean;
  /** Does reading fail? */
  readonly fails: boolean;
  /** Does reading never end? */
  readonly waits?: boolean;
  /** Is every free text a text that hurts? */
  readonly hostile: boolean;
  /** Did nobody touch the workstation? */
  readonly locked: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Runs in the page before its own scripts: a workstation that lacks something. */
  readonly script?: string;
}

export const CALM_SYNC: DeskScenario['sync'] = {
  connection: 'up-to-date',
  message: null,
  person: { id: 'r-1', name: 'Régulatrice Fictive', role: 'ars-lead', agency: 6 },
  lastSyncAt: '2021-03-15T07:58:00.000Z',
  clockAheadMs: 200,
  progress: null,
  waiting: 12,
  conflicts: 1,
  refused: 0,
};

export function scenarioOf(window: string, patch: Partial<DeskScenario> = {}): DeskScenario {
  return {
    window,
    state: null,
    missionId: null,
    subject: null,
    sync: CALM_SYNC,
    missions: 1_834,
    candidates: 640,
    complete: true,
    situation: 'some',
    full: true,
    fails: false,
    locked: false,
    hostile: false,
    theme: 'auto',
    ...patch,
  };
}
