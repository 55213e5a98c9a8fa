import { join } from 'node:path';
import { doorOf } from '../../src-main/host/desk-door.ts';
import type { DeskWishes } from '../../src-main/host/desk-wishes.ts';
import { handOver } from '../../src-main/host/hand-over.ts';

/**
 * Gives an address or a file to the desk that runs, before any service is looked for: it may be on another one.
 *
 * @returns false when nothing was asked for, or when no desk runs on the Chromium host (Electron has its own way)
 */
export async function callRunningDesk(
  root: string,
  wishes: DeskWishes,
  write: (text: string) => void,
): Promise<boolean> {
  const door = doorOf(process.platform, join(root, '.data', 'poste'));
  if (door === null || wishes.links.length + wishes.files.length === 0) return false;
  return handOver(door, wishes, (sentence) => write(`${sentence}\n`));
}
