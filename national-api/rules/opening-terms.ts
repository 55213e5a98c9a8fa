/** From what the national desk asks to the columns of an opening, or a refusal with a sentence (DOMAIN §6). */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import { UNLISTED_POOL } from '../../contract/domain/opening.ts';
import { parseSpecialty } from '../../contract/domain/specialty.ts';
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';
import { stateOfMission } from '../../contract/national/facts/mission-facts.ts';
import { openingColumnsOf } from '../../contract/national/facts/opening-columns.ts';
import type { OpeningColumns } from '../../contract/national/facts/opening-overlap.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

type Asked = CommandInput<'opening.create'>;

/** Both bounds are real days, in order, and the last is not already over. */
export function requireDays(from: CivilDate, until: CivilDate, today: CivilDate): void {
  if (!isCivilDate(from) || !isCivilDate(until) || until < from) {
    throw new CommandRefusal('opening-dates', "Les dates de l'ouverture ne se suivent pas : vérifiez début et fin.");
  }
  if (until < today) throw new CommandRefusal('opening-dates', "La fin de l'ouverture est déjà passée.");
}

function requirePools({ poolKinds, lenderAgencies, receiverAgency }: Asked): void {
  if (poolKinds.includes(UNLISTED_POOL)) {
    throw new CommandRefusal(
      'reserve-not-opened',
      "La Réserve sanitaire ne s'ouvre pas, ses membres n'étant pas listés : adressez-lui une demande.",
    );
  }
  if (lenderAgencies?.includes(receiverAgency)) {
    throw new CommandRefusal('lender-is-receiver', 'Une région ne se prête pas ses propres viviers.');
  }
  if (poolKinds.includes('student-reserve') && lenderAgencies === null) {
    throw new CommandRefusal(
      'students-need-lenders',
      'Pour ouvrir une réserve étudiante, nommez les ARS prêteuses : chacune doit donner son accord.',
    );
  }
}

/** Territorial pools serve their members only, unless the support EHPAD agrees (DOMAIN §6). */
async function requireOpenPlatforms(work: UnitOfWork, { poolKinds, lenderAgencies }: Asked): Promise<void> {
  if (!poolKinds.includes('territorial')) return;
  const closed = await work.writer
    .selectFrom('pool')
    .select('name')
    .where('kind', '=', 'territorial')
    .where('openToAll', '=', 0)
    .$if(lenderAgencies !== null, (query) => query.where('agency', 'in', lenderAgencies ?? []))
    .orderBy('name')
    .limit(1)
    .executeTakeFirst();
  if (closed === undefined) return;
  throw new CommandRefusal(
    'territorial-pool-closed',
    `La plateforme « ${closed.name} » ne sert que ses membres : son EHPAD support doit d'abord accepter de l'ouvrir.`,
  );
}

/** Read without their locks: a mission that closes meanwhile only makes its opening useless. */
async function requireMissions(work: UnitOfWork, { receiverMissions, receiverAgency }: Asked): Promise<void> {
  if (receiverMissions === null) return;
  await work.load('mission', receiverMissions);
  for (const id of receiverMissions) {
    const mission = await work.get('mission', id);
    if (mission === null || mission.agency !== receiverAgency) {
      throw new CommandRefusal('unknown-mission', "Une des missions n'existe pas dans la région qui reçoit.");
    }
    if (stateOfMission(mission, work.now) !== 'open') {
      throw new CommandRefusal('mission-not-open', "Une des missions n'est plus ouverte : retirez-la de la liste.");
    }
  }
}

function specialtiesOf({ specialties }: Asked): readonly string[] {
  return specialties.map((specialty) => {
    const read = parseSpecialty(specialty);
    if (!read.ok) throw new CommandRefusal('unknown-specialty', read.message);
    return read.value;
  });
}

/** @param today the civil date where the receiving agency lives */
export async function readOpeningTerms(work: UnitOfWork, asked: Asked, today: CivilDate): Promise<OpeningColumns> {
  requireDays(asked.fromDate, asked.untilDate, today);
  requirePools(asked);
  await requireOpenPlatforms(work, asked);
  if (asked.receiverMissions?.length === 0) {
    throw new CommandRefusal('unknown-mission', 'Nommez au moins une mission, ou toute la région.');
  }
  await requireMissions(work, asked);
  return openingColumnsOf({ ...asked, specialties: [...specialtiesOf(asked)] });
}
