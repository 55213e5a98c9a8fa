/**
 * The missions in memory: rows as the view gives them, their image, and what is derived of them: score and supply. A
 * change of a candidate, of a mission or of the day makes derived values of some professions stale; they are derived
 * again in slices (tables/desk-image.ts).
 */

import type { AlertState } from '../../../contract/domain/alert.ts';
import { alertShows } from '../../../contract/domain/alert.ts';
import type { Mission } from '../../../contract/domain/mission.ts';
import type { Score } from '../../../contract/domain/score.ts';
import { scoreOf, tensionOf } from '../../../contract/domain/score.ts';
import { missionFacts } from '../../../contract/national/facts/mission-facts.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import type { MissionTerms } from '../matching/mission-terms.ts';
import { missionTerms } from '../matching/mission-terms.ts';
import type { Relations } from '../matching/relations.ts';
import { CivilDays } from '../rows/civil-days.ts';
import { makeMissionImage } from '../rows/make-images.ts';
import { missionCells } from '../rows/mission-cells.ts';
import type { CandidateTable } from './candidate-table.ts';

export class MissionTable {
  readonly image: ColumnarImage = makeMissionImage();
  readonly rows = new Map<string, MissionViewRow>();
  readonly #relations: Relations;
  readonly #finess: ReadonlyMap<string, string>;
  readonly #days = new CivilDays();
  /** Remaining posts by département and profession. */
  readonly #posts = new Map<string, number>();

  /** @param finess identifiers of establishments, by id */
  constructor(relations: Relations, finess: ReadonlyMap<string, string>) {
    this.#relations = relations;
    this.#finess = finess;
  }

  /** An archived mission has left the tables (F63). */
  write(row: MissionViewRow, now: number): void {
    if (row.state === 'archived') {
      this.remove(row.id);
      return;
    }
    this.#countPosts(row.id, -1);
    this.rows.set(row.id, row);
    this.image.put(row.id, missionCells(row, now, this.#finess.get(row.establishmentId) ?? null, this.#days));
    this.#countPosts(row.id, 1);
  }

  remove(id: string): void {
    this.#countPosts(id, -1);
    this.rows.delete(id);
    this.image.remove(id);
  }

  /** As the rules of contract/domain see it. */
  facts(row: MissionViewRow): Mission {
    return missionFacts(row, this.#relations.poolsServing(row.establishmentId));
  }

  terms(row: MissionViewRow, candidates: CandidateTable, now: number): MissionTerms {
    const pairs = new Map<number, 'live' | 'refused'>();
    for (const [candidateId, pair] of this.#relations.pairsOf(row.id)) {
      const slot = candidates.image.slotOf(candidateId);
      if (slot !== undefined) pairs.set(slot, pair);
    }
    const { latitude, longitude } = row;
    return missionTerms(
      this.facts(row),
      {
        today: this.#days.of(row.agency, now),
        place: latitude === null || longitude === null ? null : { latitude, longitude },
        openings: this.#relations.openings,
        pairs,
      },
      candidates.terms,
    );
  }

  /** Null where the mission is not open. */
  score(row: MissionViewRow, candidates: CandidateTable, now: number): Score | null {
    const posts = this.#posts.get(postsKey(row)) ?? 0;
    return scoreOf(missionFacts(row), {
      today: this.#days.of(row.agency, now),
      postedOn: this.#days.of(row.agency, Date.parse(row.createdAt)),
      alertShows: alertShows(row.alert as AlertState | null),
      establishmentIsEhpad: row.establishmentFamily === 'ehpad',
      tension: tensionOf(posts, candidates.terms.freeIn(row.departement, row.profession)),
    });
  }

  /** Score and supply of one mission; no supply while people are being read, rather than none. @returns whether anything changed */
  derive(id: string, candidates: CandidateTable, now: number): boolean {
    const row = this.rows.get(id);
    const slot = this.image.slotOf(id);
    if (row === undefined || slot === undefined) return false;
    const supply = candidates.isRead ? candidates.supply.of(this.terms(row, candidates, now)) : UNKNOWN_SUPPLY;
    const score = this.score(row, candidates, now)?.points ?? 0;
    const changes = [
      this.image.set(slot, 'score', score),
      this.image.set(slot, 'supplyOwn', supply.own),
      this.image.set(slot, 'supplyOpened', supply.opened),
    ];
    return changes.includes(true);
  }

  #countPosts(id: string, sign: 1 | -1): void {
    const row = this.rows.get(id);
    const slot = this.image.slotOf(id);
    if (row === undefined || slot === undefined) return;
    const key = postsKey(row);
    const remaining = Number(this.image.column('remaining').read(slot) ?? 0);
    this.#posts.set(key, (this.#posts.get(key) ?? 0) + sign * remaining);
  }
}

const UNKNOWN_SUPPLY = { own: null, opened: null } as const;

const postsKey = ({ departement, profession }: MissionViewRow): string => `${departement} ${profession}`;
