/** The pools of DOMAIN §6: three in each region, one for the nation, one platform for each département of Nouvelle-Aquitaine. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { AGENCIES, agencyOf } from '../../contract/domain/geography/agency.ts';
import { departementName } from '../../contract/domain/geography/departement.ts';
import type { PoolKind } from '../../contract/domain/pool.ts';
import { POOL_KINDS, POOL_LABELS } from '../../contract/domain/pool.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import type { Requester } from './make-establishments.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';

const NEW_AQUITAINE: AgencyCode = 1;
const REGIONAL_KINDS = ['regional-volunteers', 'student-reserve', 'professional-reserve'] as const;
const MEMBER_CATEGORIES = new Set(['500', '354', 'spasad']);
const MEMBER_SHARE = 0.7;

export interface Pools {
  /** The pool of a kind in a region; the national ones whatever the region. */
  find(kind: PoolKind, agency: AgencyCode | null, departement?: string): Stored<'pool'> | null;
  /** Territorial pools that serve an establishment. */
  serving(establishmentId: string): readonly string[];
}

const bitOf = (kind: PoolKind): number => 1 << POOL_KINDS.indexOf(kind);

/** The mask of several kinds of pools, as rows store it. */
export function poolMask(kinds: readonly PoolKind[]): number {
  return kinds.reduce((mask, kind) => mask | bitOf(kind), 0);
}

export function makePools(context: NationContext, draft: NationDraft, requesters: readonly Requester[]): Pools {
  const random = context.stream('pools');
  const createdAt = context.day.hoursAgo(110 * 24);
  const pools = new Map<string, Stored<'pool'>>();
  const served = new Map<string, string[]>();

  function add(
    kind: PoolKind,
    name: string,
    agency: AgencyCode | null,
    more: { departement?: string; support?: string; members?: readonly string[]; openToAll?: boolean } = {},
  ): void {
    const id = random.id(Date.parse(createdAt));
    for (const member of more.members ?? []) served.set(member, [...(served.get(member) ?? []), id]);
    const pool = {
      id,
      version: 1,
      kind,
      name,
      agency,
      departement: more.departement ?? null,
      supportEstablishmentId: more.support ?? null,
      memberEstablishments: JSON.stringify(more.members ?? []),
      openToAll: more.openToAll === true ? (1 as const) : (0 as const),
      updatedAt: createdAt,
    };
    draft.rows.pool.push(pool);
    pools.set(`${kind}:${agency ?? ''}:${more.departement ?? ''}`, pool);
  }

  for (const { code, name } of AGENCIES) {
    for (const kind of REGIONAL_KINDS) add(kind, `${POOL_LABELS[kind]} – ${name}`, code);
  }
  add('national-volunteers', POOL_LABELS['national-volunteers'], null);
  // Its members are never listed: the pool has a name and no candidate (DOMAIN §6).
  add('reserve-sanitaire', POOL_LABELS['reserve-sanitaire'], null);
  for (const departement of agencyOf(NEW_AQUITAINE).departements) {
    const eligible = requesters.filter(
      (one) => one.departement === departement && MEMBER_CATEGORIES.has(one.establishment.category),
    );
    const support = eligible.find(({ establishment }) => establishment.category === '500');
    const members = eligible.filter((one) => one === support || random.chance(MEMBER_SHARE));
    add('territorial', `Plateforme de solidarité – ${departementName(departement)}`, NEW_AQUITAINE, {
      departement,
      ...(support === undefined ? {} : { support: support.establishment.id }),
      members: members.map(({ establishment }) => establishment.id),
    });
  }
  return {
    find(kind, agency, departement) {
      const national = kind === 'national-volunteers' || kind === 'reserve-sanitaire';
      const place = kind === 'territorial' ? (departement ?? '') : '';
      return pools.get(`${kind}:${national ? '' : (agency ?? '')}:${place}`) ?? null;
    },
    serving: (establishmentId) => served.get(establishmentId) ?? [],
  };
}
