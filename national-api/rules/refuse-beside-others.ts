/** Compares an opening with those that live: refused when one of them already says the same, or the contrary. */
import type { OpeningColumns } from '../../contract/national/facts/opening-overlap.ts';
import { openingsContradict, openingsOverlap } from '../../contract/national/facts/opening-overlap.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

/**
 * The caller holds the locks of the receiver's agency and of the named lenders': nobody opens between these regions
 * meanwhile.
 *
 * @param itself the opening's own id, which is no obstacle to its own adjustment
 * @throws CommandRefusal 'opening-overlaps' | 'opening-contradicts'
 */
export async function refuseBesideOthers(work: UnitOfWork, terms: OpeningColumns, itself: string): Promise<void> {
  const others = await work.writer
    .selectFrom('opening')
    .selectAll()
    .where('state', '!=', 'closed')
    .where('id', '!=', itself)
    .orderBy('id')
    .execute();
  for (const other of work.adopt('opening', others)) {
    if (openingsOverlap(terms, other)) {
      throw new CommandRefusal(
        'opening-overlaps',
        `Une ouverture de ${other.authorName} (« ${other.reason} ») couvre déjà les mêmes personnes pour ce receveur à ces dates : ajustez-la ou fermez-la.`,
      );
    }
    if (openingsContradict(terms, other)) {
      throw new CommandRefusal(
        'opening-contradicts',
        `Une ouverture en sens inverse est en cours (« ${other.reason} ») : ces deux régions se prêteraient les mêmes professions aux mêmes dates.`,
      );
    }
  }
}
