/** Whose eyes the feed is filtered by: one agency's, or the nation's (DOMAIN §9, rights of sight). */
import { scopeOf } from '../../contract/domain/right.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { FeedRefusal } from './feed-refusal.ts';
import { NATION_SCOPE, scopeOfAgency } from './scope-versions.ts';

export interface CallerScope {
  /** 'agency:6' or 'nation'. */
  readonly id: string;
  /** 1..18; null sees everything and has no scope versions. */
  readonly agency: number | null;
}

/**
 * The scope through which a principal sees the feed.
 *
 * @throws FeedRefusal 'no-right' for establishments, candidates and administrators, who see no nominative feed
 * @example callerScope(regulatorOfGrandEst) // { id: 'agency:6', agency: 6 }
 */
export function callerScope(principal: Principal): CallerScope {
  const reach = principal.role === 'system' ? null : scopeOf('see-candidates', principal.role);
  const { agency } = principal;
  if (reach === 'nation' || (reach === 'mandate' && agency === null)) return { id: NATION_SCOPE, agency: null };
  if ((reach === 'own-region-and-opened' || reach === 'mandate') && agency !== null) {
    return { id: scopeOfAgency(agency), agency };
  }
  throw new FeedRefusal('no-right');
}
