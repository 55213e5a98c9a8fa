import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { CheckResult } from './check-result.ts';

const REFUSED_NAMES = /(^|[-/.])(utils?|helpers?|manager|common|misc)([-/.]|$)/;
const QUESTION_LINES = 300;

/** Rules about files that the linter does not know: names that mean nothing, and state that a module keeps for itself. */
export function checkFileRules(root: string, sourceFiles: readonly string[]): CheckResult {
  const violations = sourceFiles.flatMap((file) => [...refusedName(file), ...moduleState(root, file)]);
  return { name: 'file names and module state', scope: `${sourceFiles.length} files`, violations };
}

/** Files past 300 lines: not an error, a question that the reader of the summary should hear. */
export function listLongFiles(root: string, sourceFiles: readonly string[]): string[] {
  return sourceFiles.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > QUESTION_LINES);
}

function refusedName(file: string): string[] {
  return REFUSED_NAMES.test(file)
    ? [`${file}: this name says nothing; name the file after the one thing it exports`]
    : [];
}

function moduleState(root: string, file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext, false);
  return source.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    if (statement.declarationList.flags & ts.NodeFlags.Const) return [];
    if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return [];
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
    return [`${file}:${line + 1}: module-level let; hold the state in what a function or a class returns`];
  });
}
