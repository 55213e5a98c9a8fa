/** The table of docs/security.md against the titles of the tests: an item without a test fails here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['contract', 'spreadsheet', 'national-api', 'src-main', 'src-preload', 'src-renderer', 'tests'];
/** What must be shown on the desk, whatever else is. */
const ASKED = [
  ...['S10', 'S11', 'S12', 'S13', 'S14', 'S15', 'S16', 'S30', 'S31', 'S32', 'S33', 'S40', 'S41'],
  ...['S50', 'S51', 'S52', 'S53', 'S54', 'S55', 'S56', 'S57'],
];

/** The numbers with which the titles of a file's tests and suites begin. */
function numbersOf(text: string): ReadonlySet<string> {
  const titles = [...text.matchAll(/\b(?:it|describe)(?:\.each)?\b[\s\S]{0,400}?\(\s*[`'"]((?:[SRFDG]\d+ )+)/g)];
  return new Set(titles.flatMap(([, numbers]) => (numbers ?? '').trim().split(' ')));
}

function readTable(): { readonly items: readonly string[]; readonly files: readonly string[] }[] {
  const text = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8');
  const table = text.slice(text.indexOf('<!-- items: begin -->'), text.indexOf('<!-- items: end -->'));
  return [...table.matchAll(/^\| ((?:S\d+ ?)+)\| .* \| (.+) \|$/gm)].map(([, items, files]) => ({
    items: (items ?? '').trim().split(' '),
    files: [...(files ?? '').matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''),
  }));
}

const table = readTable();
const known = new Set(table.flatMap(({ items }) => items));

describe('the security table', () => {
  it('has a line for every item that is asked of the desk', () => {
    expect(ASKED.filter((item) => !known.has(item))).toEqual([]);
  });

  it.each(table.flatMap(({ items, files }) => files.map((file) => [items.join(' '), file] as const)))(
    '%s is shown by %s',
    (items, file) => {
      const path = join(ROOT, file);
      expect([file, existsSync(path)]).toEqual([file, true]);
      const numbers = numbersOf(readFileSync(path, 'utf8'));
      expect(items.split(' ').filter((item) => !numbers.has(item))).toEqual([]);
    },
  );

  it('knows every item of the desk that a test bears', () => {
    const borne = FOLDERS.filter((folder) => folder !== 'national-api').flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('service'))
        .flatMap((name) =>
          [...numbersOf(readFileSync(join(ROOT, folder, name), 'utf8'))].map((item) => `${item} ${folder}/${name}`),
        ),
    );
    const stranger = borne.filter((one) => /^S[1356]\d /.test(one) && !known.has(one.split(' ')[0] ?? ''));
    expect(stranger).toEqual([]);
  });

  it('would see an item that no test bears', () => {
    expect(numbersOf(`it('S99 shows it', () => {})`).has('S99')).toBe(true);
    expect(numbersOf(`it('shows S99', () => {})`).has('S99')).toBe(false);
  });
});
