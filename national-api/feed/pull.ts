/**
 * What a workstation asks after its first transfer: everything that changed since its cursor, in its scope
 * (ARCHITECTURE §6; drawing in contract/national/feed.ts).
 */
import { z } from 'zod';
import type { FeedPage, feedQuerySchema } from '../../contract/national/feed.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';
import { readHead } from '../kernel/seal.ts';
import { callerScope } from './caller-scope.ts';
import { readFeedPage } from './feed-page.ts';
import { FeedRefusal } from './feed-refusal.ts';
import { readResume, writeResume } from './resume-token.ts';
import { readDifference } from './scope-difference.ts';
import { currentScope, scopeAtVersion } from './scope-versions.ts';

export type FeedQuery = z.infer<typeof feedQuerySchema>;

/** A difference under way: the version it goes to, whatever opens meanwhile, and the last id told. */
const resumeSchema = z.strictObject({ target: z.int().min(1), beyond: z.string().max(64) });

/**
 * One page, read on one unmoving view: rows, tombstones, head and scope version belong together.
 *
 * @throws FeedRefusal — all but 'unknown-resume' mean: start again with a first transfer
 * @example
 * let cursor = { after: 0, scopeVersion: 0 };
 * for (;;) {
 *   const page = await pull(ground, principal, { ...cursor, limit: 2000 });
 *   cursor = { after: page.after, scopeVersion: page.scopeVersion };
 *   if (!page.more) break;
 * }
 */
export async function pull(ground: Ground, principal: Principal, query: FeedQuery): Promise<FeedPage> {
  const scope = callerScope(principal);
  if (query.scope !== undefined && query.scope !== scope.id) throw new FeedRefusal('scope-changed');
  return ground.database.snapshot(async (reader) => {
    const head = await readHead(reader);
    if (query.after > head) throw new FeedRefusal('cursor-ahead');
    const current = await currentScope(reader, scope.id);
    const held = await scopeAtVersion(reader, scope.id, query.scopeVersion);
    if (held === null) throw new FeedRefusal('unknown-scope-version');
    const common = { scope: scope.id, head, at: isoInstant(ground.clock()) };

    if (scope.agency !== null && held.version < current.version) {
      const resumed = query.resume === undefined ? null : readResume(resumeSchema, query.resume);
      const target = resumed?.target ?? current.version;
      if (target <= held.version || target > current.version) throw new FeedRefusal('unknown-resume');
      const { entries, beyond } = await readDifference(reader, {
        scope: scope.id,
        agency: scope.agency,
        from: held.version,
        target,
        after: query.after,
        beyond: resumed?.beyond ?? '',
        limit: query.limit,
      });
      return {
        ...common,
        phase: 'difference',
        entries: [...entries],
        after: query.after,
        scopeVersion: beyond === null ? target : held.version,
        resume: beyond === null ? null : writeResume({ target, beyond }),
        more: true,
      };
    }

    if (query.resume !== undefined) throw new FeedRefusal('unknown-resume');
    const page = await readFeedPage(reader, scope, current.definition, {
      after: query.after,
      limit: query.limit,
      head,
    });
    return { ...common, phase: 'feed', ...page, scopeVersion: held.version, resume: null };
  });
}
