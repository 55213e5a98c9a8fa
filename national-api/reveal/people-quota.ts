/** Distinct people whom one person may look at in a day: bulk look-ups are how cohorts leak (TRUST S45, result 10). */
import { MILLISECONDS_PER_HOUR } from '../../contract/domain/instant.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import { isoInstant } from '../kernel/ground.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

const DAY = 24 * MILLISECONDS_PER_HOUR;

/**
 * Counts over the last 24 hours, on every instance; somebody already seen in that time costs nothing.
 *
 * @throws CommandRefusal 'people-quota-reached'
 */
export async function requirePeopleQuota(
  work: UnitOfWork,
  actor: Principal,
  candidateId: string,
  peoplePerDay: number,
): Promise<void> {
  const shown = work.writer
    .selectFrom('readJournal')
    .where('actorId', '=', actor.personId)
    .where('at', '>', isoInstant(work.now - DAY))
    .where('what', 'in', ['contact', 'document'])
    .where('result', '=', 'shown');
  const seen = await shown.select('subjectId').where('subjectId', '=', candidateId).limit(1).executeTakeFirst();
  if (seen) return;
  const { people } = await shown
    .select((select) => select.fn.count<number>('subjectId').distinct().as('people'))
    .executeTakeFirstOrThrow();
  if (Number(people) < peoplePerDay) return;
  throw new CommandRefusal(
    'people-quota-reached',
    `Vous avez consulté ${peoplePerDay} personnes en 24 heures : le quota est atteint, adressez-vous à votre responsable.`,
  );
}
