import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import type { Layer } from './layers.ts';

/** A compiled layer: its own files (relative, `/` between folders) and the program that checked them. */
export type LayerProgram = {
  readonly layer: Layer;
  readonly files: readonly string[];
  readonly program: ts.Program;
  readonly configErrors: readonly ts.Diagnostic[];
};

const NO_INPUTS = 18003;

/**
 * Compiles one layer with the compiler's own API: the same verdict as `npx tsc -p <tsconfig> --noEmit`,
 * but layers with the same options share the parsed declaration files, which is most of the time.
 */
export function compileLayer(root: string, layer: Layer, parsedFiles: Map<string, ts.SourceFile>): LayerProgram {
  const configPath = join(root, layer.tsconfig);
  const read = ts.readConfigFile(configPath, ts.sys.readFile);
  const config = ts.parseJsonConfigFileContent(read.config ?? {}, ts.sys, root, undefined, configPath);
  const configErrors = [...(read.error ? [read.error] : []), ...config.errors].filter(({ code }) => code !== NO_INPUTS);
  const program = ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    host: sharingHost(config.options, parsedFiles),
    configFileParsingDiagnostics: configErrors,
  });
  const files = config.fileNames.filter((name) => /\.(ts|tsx|mts)$/.test(name)).map((name) => toRelative(root, name));
  return { layer, files, program, configErrors };
}

/** `/abs/root/contract/a.ts` → `contract/a.ts`, on every system. */
export function toRelative(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function sharingHost(options: ts.CompilerOptions, parsedFiles: Map<string, ts.SourceFile>): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  // A parsed file may be shared only between programs that bind it alike.
  const { lib: _lib, types: _types, configFilePath: _path, ...binding } = options;
  const family = JSON.stringify(binding);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, onError, fresh) => {
    if (!name.endsWith('.d.ts') && !name.endsWith('.d.mts') && !name.endsWith('.d.cts')) {
      return parse(name, version, onError, fresh);
    }
    const format = typeof version === 'object' ? `${version.impliedNodeFormat ?? ''}` : '';
    const key = `${family}|${format}|${name}`;
    const known = parsedFiles.get(key);
    if (known) return known;
    const parsed = parse(name, version, onError, fresh);
    if (parsed) parsedFiles.set(key, parsed);
    return parsed;
  };
  return host;
}
