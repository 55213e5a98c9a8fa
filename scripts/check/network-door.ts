import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { LayerProgram } from './layer-program.ts';
import { toRelative } from './layer-program.ts';

const NETWORK_GLOBALS = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'sendBeacon']);
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global']);

/** Where the global `fetch` and its kin may be used: the national client, the simulator, tests and scripts. */
const DOOR = /^(src-main\/national|national-api\/simulator|tests|scripts)\/|\.test\.tsx?$/;

/**
 * The global network functions have one door. The linter sees a bare `fetch`; this check asks the compiler what a
 * name *is*, so that `globalThis.fetch`, a destructuring, or a renamed reference are seen, and a method of ours that happens to be
 * called `fetch` is left alone.
 */
export function checkNetworkDoor(root: string, programs: readonly LayerProgram[]): CheckResult {
  const inside = programs.flatMap(({ files, program }) =>
    files.filter((file) => !DOOR.test(file)).map((file) => ({ file, program })),
  );
  const violations = inside.flatMap(({ file, program }) => findNetworkGlobals(root, file, program));
  return { name: 'network door', scope: `${inside.length} files outside the door`, violations };
}

function findNetworkGlobals(root: string, file: string, program: ts.Program): string[] {
  const source = program.getSourceFiles().find(({ fileName }) => toRelative(root, fileName) === file);
  if (!source) return [];
  const checker = program.getTypeChecker();
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isNetworkGlobal(node, checker, program)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(
        `${file}:${line + 1}: global ${node.getText()} outside src-main/national; call the national client instead`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isNetworkGlobal(node: ts.Node, checker: ts.TypeChecker, program: ts.Program): boolean {
  if (ts.isStringLiteral(node) && ts.isElementAccessExpression(node.parent)) {
    return NETWORK_GLOBALS.has(node.text) && GLOBAL_OBJECTS.has(node.parent.expression.getText());
  }
  if (!ts.isIdentifier(node) || !NETWORK_GLOBALS.has(node.text)) return false;
  const declarations = checker.getSymbolAtLocation(node)?.declarations ?? bindingDeclarations(node, checker);
  return declarations.length > 0 && declarations.every((declaration) => isGlobalDeclaration(declaration, program));
}

/** `const { fetch } = globalThis`: the name is ours, what it binds is not. */
function bindingDeclarations(node: ts.Identifier, checker: ts.TypeChecker): readonly ts.Declaration[] {
  return checker.getTypeAtLocation(node).symbol?.declarations ?? [];
}

function isGlobalDeclaration(declaration: ts.Declaration, program: ts.Program): boolean {
  if (ts.isBindingElement(declaration)) {
    const owner = declaration.parent.parent;
    return ts.isVariableDeclaration(owner) && GLOBAL_OBJECTS.has(owner.initializer?.getText() ?? '');
  }
  const file = declaration.getSourceFile();
  return (
    program.isSourceFileDefaultLibrary(file) || /\/node_modules\/(@types\/node|undici-types)\//.test(file.fileName)
  );
}
