import { afterAll, describe, expect, it } from 'vitest';
import { checkFileRules, listLongFiles } from '../../scripts/check/file-rules.ts';
import { listSourceFiles } from '../../scripts/check/source-files.ts';
import { CLEAN_TREE } from './clean-tree.ts';
import type { FixtureTree } from './fixture-tree.ts';
import { makeFixtureTree } from './fixture-tree.ts';

const trees: FixtureTree[] = [];
afterAll(() => {
  for (const tree of trees) tree.remove();
});
function plant(files: Readonly<Record<string, string>>): { root: string; files: string[] } {
  const tree = makeFixtureTree(files);
  trees.push(tree);
  return { root: tree.root, files: listSourceFiles(tree.root) };
}
function violations(files: Readonly<Record<string, string>>): readonly string[] {
  const tree = plant(files);
  return checkFileRules(tree.root, tree.files).violations;
}

describe('the rules about files', () => {
  it('leave a clean tree alone', () => {
    expect(violations(CLEAN_TREE)).toEqual([]);
  });

  it.each(['date-utils.ts', 'helpers/date.ts', 'window-manager.ts', 'common.ts', 'misc/date.ts'])(
    'refuse the name %s',
    (name) => {
      expect(violations({ [`src-main/${name}`]: 'export const A = 1;\n' })).toHaveLength(1);
    },
  );

  it('accept a word that only holds a refused one', () => {
    expect(violations({ 'src-main/commonwealth.ts': 'export const A = 1;\n' })).toEqual([]);
  });

  it('refuse state kept by a module, and name its line', () => {
    const found = violations({
      'src-main/a.ts': 'export const A = 1;\nlet count = 0;\nexport const b = () => ++count;\n',
    });
    expect(found).toEqual([expect.stringMatching(/^src-main\/a\.ts:2: module-level let/)]);
  });

  it('accept a variable inside a function', () => {
    expect(
      violations({ 'src-main/a.ts': 'export const a = () => {\n  let count = 0;\n  return ++count;\n};\n' }),
    ).toEqual([]);
  });

  it('ask a question past 300 lines', () => {
    const tree = plant({ 'src-main/long.ts': '// one more line\n'.repeat(300), 'src-main/short.ts': '\n'.repeat(299) });
    expect(listLongFiles(tree.root, tree.files)).toEqual(['src-main/long.ts']);
  });
});
