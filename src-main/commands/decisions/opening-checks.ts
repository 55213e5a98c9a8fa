/** Why an opening cannot be made as it is asked, in French: the service's own refusals, told before the commit (DOMAIN §6). */
import { isCivilDate } from '../../../contract/domain/civil-date.ts';
import { UNLISTED_POOL } from '../../../contract/domain/opening.ts';
import { POOL_LABELS } from '../../../contract/domain/pool.ts';
import { PROFESSIONS } from '../../../contract/domain/profession.ts';
import { parseSpecialty } from '../../../contract/domain/specialty.ts';
import type { CommandInput } from '../../../contract/national/commands/command-inputs.ts';
import { stateOfMission } from '../../../contract/national/facts/mission-facts.ts';
import type { OpeningColumns } from '../../../contract/national/facts/opening-overlap.ts';
import { openingsContradict, openingsOverlap } from '../../../contract/national/facts/opening-overlap.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { missionsById, readPools } from '../../store/queries/decision-rows.ts';
import { readOpeningView } from '../../store/queries/opening-rows.ts';
import type { Store } from '../../store/store.ts';
import { openingLabel } from './opening-words.ts';

type Asked = CommandInput<'opening.create'>;

export function daysRefusals(from: string, until: string, today: string): readonly string[] {
  if (!isCivilDate(from) || !isCivilDate(until) || until < from) {
    return ["Les dates de l'ouverture ne se suivent pas : vérifiez début et fin."];
  }
  return until < today ? ["La fin de l'ouverture est déjà passée."] : [];
}

function poolRefusals(store: Store, { poolKinds, lenderAgencies, receiverAgency }: Asked): readonly string[] {
  const refusals: string[] = [];
  if (poolKinds.includes(UNLISTED_POOL)) {
    refusals.push("La Réserve sanitaire ne s'ouvre pas, ses membres n'étant pas listés : adressez-lui une demande.");
  }
  if (lenderAgencies?.includes(receiverAgency)) refusals.push('Une région ne se prête pas ses propres viviers.');
  if (poolKinds.includes('student-reserve') && lenderAgencies === null) {
    refusals.push('Pour ouvrir une réserve étudiante, nommez les ARS prêteuses : chacune doit donner son accord.');
  }
  if (!poolKinds.includes('territorial')) return refusals;
  const closed = [...readPools(store).values()].filter(
    ({ kind, openToAll, agency }) =>
      kind === 'territorial' &&
      openToAll === 0 &&
      (lenderAgencies === null || (agency !== null && lenderAgencies.includes(agency))),
  );
  const [first] = closed.toSorted((left, right) => left.name.localeCompare(right.name, 'fr'));
  if (first === undefined) return refusals;
  const more = closed.length > 1 ? ` (et ${closed.length - 1} de plus)` : '';
  return [
    ...refusals,
    `${POOL_LABELS.territorial} « ${first.name} »${more} : elle ne sert que ses membres, son EHPAD support doit d'abord accepter de l'ouvrir.`,
  ];
}

function missionRefusals(store: Store, { receiverMissions, receiverAgency }: Asked, now: number): readonly string[] {
  if (receiverMissions === null) return [];
  const missions = missionsById(store, receiverMissions);
  const strangers = receiverMissions.filter((id) => missions.get(id)?.agency !== receiverAgency).length;
  const over = receiverMissions.filter((id) => {
    const mission = missions.get(id);
    return mission !== undefined && stateOfMission(mission, now) !== 'open';
  }).length;
  return [
    ...(strangers > 0 ? ["Une des missions n'existe pas dans la région qui reçoit."] : []),
    ...(over > 0 ? ["Une des missions n'est plus ouverte : retirez-la de la liste."] : []),
  ];
}

/** Openings that live and say the same, or the contrary; each named with what to do. */
export function besideRefusals(store: Store, terms: OpeningColumns, itself: string): readonly string[] {
  return readOpeningView(store)
    .filter(({ id, state }) => id !== itself && state !== 'closed')
    .flatMap((other) => {
      const named = `« ${openingLabel(other)} » (${other.reason})`;
      if (openingsOverlap(terms, other)) {
        return [`L'ouverture ${named} couvre déjà les mêmes personnes aux mêmes dates : ajustez-la ou fermez-la.`];
      }
      return openingsContradict(terms, other)
        ? [`L'ouverture ${named} est en sens inverse : ces régions se prêteraient les mêmes professions.`]
        : [];
    });
}

/** Every refusal at once, so that nobody mends one to meet the next. */
export function createRefusals(store: Store, asked: Asked, columns: OpeningColumns, now: number): readonly string[] {
  const unknown = asked.professions.filter((code) => !PROFESSIONS.some((known) => known.code === code));
  const odd = asked.specialties.filter((code) => !parseSpecialty(code).ok);
  return [
    ...daysRefusals(asked.fromDate, asked.untilDate, todayOf(asked.receiverAgency, now)),
    ...poolRefusals(store, asked),
    ...missionRefusals(store, asked, now),
    ...(unknown.length > 0 ? ['Une des professions ne figure pas dans la liste.'] : []),
    ...(odd.length > 0 ? ['Une des spécialités ne figure pas dans la liste.'] : []),
    ...besideRefusals(store, columns, ''),
  ];
}
