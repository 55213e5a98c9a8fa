/**
 * The door of a running desk: a second command hands it what was asked for, instead of opening a second desk on the same
 * data. A socket of the file system that only this user can reach (a named pipe on Windows): no port (TRUST S01). What comes
 * through is an address or a path, parsed like any other; it shows something and never decides (TRUST S34).
 *
 * ```
 *   knock: one line of JSON ─▶ read, 16 kB and 5 s at most ─▶ known shape? ─yes─▶ onWishes ─▶ "ok" ─▶ closed
 *                                                               └─no─▶ closed without a word
 * ```
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { createConnection, createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Log } from '../diagnostics/log.ts';
import type { DeskWishes } from './desk-wishes.ts';

const LONGEST_LINE = 16 * 1024;
const PATIENCE_MS = 5_000;
const MOST_VISITORS = 4;
/** What systems take for the path of a socket, the shortest of them (macOS). */
const LONGEST_PATH = 103;
const ANSWER = 'ok\n';

const wishesSchema = z.strictObject({
  links: z.array(z.string().max(512)).max(20),
  files: z
    .array(
      z
        .string()
        .max(4096)
        .refine((path) => resolve(path) === path),
    )
    .max(20),
});

/**
 * Where the desk on this data folder is reached; null when the folder's name is too long for a socket.
 *
 * @example doorOf('linux', '/home/ines/poste') // '/home/ines/poste/porte/poste.sock'
 */
export function doorOf(platform: NodeJS.Platform, dataFolder: string): string | null {
  if (platform === 'win32') {
    const name = createHash('sha256').update(resolve(dataFolder).toLowerCase()).digest('hex').slice(0, 32);
    return `\\\\.\\pipe\\renfort-poste-${name}`;
  }
  const path = join(resolve(dataFolder), 'porte', 'poste.sock');
  return Buffer.byteLength(path) > LONGEST_PATH ? null : path;
}

/**
 * Opens the door of the desk that holds the data folder's lock: whatever lies at that path is nobody's any more.
 *
 * @returns what closes it
 */
export async function openDoor(
  path: string,
  onWishes: (wishes: DeskWishes) => void,
  log: Log,
): Promise<() => Promise<void>> {
  const isFile = !path.startsWith('\\\\');
  if (isFile) {
    // The folder first: nobody else can reach what is made in it, not even for the blink before its own mode is set.
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await chmod(dirname(path), 0o700);
    await rm(path, { force: true });
  }
  const server = createServer((visitor) => {
    receive(visitor, onWishes, log);
  });
  server.maxConnections = MOST_VISITORS;
  await new Promise<void>((opened, failed) => {
    server.once('error', failed);
    server.listen(path, opened);
  });
  server.on('error', () => log('host.door-fault', { door: basename(path) }));
  if (isFile) await chmod(path, 0o600);
  return () => new Promise((closed) => server.close(() => closed()));
}

function receive(visitor: Socket, onWishes: (wishes: DeskWishes) => void, log: Log): void {
  const state = { text: '' };
  visitor.setEncoding('utf8');
  visitor.setTimeout(PATIENCE_MS, () => visitor.destroy());
  visitor.on('error', () => visitor.destroy());
  visitor.on('data', (part) => {
    state.text += String(part);
    const end = state.text.indexOf('\n');
    if (end < 0 && state.text.length <= LONGEST_LINE) return;
    const wishes = wishesSchema.safeParse(parseJson(state.text.slice(0, Math.max(0, end))));
    visitor.removeAllListeners('data');
    if (!wishes.success || end > LONGEST_LINE) {
      log('host.knock-refused');
      visitor.destroy();
      return;
    }
    onWishes(wishes.data);
    visitor.end(ANSWER);
  });
}

/** Hands the wishes to the desk behind the door; false when there is none, or when it does not take them. */
export function knock(path: string, wishes: DeskWishes): Promise<boolean> {
  return new Promise((answered) => {
    const heard = { text: '' };
    const visit = createConnection(path);
    visit.setEncoding('utf8');
    visit.setTimeout(PATIENCE_MS, () => visit.destroy());
    visit.on('error', () => visit.destroy());
    visit.on('data', (part) => {
      heard.text += String(part);
    });
    visit.on('close', () => answered(heard.text === ANSWER));
    visit.write(`${JSON.stringify(wishes)}\n`);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
