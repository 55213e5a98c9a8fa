/** Pools, openings and engaging proposals, held for matching and read again when they change. */
import type { CivilRange } from '../../../contract/domain/civil-date.ts';
import type { Opening } from '../../../contract/domain/opening.ts';
import type { ProposalState } from '../../../contract/domain/proposal.ts';
import { isLive } from '../../../contract/domain/proposal.ts';
import { poolServes } from '../../../contract/national/facts/candidate-facts.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { promisedDays } from '../../../contract/national/facts/promised-days.ts';
import type { OpeningRow, PoolRow } from '../../../contract/national/rows/regulation-rows.ts';
import type { EngagingProposal } from '../../store/queries/read-relations.ts';
import { createPoolReader } from './pool-terms.ts';

export class Relations {
  #pools = new Map<string, PoolRow>();
  #territorialPools: readonly PoolRow[] = [];
  #serving = new Map<string, readonly string[]>();
  #openings: readonly Opening[] = [];
  readonly #proposals = new Map<string, EngagingProposal>();
  readonly #byMission = new Map<string, Set<string>>();
  readonly #byCandidate = new Map<string, Set<string>>();
  readPool = createPoolReader((id) => this.#pools.get(id));

  get openings(): readonly Opening[] {
    return this.#openings;
  }

  setPools(pools: readonly PoolRow[]): void {
    this.#pools = new Map(pools.map((pool) => [pool.id, pool]));
    this.#serving = new Map();
    this.#territorialPools = pools.filter(({ kind }) => kind === 'territorial');
    this.readPool = createPoolReader((id) => this.#pools.get(id));
  }

  setOpenings(rows: readonly OpeningRow[]): void {
    this.#openings = rows.map(openingFacts);
  }

  pool(id: string): PoolRow | undefined {
    return this.#pools.get(id);
  }

  /** Territorial pools that serve an establishment. */
  poolsServing(establishmentId: string): readonly string[] {
    const known = this.#serving.get(establishmentId);
    if (known !== undefined) return known;
    const serving = this.#territorialPools.filter((pool) => poolServes(pool, establishmentId)).map(({ id }) => id);
    this.#serving.set(establishmentId, serving);
    return serving;
  }

  /** @returns the missions and the people whose relations changed */
  setProposals(ids: Iterable<string>, proposals: readonly EngagingProposal[]): EngagingProposal[] {
    const changed: EngagingProposal[] = [];
    for (const id of ids) {
      const known = this.#proposals.get(id);
      if (known === undefined) continue;
      changed.push(known);
      this.#proposals.delete(id);
      this.#byMission.get(known.missionId)?.delete(id);
      this.#byCandidate.get(known.candidateId)?.delete(id);
    }
    for (const proposal of proposals) {
      this.#proposals.set(proposal.id, proposal);
      addTo(this.#byMission, proposal.missionId, proposal.id);
      addTo(this.#byCandidate, proposal.candidateId, proposal.id);
      changed.push(proposal);
    }
    return changed;
  }

  replaceProposals(proposals: readonly EngagingProposal[]): void {
    this.#proposals.clear();
    this.#byMission.clear();
    this.#byCandidate.clear();
    this.setProposals([], proposals);
  }

  /** What already happened between a mission and people: live wins over refused. */
  pairsOf(missionId: string): ReadonlyMap<string, 'live' | 'refused'> {
    const pairs = new Map<string, 'live' | 'refused'>();
    for (const { candidateId, state } of this.#listed(this.#byMission.get(missionId))) {
      if (isLive(state as ProposalState)) pairs.set(candidateId, 'live');
      else if (state === 'refused' && !pairs.has(candidateId)) pairs.set(candidateId, 'refused');
    }
    return pairs;
  }

  /** Days that a person already promised (DOMAIN §3). */
  promisedBy(candidateId: string, now: number): readonly CivilRange[] {
    const proposals = this.#listed(this.#byCandidate.get(candidateId));
    return proposals.length === 0 ? NONE : promisedDays(proposals, now);
  }

  #listed(ids: ReadonlySet<string> | undefined): EngagingProposal[] {
    if (ids === undefined) return [];
    return [...ids].map((id) => this.#proposals.get(id)).filter((proposal) => proposal !== undefined);
  }
}

const NONE: readonly CivilRange[] = [];

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([id]));
  else known.add(id);
}
