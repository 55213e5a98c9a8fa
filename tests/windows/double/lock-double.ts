/** The lock of the workstation, as a scenario has it; unlocking opens it at once. */
import type { Lock } from '../../../contract/app/lock-contract.ts';
import type { DeskScenario } from './desk-scenario.ts';
import { createNews } from './news.ts';

const OPEN: Lock = { locked: false, since: null, person: null };

export function createLockDouble({ locked, sync }: DeskScenario) {
  const told = createNews<Lock>();
  const first = locked ? { locked: true, since: '2021-03-15T08:10:00.000Z', person: sync.person?.name ?? null } : OPEN;
  return {
    follow: (signal: AbortSignal | undefined) => told.follow(signal, first),
    unlock: () => told.tell(OPEN),
  };
}
