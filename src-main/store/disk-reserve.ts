/**
 * Room put aside for the decision that is in hand when the disk fills: a file of 16 MB beside the base, given up when a
 * write of the outbox finds no place, and made again once there is some (TRUST R07).
 */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const RESERVE_BYTES = 16 * 1024 * 1024;
/** Below it a reserve would itself fill the disk. */
const ROOM_NEEDED = 4 * RESERVE_BYTES;
const PIECE_BYTES = 1024 * 1024;

export interface DiskReserve {
  /** Gives the room up. @returns whether there was any */
  free(): boolean;
  /** Puts room aside when there is none and the disk has enough. */
  renew(): void;
}

export const reservePathOf = (basePath: string): string => `${basePath}-reserve`;

function hasRoom(path: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize >= ROOM_NEEDED;
}

/** Written out, not only sized: an empty file of any length takes no room. */
function write(path: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (let bytes = 0; bytes < RESERVE_BYTES; bytes += PIECE_BYTES) writeSync(file, Buffer.alloc(PIECE_BYTES, 0x52));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function createDiskReserve(path: string): DiskReserve {
  const state = { held: existsSync(path) && statSync(path).size === RESERVE_BYTES };
  const remove = () => rmSync(path, { force: true });
  return {
    free() {
      if (!existsSync(path)) return false;
      remove();
      state.held = false;
      return true;
    },
    renew() {
      if (state.held) return;
      try {
        if (!hasRoom(path)) return;
        write(path);
        state.held = true;
      } catch {
        // No room after all: what was begun is given back.
        remove();
      }
    },
  };
}
