/** Why the list of a mission is as it is: nobody matches, crisis mode hides those who do, or rows still arrive (F100, D10). */
import type { z } from 'zod';
import type { supplySchema } from '../../../contract/app/sheets.ts';
import { isCivilDate } from '../../../contract/domain/civil-date.ts';
import type { CrisisMode, DirectAccessGrant } from '../../../contract/domain/crisis-mode.ts';
import { directAccess } from '../../../contract/domain/crisis-mode.ts';
import { isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import type { EstablishmentId, MissionId } from '../../../contract/domain/identity.ts';
import type { ProfessionCode } from '../../../contract/domain/profession.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { failure } from '../../rpc/failure.ts';
import { readCrisisModes, readDirectAccess } from '../../store/queries/read-sheets.ts';
import type { Store } from '../../store/store.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { OpenDesk } from '../open-desk.ts';
import { relaxations } from './near-miss.ts';

type Supply = z.infer<typeof supplySchema>;

/** Crisis modes as screens show them: a switch that waits counts already. */
function crisisModes(store: Store): CrisisMode[] {
  return readCrisisModes(store).flatMap(({ agency, profession, active }) =>
    active === 1 && isAgencyCode(agency)
      ? [{ agency, professions: profession === null ? 'all' : [profession as ProfessionCode] }]
      : [],
  );
}

function grants(store: Store): DirectAccessGrant[] {
  return readDirectAccess(store).flatMap(({ agency, establishmentId, missionId, at, untilDate }) => {
    if (!isAgencyCode(agency) || !isCivilDate(untilDate)) return [];
    const target: DirectAccessGrant['target'] =
      missionId === null
        ? { kind: 'establishment', establishmentId: (establishmentId ?? '') as EstablishmentId }
        : { kind: 'mission', missionId: missionId as MissionId };
    return [{ agency, target, from: todayOf(agency, Date.parse(at)), until: untilDate }];
  });
}

/** Would the establishment see a free person of its own region by itself? */
function isHidden({ store, image }: OpenDesk, row: MissionViewRow): boolean {
  const { agency } = row;
  if (!isAgencyCode(agency)) return false;
  const anybody = {
    ...{ agency, profession: row.profession as ProfessionCode },
    ...{ availability: 'available' as const, engagement: 'none' as const },
  };
  const facts = image.missions.facts(row);
  const access = directAccess(facts, anybody, crisisModes(store), grants(store), todayOf(agency, image.now));
  return !access.allowed && access.reason === 'mission-agency-in-crisis';
}

/** @throws the failure 'not-found' when the mission is not on this workstation */
export function missionSupply(desk: OpenDesk, missionId: string): Supply {
  const { image } = desk;
  const row = image.missions.rows.get(missionId);
  if (row === undefined) throw failure('not-found');
  const terms = image.missions.terms(row, image.candidates, image.now);
  const { matching, walls } = relaxations(terms, image.candidates.terms);
  const inCrisis = isHidden(desk, row);
  const situation = (): Supply['situation'] => {
    if (matching === 0) return image.isComplete('candidate') ? 'none-match' : 'loading';
    return inCrisis && row.proposed + row.contacted + row.accepted === 0 ? 'crisis-hides' : 'some';
  };
  return { revision: image.revision, situation: situation(), inCrisis, walls };
}
