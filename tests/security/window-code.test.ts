/** What the windows are made of: nothing that compiles text into code comes with the application's own modules. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const START = join(ROOT, 'src-renderer', 'main.tsx');
/** Imports that stay once types are gone. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm;

/** Each library that the windows bring, with the modules that lead to it. */
function librariesOf(start: string): ReadonlyMap<string, readonly string[]> {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const libraries = new Map<string, readonly string[]>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const [, asked = ''] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      if (!asked.startsWith('.')) {
        const way: string[] = [];
        for (let at: string | null = path; at !== null; at = cameFrom.get(at) ?? null) way.push(relative(ROOT, at));
        libraries.set(asked, way);
        continue;
      }
      const next = resolve(dirname(path), asked);
      if (!/\.tsx?$/.test(next) || !existsSync(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      waiting.push(next);
    }
  }
  return libraries;
}

describe('the code of the windows', () => {
  it('S30 brings no schema library, which tries to compile text and meets the page’s policy', () => {
    const libraries = librariesOf(START);
    expect(libraries.get('react-dom/client')).toEqual([join('src-renderer', 'main.tsx')]);
    expect(libraries.get('zod')).toBeUndefined();
  });
});
