import type ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import { checkDependencyWalls } from './dependency-walls.ts';
import { checkFileRules } from './file-rules.ts';
import { compileLayer } from './layer-program.ts';
import { checkEveryFileHasALayer, checkLayerTypes } from './layer-types.ts';
import { LAYERS } from './layers.ts';
import { checkNetworkDoor } from './network-door.ts';
import { listSourceFiles } from './source-files.ts';
import { checkStyle } from './style.ts';

/** Every check of the house, on the tree at `root`; none stops at the failure of another. */
export async function runChecks(root: string): Promise<CheckResult[]> {
  const sourceFiles = listSourceFiles(root);
  const outside = Promise.all([checkStyle(root), checkDependencyWalls(root, sourceFiles)]);
  const parsedFiles = new Map<string, ts.SourceFile>();
  const compiled = LAYERS.map((layer) => compileLayer(root, layer, parsedFiles));
  const types = compiled.map((layer) => checkLayerTypes(root, layer));
  return [
    ...(await outside),
    ...types,
    checkEveryFileHasALayer(sourceFiles, compiled),
    checkNetworkDoor(root, compiled),
    checkFileRules(root, sourceFiles),
  ];
}
