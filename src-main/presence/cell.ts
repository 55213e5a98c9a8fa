/** The cell put together: who is present, and the log; both over the engine's line to the national service. */
import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import type { EngineClient } from '../rpc/engine-room.ts';
import type { Session } from '../session/session.ts';
import { createSealedFile } from '../settings/sealed-file.ts';
import type { Workspace } from '../windows/workspace.ts';
import type { CellLog } from './cell-log.ts';
import { createCellLog } from './cell-log.ts';
import type { Presence } from './presence.ts';
import { createPresence } from './presence.ts';

export interface CellParts {
  readonly host: Pick<Host, 'dataFolder' | 'secrets'>;
  readonly engine: Pick<EngineClient, 'cell'>;
  readonly session: Pick<Session, 'current'>;
  readonly workspace: Pick<Workspace, 'windows' | 'changes' | 'notices'>;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
}

export interface Cell {
  readonly presence: Presence;
  readonly log: CellLog;
  start(): Promise<void>;
  leave(): Promise<void>;
}

export function createCell({ host, engine, session, workspace, clock, newId, later }: CellParts): Cell {
  const { windows, changes, notices } = workspace;
  const station = newId();
  const log = createCellLog({
    file: createSealedFile(join(host.dataFolder, 'main-courante'), host.secrets, 'main-courante'),
    read: (before) => engine.cell.readLog({ before }),
    write: (entry) => engine.cell.writeLog(entry),
    person: () => session.current()?.person ?? null,
    clock,
    newId,
    onChanged: () => changes.tell('log'),
    onHandOver: ({ authorName, text }) => notices.tell('hand-over', `Relève de ${authorName}`, text),
  });
  const presence = createPresence({
    announce: (missionIds) => engine.cell.announce({ station, missionIds }),
    follow: (seen, signal) => engine.cell.follow({ station, seen }, { signal }),
    windows: () => windows.list().map(({ id }) => id),
    later,
    onChanged: () => changes.tell('presence'),
    onLogHead: (head) => log.follow(head),
  });
  return {
    presence,
    log,
    async start() {
      await log.restore();
      presence.start();
    },
    leave: () => presence.leave(),
  };
}
