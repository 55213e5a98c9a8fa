/** The candidates in memory: the image for tables, and the terms for matching, slot by slot the same people. */
import type { CandidateViewRow } from '../../store/views/view-rows.ts';
import type { ColumnarImage } from '../image/columnar-image.ts';
import { CandidateTerms } from '../matching/candidate-terms.ts';
import type { Relations } from '../matching/relations.ts';
import { SupplyCounter } from '../matching/supply.ts';
import { candidateCells, engagedAt, engagedHours } from '../rows/candidate-cells.ts';
import { makeCandidateImage } from '../rows/make-images.ts';

/** Ages are told in hours: looked at again so often. */
const AGE_EVERY = 10 * 60_000;

export class CandidateTable {
  readonly image: ColumnarImage = makeCandidateImage();
  readonly terms = new CandidateTerms();
  readonly supply = new SupplyCounter(this.terms);
  /** False until everybody was read once: nobody knows before then who could go to a mission. */
  isRead = false;
  readonly #relations: Relations;
  /** Since when each waiting person waits. */
  readonly #engagedAt = new Map<number, number>();
  #agedAt = 0;

  constructor(relations: Relations) {
    this.#relations = relations;
  }

  /** Makes room for so many people at once. */
  reserve(people: number): void {
    this.image.reserve(people);
    this.terms.reserve(people);
  }

  /** A person merged into another is shown no more. */
  write(row: CandidateViewRow, now: number): void {
    if (row.mergedInto !== null) {
      this.remove(row.id);
      return;
    }
    const slot = this.image.put(row.id, candidateCells(row, now));
    const pools = this.#relations.readPool(row.pools, row.poolKinds);
    this.terms.write(slot, row, pools, this.#relations.promisedBy(row.id, now));
    const since = engagedAt(row);
    if (since === null) this.#engagedAt.delete(slot);
    else this.#engagedAt.set(slot, since);
  }

  remove(id: string): void {
    const slot = this.image.slotOf(id);
    if (slot === undefined) return;
    this.terms.clear(slot);
    this.#engagedAt.delete(slot);
    this.image.remove(id);
  }

  /** Null when the person is not here. */
  professionOf(id: string): string | null {
    const slot = this.image.slotOf(id);
    return slot === undefined ? null : String(this.image.column('profession').read(slot));
  }

  /** Brings the ages up to now, when they are old. */
  age(now: number): void {
    if (Math.abs(now - this.#agedAt) < AGE_EVERY) return;
    this.#agedAt = now;
    for (const [slot, since] of this.#engagedAt) this.image.set(slot, 'engagedHours', engagedHours(since, now));
  }
}
