/** TRUST S44: the registry of problems holds every code that the service can say, and says each in French. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../contract/national/problem-codes.ts';

const ROOT = join(import.meta.dirname, '../../national-api');

/** The code is the first text of a refusal, on its line or the next. */
const SAID = [
  /new (?:CommandRefusal|CommandConflict|FormRefusal)\(\s*'([a-z0-9-]+)'/g,
  /new ServiceProblem\(\s*[\w.]+,\s*'([a-z0-9-]+)'/g,
  /REUSED_COMMAND_ID = '([a-z0-9-]+)'/g,
];

function sources(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
}

/** Tables whose keys are codes (`'no-right': 403`) or whose values are (`profession: 'profession-mismatch'`). */
const TABLES: readonly { readonly file: RegExp; readonly code: RegExp }[] = [
  { file: /feed\/feed-refusal\.ts$/, code: /^ {2}'([a-z0-9-]+)':/gm },
  { file: /identity\/authentication\.ts$/, code: /^ {2}'([a-z0-9-]+)': \{/gm },
  { file: /rules\/pair-walls\.ts$/, code: /^ {2}'?[a-z-]+'?: '([a-z0-9-]+)',$/gm },
  { file: /rules\/reach\.ts$/, code: /: \['([a-z0-9-]+)',/g },
];

function codesSaid(): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { file, text } of sources()) {
    const patterns = [...SAID, ...TABLES.filter((table) => table.file.test(file)).map(({ code }) => code)];
    for (const pattern of patterns) for (const [, code = ''] of text.matchAll(pattern)) said.set(code, file);
  }
  return said;
}

describe('the registry of problems', () => {
  it('S44 holds every code that the service says', () => {
    const said = codesSaid();
    const missing = [...said].filter(([code]) => !(code in PROBLEM_CODES)).map(([code, file]) => `${code} (${file})`);
    expect(said.size).toBeGreaterThan(60);
    expect(missing).toEqual([]);
  });

  it('S44 names each code once, in order, with a French title that is short and ends without a full stop', () => {
    const codes = Object.keys(PROBLEM_CODES);
    expect(codes).toEqual([...codes].sort());
    for (const [code, title] of Object.entries(PROBLEM_CODES)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title).toMatch(/^\p{Lu}.{3,69}[^.]$/u);
    }
  });
});
