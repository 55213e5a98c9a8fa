import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chromiumKind } from '../support/hosts/chromium-kind.ts';
import { aWindow } from '../support/hosts/running-host.ts';

/** Parent of a process, or null when it is gone. */
function parentOf(pid: string): string | null {
  try {
    return /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** This process's descendants, as Linux lists them. */
function descendants(): Set<string> {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, parentOf(pid)]),
  );
  const isMine = (pid: string | null | undefined): boolean =>
    pid != null && (pid === String(process.pid) || isMine(parents.get(pid)));
  return new Set([...parents.keys()].filter((pid) => pid !== String(process.pid) && isMine(parents.get(pid))));
}

function socketsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** Inodes of the TCP sockets that listen and of every UDP socket. */
function openDoors(): Map<string, string> {
  const tables = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((name) =>
    readFileSync(`/proc/net/${name}`, 'latin1')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state]) => name.startsWith('udp') || state === '0A')
      .map((columns): [string, string] => [columns[9] ?? '', `${name} ${columns[1]}`]),
  );
  return new Map(tables);
}

describe('the Chromium host and the network', () => {
  it('S01 opens no port, TCP or UDP, in any of its processes', async () => {
    const running = await chromiumKind.start();
    try {
      await running.host.openWindow(aWindow());
      const processes = descendants();
      const doors = openDoors();
      const held = [...processes].flatMap(socketsOf).flatMap((inode) => doors.get(inode) ?? []);
      expect(processes.size).toBeGreaterThan(3);
      expect(held).toEqual([]);
    } finally {
      await running.dispose();
    }
  });
});
