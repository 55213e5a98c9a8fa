import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isProcessAlive, takeDesk } from './single-desk.ts';

const place = { folder: '' };
beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'single-desk-'));
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

describe('takeDesk', () => {
  it('is held by one, until it is given back', () => {
    const path = join(place.folder, 'deep', 'ouvert');
    const release = takeDesk(path, 10, () => true);
    expect(takeDesk(path, 11, () => true)).toBeNull();
    release?.();
    expect(existsSync(path)).toBe(false);
    expect(takeDesk(path, 11, () => true)).not.toBeNull();
  });

  it('is taken over from a process that is gone', () => {
    const path = join(place.folder, 'ouvert');
    takeDesk(path, 10, () => true);
    expect(takeDesk(path, 11, (pid) => pid !== 10)).not.toBeNull();
    expect(takeDesk(path, 12, (pid) => pid === 11)).toBeNull();
  });

  it('knows who lives', () => {
    expect([isProcessAlive(process.pid), isProcessAlive(2 ** 22 + 1)]).toEqual([true, false]);
  });
});
