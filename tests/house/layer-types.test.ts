import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import type { LayerProgram } from '../../scripts/check/layer-program.ts';
import { compileLayer } from '../../scripts/check/layer-program.ts';
import { checkEveryFileHasALayer, checkLayerTypes } from '../../scripts/check/layer-types.ts';
import { LAYERS } from '../../scripts/check/layers.ts';
import { checkNetworkDoor } from '../../scripts/check/network-door.ts';
import { listSourceFiles } from '../../scripts/check/source-files.ts';
import { CLEAN_TREE } from './clean-tree.ts';
import type { FixtureTree } from './fixture-tree.ts';
import { makeFixtureTree } from './fixture-tree.ts';

const trees: FixtureTree[] = [];
afterAll(() => {
  for (const tree of trees) tree.remove();
});
const parsedFiles = new Map<string, ts.SourceFile>();

function compile(files: Readonly<Record<string, string>>): { root: string; layers: LayerProgram[] } {
  const tree = makeFixtureTree(files);
  trees.push(tree);
  return { root: tree.root, layers: LAYERS.map((layer) => compileLayer(tree.root, layer, parsedFiles)) };
}

function typeErrors(files: Readonly<Record<string, string>>): string[] {
  const { root, layers } = compile(files);
  return layers.flatMap((layer) => checkLayerTypes(root, layer).violations);
}

/** One thing each layer must not know, or must not write. */
const PLANTED: readonly (readonly [what: string, file: string, content: string, code: string])[] = [
  ['a window in the application', 'src-main/a.ts', 'export const A = document.title;\n', 'TS2584'],
  ['Node in a window', 'src-renderer/a.ts', 'export const A = process.pid;\n', 'TS2591'],
  ['Node in the preload', 'src-preload/a.ts', 'export const A = process.pid;\n', 'TS2591'],
  ['a window in a contract', 'contract/a.ts', 'export const A = document.title;\n', 'TS2584'],
  ['Node in a contract', 'contract/a.ts', 'export const A = process.pid;\n', 'TS2591'],
  ['a window in the national service', 'national-api/a.ts', 'export const A = document.title;\n', 'TS2584'],
  ['a wrong type in a test of a window', 'src-renderer/a.test.tsx', "export const A: number = 'one';\n", 'TS2322'],
  ['a wrong type in a test', 'tests/a.test.ts', "export const A: number = 'one';\n", 'TS2322'],
  ['a wrong type in a script', 'scripts/a.ts', "export const A: number = 'one';\n", 'TS2322'],
  ['an unchecked index', 'contract/a.ts', 'export const a = (l: string[]): string => l[0];\n', 'TS2322'],
  [
    'an undefined given to an optional',
    'contract/a.ts',
    'export const A: { b?: string } = { b: undefined };\n',
    'TS2375',
  ],
  ['syntax that cannot be erased', 'contract/a.ts', 'export enum A {\n  B,\n}\n', 'TS1294'],
];

describe('the tsconfig of each layer', () => {
  it.each(PLANTED)('catches %s', (_what, file, content, code) => {
    const errors = typeErrors({ [file]: content });
    expect(errors.filter((line) => line.startsWith(`${file}:`) && line.includes(code))).not.toEqual([]);
  });

  it('leaves a clean tree alone, and says how many files it checked', () => {
    const { root, layers } = compile(CLEAN_TREE);
    const results = layers.map((layer) => checkLayerTypes(root, layer));
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
    expect(results.map(({ scope }) => Number.parseInt(scope, 10))).toEqual([3, 1, 8, 1, 3, 0, 6, 2]);
  });

  it('refuses the types of another world, even when a library brings them in', () => {
    const errors = typeErrors({
      'contract/a.ts': "import type { thing } from 'leaky';\n\nexport type A = typeof thing;\n",
      'node_modules/leaky/package.json': '{"name":"leaky","types":"index.d.ts"}',
      'node_modules/leaky/index.d.ts': '/// <reference types="node" />\nexport declare const thing: number;\n',
    });
    expect(errors).toEqual([expect.stringMatching(/^tsconfig\.contract\.json: no Node exists here/)]);
  });

  it('says so when a tsconfig is missing or broken', () => {
    const tree = makeFixtureTree({ 'contract/a.ts': 'export const A = 1;\n' });
    trees.push(tree);
    rmSync(join(tree.root, 'tsconfig.contract.json'));
    const contract = LAYERS.filter(({ name }) => name === 'contract').map((layer) =>
      compileLayer(tree.root, layer, new Map()),
    );
    expect(contract.flatMap((layer) => checkLayerTypes(tree.root, layer).violations)).not.toEqual([]);
  });

  it('gives the same verdict as the compiler on the command line', () => {
    const { root, layers } = compile({ 'src-main/a.ts': 'export const A = document.title;\n' });
    const main = layers.filter(({ layer }) => layer.name === 'src-main');
    const codes = main.flatMap(({ program }) => ts.getPreEmitDiagnostics(program).map(({ code }) => code));
    expect(codes).toEqual([2584]);
    expect(root).toContain('maison é');
  });
});

describe('every file has one layer', () => {
  it('names a file that no tsconfig compiles', () => {
    const { root, layers } = compile({
      'contract/a.ts': 'export const A = 1;\n',
      'src-main/b.ts': 'export const B = 1;\n',
    });
    const withoutContract = layers.filter(({ layer }) => layer.name !== 'contract');
    expect(checkEveryFileHasALayer(listSourceFiles(root), withoutContract).violations).toEqual([
      expect.stringContaining('contract/a.ts: no tsconfig compiles it'),
    ]);
  });

  it('names a file that two compile', () => {
    const { root, layers } = compile(CLEAN_TREE);
    const twice = checkEveryFileHasALayer(listSourceFiles(root), [...layers, ...layers.slice(0, 1)]).violations;
    expect(twice).toHaveLength(3);
  });
});

describe('the network door', () => {
  const outside = (content: string) => {
    const { root, layers } = compile({ 'national-api/a.ts': content, 'src-main/national/a.ts': content });
    return checkNetworkDoor(root, layers).violations.map((line) => line.slice(0, line.indexOf(': ')));
  };

  it.each([
    ['bare', 'export const a = () => fetch;\n'],
    ['on globalThis', 'export const a = () => globalThis.fetch;\n'],
    ['by its name in brackets', "export const a = () => globalThis['fetch'];\n"],
    ['taken out of globalThis', 'export const { fetch } = globalThis;\n'],
    ['taken out under another name', 'export const { fetch: ask } = globalThis;\n'],
    ['a web socket', 'export const a = () => new WebSocket("");\n'],
  ])('sees a global %s', (_how, content) => {
    expect(outside(content)).toEqual(['national-api/a.ts:1']);
  });

  it.each([
    ['a method of ours', 'export const A = { fetch: () => 1 };\nexport const b = () => A.fetch();\n'],
    ['a function of ours', 'const fetch = () => 1;\nexport const b = () => fetch();\n'],
  ])('leaves alone %s that has the same name', (_what, content) => {
    expect(outside(content)).toEqual([]);
  });
});
