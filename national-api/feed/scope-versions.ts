/** Reads and advances the versions of the agencies' scopes. */
import type { Kysely } from 'kysely';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { Tables } from '../database/tables.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { ScopeDefinition } from './scope-definition.ts';
import { definitionOf } from './scope-definition.ts';

export const NATION_SCOPE = 'nation';

export interface ScopeVersion {
  readonly version: number;
  readonly definition: ScopeDefinition;
}

/** Version 0: the base scope, without openings. */
const BASE: ScopeVersion = { version: 0, definition: [] };

/** @example scopeOfAgency(6) === 'agency:6' */
export function scopeOfAgency(agency: number | null): string {
  return agency === null ? NATION_SCOPE : `agency:${agency}`;
}

/** The newest version of a scope. */
export async function currentScope(reader: Kysely<Tables>, scope: string): Promise<ScopeVersion> {
  const row = await reader
    .selectFrom('scope')
    .select(['version', 'definition'])
    .where('id', '=', scope)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, definition: JSON.parse(row.definition) as ScopeDefinition } : BASE;
}

/** A given version, or null when there never was one. */
export async function scopeAtVersion(
  reader: Kysely<Tables>,
  scope: string,
  version: number,
): Promise<ScopeVersion | null> {
  if (version === 0) return BASE;
  const row = await reader
    .selectFrom('scope')
    .select(['version', 'definition'])
    .where('id', '=', scope)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { version: row.version, definition: JSON.parse(row.definition) as ScopeDefinition } : null;
}

/** Every definition an agency ever had, oldest first, the last one current: what a workstation that slept may still hold. */
export async function everyDefinition(
  reader: Kysely<Tables>,
): Promise<ReadonlyMap<number, readonly ScopeDefinition[]>> {
  const rows = await reader.selectFrom('scope').select(['id', 'definition']).orderBy('id').orderBy('version').execute();
  const definitions = new Map<number, ScopeDefinition[]>();
  for (const { id, definition } of rows) {
    const agency = Number(id.slice('agency:'.length));
    definitions.set(agency, [...(definitions.get(agency) ?? []), JSON.parse(definition) as ScopeDefinition]);
  }
  return definitions;
}

/**
 * Writes a new scope version for each of these agencies whose openings now show something else than its newest
 * version says. Called when an opening changes and by the service's clock when dates pass.
 */
export async function refreshScopes(work: UnitOfWork, agencies: readonly number[], today: string): Promise<void> {
  if (agencies.length === 0) return;
  const openings = await work.writer
    .selectFrom('opening')
    .selectAll()
    .where('receiverAgency', 'in', [...agencies])
    .where('state', 'in', ['active', 'paused'])
    .execute();
  for (const agency of new Set(agencies)) {
    const scope = scopeOfAgency(agency);
    const current = await currentScope(work.writer, scope);
    const definition = definitionOf(agency, openings, today);
    if (canonicalJson(definition) === canonicalJson(current.definition)) continue;
    await work.writer
      .insertInto('scope')
      .values({ id: scope, version: current.version + 1, definition: canonicalJson(definition), at: work.at })
      .execute();
  }
}
