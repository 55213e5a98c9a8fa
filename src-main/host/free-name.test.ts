import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeName } from './free-name.ts';

describe('freeName', () => {
  const place = { folder: '' };
  beforeAll(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'free-name-'));
    await writeFile(join(place.folder, 'Décisions.tsv'), '');
    await writeFile(join(place.folder, 'décisions (2).tsv'), '');
  });
  afterAll(() => rm(place.folder, { recursive: true }));

  it.each([
    ['candidats.tsv', 'candidats.tsv'],
    ['décisions.tsv', 'décisions (3).tsv'],
    ['../../etc/hosts', '.._.._etc_hosts'],
    ['a\u0000b:c|d', 'a_b_c_d'],
    ['...', 'fichier'],
    ['', 'fichier'],
  ])('%j becomes %j', async (suggested, expected) => {
    expect(await freeName(place.folder, suggested)).toBe(expected);
  });
});
