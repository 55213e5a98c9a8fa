import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSourceFiles } from '../../scripts/check/source-files.ts';
import { REPOSITORY } from './fixture-tree.ts';

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const DOCUMENTS = [
  ...readdirSync(REPOSITORY).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

/** The rows of every table of a document, as trimmed cells, without headings and rulers. */
function tableRows(text: string): string[][] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const isRow = line.startsWith('| ') && !lines[index + 1]?.startsWith('|---');
    return isRow
      ? [
          line
            .slice(1, -1)
            .split(' | ')
            .map((cell) => cell.trim()),
        ]
      : [];
  });
}

describe('the documents', () => {
  it.each(DOCUMENTS)('%s leads to files that exist', (document) => {
    const targets = [...read(document).matchAll(/(?<!!)\[[^\]]*\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    const lost = targets.filter(
      (target) => !/^[a-z]+:/.test(target) && !existsSync(join(REPOSITORY, dirname(document), decodeURI(target))),
    );
    expect(lost).toEqual([]);
  });

  it('number the decisions one after the other', () => {
    const numbers = readdirSync(join(REPOSITORY, 'docs', 'decisions')).map((name) => Number(name.slice(0, 4)));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('docs/ARCHITECTURE.md', () => {
  const rooms = tableRows(read('docs/ARCHITECTURE.md').split('## 2.')[0] ?? '').map(([folder = '', , state = '']) => ({
    folders: [...folder.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    state,
  }));

  it('says of each room what is true: what stands is there, what is planned is not', () => {
    const claims = rooms
      .filter(({ state }) => state !== 'being built')
      .flatMap(({ folders, state }) =>
        folders.map((folder) => ({
          folder,
          stands: /^stands/.test(state),
          exists: existsSync(join(REPOSITORY, folder)),
        })),
      );
    expect(claims.length).toBeGreaterThan(6);
    expect(claims.filter(({ stands, exists }) => stands !== exists)).toEqual([]);
  });

  it('names every room of the national service', () => {
    const named = [...read('docs/ARCHITECTURE.md').matchAll(/^\| `([a-z-]+)\/` \|/gm)].map(([, name = '']) => name);
    const there = readdirSync(join(REPOSITORY, 'national-api'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(there.filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('docs/GLOSSARY.md', () => {
  const rows = tableRows(read('docs/GLOSSARY.md'));

  it('gives each word three cells, and one meaning', () => {
    expect(rows.filter((cells) => cells.length !== 3)).toEqual([]);
    const words = rows.map(([french]) => french);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('knows only identifiers that the code speaks', () => {
    const code = listSourceFiles(REPOSITORY)
      .filter((file) => /^(contract|national-api|scripts)\//.test(file))
      .map((file) => read(file).toLowerCase())
      .join('\n');
    const identifiers = rows.flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(?:\w+: )?([^`]+)`/g)].map(([, name = '']) => name),
    );
    expect(identifiers.length).toBeGreaterThan(50);
    expect(identifiers.filter((name) => !code.includes(name.toLowerCase()))).toEqual([]);
  });
});
