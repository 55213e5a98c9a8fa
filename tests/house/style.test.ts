import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../scripts/check/check-result.ts';
import { checkStyle } from '../../scripts/check/style.ts';
import { CLEAN_TREE } from './clean-tree.ts';
import type { FixtureTree } from './fixture-tree.ts';
import { makeFixtureTree, REPOSITORY } from './fixture-tree.ts';

const TOO_LONG = Array.from({ length: 501 }, (_, index) => `export const LINE_${index} = ${index};\n`).join('');

/** One planted violation of each linter rule that biome.json names: the file, what it says. */
const PLANTED: Readonly<Record<string, readonly [file: string, content: string]>> = {
  noUnusedImports: ['src-main/a/unused-import.ts', "import { WORD } from '../../contract/domain/word.ts';\n"],
  noUnusedVariables: ['src-main/a/unused-variable.ts', 'const LOST = 1;\n'],
  noUnusedFunctionParameters: ['src-main/a/unused-parameter.ts', 'export const f = (lost: number) => 1;\n'],
  useImportExtensions: [
    'src-main/a/no-extension.ts',
    "import { LOG } from '../diagnostics/log';\n\nexport const L = LOG;\n",
  ],
  noBarrelFile: ['src-main/a/barrel.ts', "export { LOG } from '../diagnostics/log.ts';\n"],
  noReExportAll: ['src-main/a/everything.ts', "export * from '../diagnostics/log.ts';\n"],
  noDefaultExport: ['src-main/a/default-export.ts', 'export default 1;\n'],
  noEnum: ['src-main/a/enumeration.ts', 'export enum State {\n  Open = 1,\n}\n'],
  noExcessiveLinesPerFile: ['src-main/a/too-long.ts', TOO_LONG],
  noNamespace: ['src-main/a/namespace.ts', 'export namespace Words {\n  export const WORD = 1;\n}\n'],
  noNonNullAssertion: ['src-main/a/non-null.ts', 'export const f = (text: string | null) => text!.length;\n'],
  noParameterProperties: [
    'src-main/a/parameter.ts',
    'export class Thing {\n  constructor(readonly name: string) {}\n}\n',
  ],
  noRestrictedGlobals: ['src-main/a/network.ts', "export const ask = () => fetch('https://exemple.invalid');\n"],
  useConst: ['src-main/a/let.ts', 'export const f = () => {\n  let one = 1;\n  return one;\n};\n'],
  useFilenamingConvention: ['src-main/a/CamelCase.ts', 'export const NAME = 1;\n'],
  useImportType: [
    'src-main/a/import-type.ts',
    "import { Word } from '../../contract/domain/words.ts';\n\nexport const w: Word = 'x';\n",
  ],
  useNodejsImportProtocol: ['src-main/a/protocol.ts', "import { join } from 'path';\n\nexport const j = join;\n"],
  noConsole: ['src-main/a/console.ts', "console.log('lost');\n"],
  noExplicitAny: ['src-main/a/any.ts', 'export const f = (thing: any) => thing;\n'],
  noFocusedTests: ['tests/a/focused.test.ts', "import { it } from 'vitest';\n\nit.only('one', () => {});\n"],
  noSkippedTests: ['tests/a/skipped.test.ts', "import { it } from 'vitest';\n\nit.skip('one', () => {});\n"],
  noVar: ['src-main/a/var.ts', 'export const f = () => {\n  var one = 1;\n  return one;\n};\n'],
};

type Rules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const { preset: _preset, ...GROUPS } = JSON.parse(readFileSync(join(REPOSITORY, 'biome.json'), 'utf8')).linter
  .rules as Rules;
const NAMED_RULES = Object.values(GROUPS).flatMap((group) => Object.entries(group));

const trees: FixtureTree[] = [];
afterAll(() => {
  for (const tree of trees) tree.remove();
});
function plant(files: Readonly<Record<string, string>>): Promise<CheckResult> {
  const tree = makeFixtureTree(files);
  trees.push(tree);
  return checkStyle(tree.root);
}

describe('the rules of biome.json', () => {
  let planted: CheckResult;
  beforeAll(async () => {
    planted = await plant({ ...CLEAN_TREE, ...Object.fromEntries(Object.values(PLANTED)) });
  });

  it('that are on have each a planted violation here', () => {
    const on = NAMED_RULES.filter(([, setting]) => setting !== 'off').map(([name]) => name);
    expect(Object.keys(PLANTED).sort()).toEqual(on.sort());
  });

  it('are errors, never warnings', () => {
    const levels = NAMED_RULES.map(([, setting]) =>
      typeof setting === 'string' ? setting : (setting as { level: string }).level,
    );
    expect(levels.filter((level) => level !== 'error' && level !== 'off')).toEqual([]);
  });

  it.each(Object.entries(PLANTED))('%s is caught', (rule, [file]) => {
    expect(planted.violations.filter((line) => line.startsWith(file) && line.includes(`/${rule}:`))).not.toEqual([]);
  });

  it('leave a clean tree alone', async () => {
    expect((await plant(CLEAN_TREE)).violations).toEqual([]);
  });

  it('refuse a file that is not formatted', async () => {
    const { violations } = await plant({ ...CLEAN_TREE, 'src-main/a/ugly.ts': 'export const UGLY = {a:1}\n' });
    expect(violations).toEqual([expect.stringContaining('src-main/a/ugly.ts')]);
  });

  it('open the network to its doors alone', async () => {
    const ask = "export const ask = () => fetch('https://exemple.invalid');\n";
    const { violations } = await plant({
      'src-main/national/ask.ts': ask,
      'national-api/simulator/ask.ts': ask,
      'tests/ask.ts': ask,
      'src-main/ask.ts': ask,
      'national-api/ask.ts': ask,
    });
    const files = violations.map((line) => line.split(':')[0]);
    expect(files.sort()).toEqual(['national-api/ask.ts', 'src-main/ask.ts']);
  });
});
