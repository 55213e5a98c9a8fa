import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPageFiles } from './page-files.ts';

describe('listPageFiles', () => {
  const place = { folder: '' };
  beforeAll(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'page-files-'));
    await writeFile(join(place.folder, 'index.html'), '<style nonce="__NONCE__"></style>');
    await writeFile(join(place.folder, 'app.js'), 'void 0;');
    await writeFile(join(place.folder, 'secret.key'), 'secret');
    await symlink('/etc/hosts', join(place.folder, 'hosts.json'));
  });
  afterAll(() => rm(place.folder, { recursive: true }));

  it('S30 gives a page a policy whose nonce is in the page, and another each time', async () => {
    const files = listPageFiles(place.folder);
    const [first, second] = [await files.answer('/'), await files.answer('/index.html')];
    const nonce = /nonce-([^']+)'/.exec(first.headers['content-security-policy'] ?? '')?.[1] ?? '';
    expect(nonce).toHaveLength(24);
    expect(first.body.toString()).toBe(`<style nonce="${nonce}"></style>`);
    expect(second.body.equals(first.body)).toBe(false);
    expect(first.headers['content-security-policy']).not.toMatch(/unsafe|\*/);
  });

  it('S06 serves what is in the list, of a known kind, and no link', async () => {
    const files = listPageFiles(place.folder);
    expect((await files.answer('/app.js')).headers['content-type']).toContain('javascript');
    for (const path of ['/secret.key', '/hosts.json', '/nothing.js', '/APP.JS', '//app.js'])
      expect((await files.answer(path)).status).toBe(404);
  });

  it('S06 finds nothing outside the list by 500 mutated paths', async () => {
    const files = listPageFiles(place.folder);
    const piece = fc.constantFrom('..', '%2e%2e', '%2f', '\\', '/', 'app.js', 'etc', 'hosts', '::$DATA', '\0', '?');
    const path = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`);
    const known = new Set(['/', '/index.html', '/app.js']);
    const property = fc.asyncProperty(path, async (one) => known.has(one) || (await files.answer(one)).status === 404);
    expect((await fc.check(property, { numRuns: 500 })).failed).toBe(false);
  });

  it('says what is missing when nothing is built', async () => {
    const empty = await mkdtemp(join(place.folder, 'empty-'));
    expect(() => listPageFiles(empty)).toThrow(/pas construites/);
  });
});
