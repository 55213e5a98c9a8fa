/** The condition under which a line of "feed" is for a caller: its agency's bit, or an opening that shows the person. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { agencyBit } from '../kernel/audience.ts';
import type { CallerScope } from './caller-scope.ts';
import type { ScopeDefinition } from './scope-definition.ts';
import { definitionPredicate } from './scope-definition.ts';

/** Whether an agency is in the audience of a line of the named table; always true for the nation. */
export function inAudience(table: 'feed' | 'departure', agency: number | null): Expression<SqlBool> {
  if (agency === null) return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`(${sql.ref(`${table}.audience`)} & ${sql.lit(agencyBit(agency))}) <> 0`;
}

/** Visible now: in the base scope, or shown by the given definition. */
export function visibleInFeed(
  builder: ExpressionBuilder<Tables, 'feed'>,
  scope: CallerScope,
  definition: ScopeDefinition,
): Expression<SqlBool> {
  const base = inAudience('feed', scope.agency);
  if (scope.agency === null || definition.length === 0) return base;
  const opened = builder
    .selectFrom('candidate')
    .select(sql.lit(1).as('one'))
    .whereRef('candidate.id', '=', 'feed.id')
    .where((candidate) => definitionPredicate(definition, candidate));
  return builder.or([base, builder.and([builder('feed.kind', '=', 'candidate'), builder.exists(opened)])]);
}
