/**
 * Texts that a volunteer or an establishment could type to hurt whoever reads them: put in the place of every free text
 * that the desk answers (TRUST S32). Which texts are free is read from the contract: a string that is neither an
 * enumeration, nor a date, nor a name of ours.
 */
import { z } from 'zod';
import { CANDIDATE_TABLE_COLUMNS } from '../../../contract/app/candidate-columns.ts';
import { deskContract } from '../../../contract/app/desk-contract.ts';
import { MISSION_TABLE_COLUMNS } from '../../../contract/app/mission-columns.ts';

const RUN = 'globalThis.hurt=1';
const BASES = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}">`,
  `"><b data-hurt="1">gras</b>`,
  `' onmouseover='${RUN}' data-hurt='1`,
  `<iframe srcdoc="<script>parent.hurt=1</script>"></iframe>`,
  `<a href="javascript:${RUN}" data-hurt="1">lien</a>`,
  `<style data-hurt="1">*{display:none}</style>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<form action="https://ailleurs.example"><input data-hurt="1"></form>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<template><b data-hurt="1"></b></template>`,
  `<!--><img src=x onerror=${RUN}>`,
  `]]><b data-hurt="1">`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `\u202Eelbisiv\u202C`,
  `\u2066isolé\u2069\u200Bcoupé\u200D`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
];

/** Two hundred, each marked by its number. */
export const HOSTILE_TEXTS: readonly string[] = Array.from(
  { length: 200 },
  (_, index) => `H${index}~${BASES[index % BASES.length] ?? ''}`,
);

/** What a string is although the contract has no enumeration for it: identifiers and words of ours. */
const OURS =
  /^(id|kind|window|handle|column|wall|fact|state|mailState|level|origin|phase|connection|role|family|type|code|server|host|theme|hash|at|from|to|since|until|day|date|name|format|definition|message)$|(Id|Ids|At|Date|State|Kind|Key)$/;

function freeNames(schema: unknown, names: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties } = schema as { properties?: Record<string, Record<string, unknown>> };
  for (const [name, one] of Object.entries(properties ?? {})) {
    const options = [one, ...((one['anyOf'] as Record<string, unknown>[] | undefined) ?? [])];
    const isFree = options.some(
      (option) =>
        option['type'] === 'string' &&
        !('enum' in option) &&
        !('const' in option) &&
        !('format' in option) &&
        !('pattern' in option),
    );
    if (isFree && !OURS.test(name)) names.add(name);
  }
  for (const value of Object.values(schema)) freeNames(value, names);
}

interface Procedure {
  readonly '~orpc': { readonly outputSchema?: z.ZodType };
}

function everyOutput(contract: unknown): z.ZodType[] {
  if (typeof contract !== 'object' || contract === null) return [];
  if ('~orpc' in contract) return [(contract as Procedure)['~orpc'].outputSchema ?? []].flat();
  return Object.values(contract).flatMap(everyOutput);
}

function readFreeNames(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const schema of everyOutput(deskContract)) {
    try {
      freeNames(z.toJSONSchema(schema, { unrepresentable: 'any' }), names);
    } catch {
      // A stream has no schema of its own here: what it tells is asked for again.
    }
  }
  for (const { name, type } of [...MISSION_TABLE_COLUMNS, ...CANDIDATE_TABLE_COLUMNS])
    if (type === 'text') names.add(name);
  return names;
}

/** Names of the fields whose text is free, in any answer. */
export const FREE_FIELDS: ReadonlySet<string> = readFreeNames();

/** The same answer with a hostile text in each of its free fields, the next one each time. */
export function hurtAnswer(answer: unknown, next: () => string): unknown {
  if (Array.isArray(answer)) return answer.map((one) => hurtAnswer(one, next));
  if (typeof answer !== 'object' || answer === null || Symbol.asyncIterator in answer) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [
      name,
      typeof value === 'string' && value !== '' && FREE_FIELDS.has(name) ? next() : hurtAnswer(value, next),
    ]),
  );
}
