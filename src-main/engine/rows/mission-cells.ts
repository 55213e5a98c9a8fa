/** What the queue shows of a mission, today where its agency lives; score and supply come from matching. */
import { daysBetween } from '../../../contract/domain/civil-date.ts';
import { missionState, remainingPosts } from '../../../contract/domain/mission.ts';
import { missionFacts } from '../../../contract/national/facts/mission-facts.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import type { Cell } from '../image/compare-values.ts';
import type { CivilDays } from './civil-days.ts';

/** @param now milliseconds since 1970 @param finess the establishment's identifiers, for free search */
export function missionCells(
  row: MissionViewRow,
  now: number,
  finess: string | null,
  days: CivilDays,
): Record<string, Cell> {
  const today = days.of(row.agency, now);
  const facts = missionFacts(row);
  return {
    agency: row.agency,
    establishmentName: row.establishmentName,
    postalCode: row.postalCode,
    headcount: row.headcount,
    profession: row.profession,
    specialty: row.specialty,
    startDate: row.startDate,
    endDate: row.endDate,
    ehpad: row.ehpad,
    intensiveCare: row.intensiveCare,
    vehicle: row.vehicle,
    weekend: row.weekend,
    alert: row.alert,
    accepted: row.accepted,
    remaining: remainingPosts(facts, today),
    missionState: missionState(facts, today),
    departement: row.departement,
    city: row.city,
    establishmentFamily: row.establishmentFamily,
    vaccinationHelp: row.vaccinationHelp,
    priority: row.priority,
    deferredUntil: row.deferredUntil,
    regulatorName: row.regulatorName,
    note: row.note,
    ageDays: Math.max(0, daysBetween(days.of(row.agency, Date.parse(row.createdAt)), today)),
    daysToStart: daysBetween(today, row.startDate),
    contacted: row.contacted,
    proposed: row.proposed,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    hasOpenIntent: row.hasOpenIntent,
    hasConflict: row.hasConflict,
    establishmentId: row.establishmentId,
    finess,
  };
}
