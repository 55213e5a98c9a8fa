import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { LayerProgram } from './layer-program.ts';
import { toRelative } from './layer-program.ts';

/** Type errors of one layer, and declarations of a world that the layer must not see. */
export function checkLayerTypes(root: string, compiled: LayerProgram): CheckResult {
  const { layer, files, program } = compiled;
  const diagnostics = ts.getPreEmitDiagnostics(program).map((diagnostic) => describe(root, diagnostic));
  const strangers = layer.forbiddenTypes.flatMap(({ pattern, reason }) => {
    const found = program.getSourceFiles().find(({ fileName }) => pattern.test(fileName));
    return found ? [`${layer.tsconfig}: ${reason} (brought in: ${toRelative(root, found.fileName)})`] : [];
  });
  return {
    name: `types: ${layer.name}`,
    scope: `${files.length} files by ${layer.tsconfig}`,
    violations: [...diagnostics, ...strangers],
  };
}

/** Each file of ours is compiled by one layer, and by one only: a file that nobody checks is a hole in the wall. */
export function checkEveryFileHasALayer(
  sourceFiles: readonly string[],
  compiled: readonly LayerProgram[],
): CheckResult {
  const violations = sourceFiles.flatMap((file) => {
    const owners = compiled.filter(({ files }) => files.includes(file)).map(({ layer }) => layer.tsconfig);
    if (owners.length === 1) return [];
    if (owners.length === 0)
      return [`${file}: no tsconfig compiles it; move it into a layer or name it in one tsconfig`];
    return [`${file}: compiled by ${owners.join(' and ')}; leave it to one`];
  });
  return { name: 'types: every file has one layer', scope: `${sourceFiles.length} files`, violations };
}

function describe(root: string, diagnostic: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
  if (!diagnostic.file || diagnostic.start === undefined) return `TS${diagnostic.code}: ${message}`;
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return `${toRelative(root, diagnostic.file.fileName)}:${line + 1}:${character + 1} TS${diagnostic.code}: ${message}`;
}
