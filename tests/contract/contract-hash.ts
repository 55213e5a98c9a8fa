/** One hash of everything that the two sides agree on: routes, commands, rows, the mirror's tables, rights and policies. */
import { createHash } from 'node:crypto';
import { RIGHTS } from '../../contract/domain/right.ts';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import { COMMAND_POLICIES, ROUTE_POLICIES } from '../../contract/national/policy.ts';
import { MIRROR_DDL } from '../../contract/national/rows/row-ddl.ts';
import { openApiDocument } from '../../national-api/http/openapi-document.ts';

/** What only helps a reader: may change without the version. */
const WORDS: ReadonlySet<string> = new Set(['description', 'summary', 'title']);

/** `properties` and the like hold names of fields, not words about them. */
function withoutWords(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutWords(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => names || !WORDS.has(name))
      .map(([name, part]) => [name, withoutWords(part, name === 'properties')]),
  );
}

export async function contractHash(): Promise<string> {
  const { info: _, ...document } = await openApiDocument();
  const agreed = { document: withoutWords(document), MIRROR_DDL, RIGHTS, ROUTE_POLICIES, COMMAND_POLICIES };
  return createHash('sha256').update(canonicalJson(agreed)).digest('hex');
}
