/** Missions that end soon, and people who came back from one and may be asked again (UX 6; F79, F82). */
import type { TableRow } from '../../../contract/app/table-query.ts';
import { addDays, daysBetween } from '../../../contract/domain/civil-date.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { EndingAssignment } from '../../store/queries/return-rows.ts';
import { readEndingAssignments, readPeople } from '../../store/queries/return-rows.ts';
import type { CandidateViewRow } from '../../store/views/view-rows.ts';
import type { OpenDesk } from '../open-desk.ts';
import { statusOf } from '../rows/candidate-cells.ts';

/** An assignment that lasts holds its person; one that is over matters once nothing holds the person any more. */
function situationOf({ state }: EndingAssignment, person: CandidateViewRow): 'ending' | 'returned' | null {
  if (person.mergedInto !== null) return null;
  if (state === 'accepted') return person.engagement === 'assigned' ? 'ending' : null;
  return person.engagement === 'none' ? 'returned' : null;
}

function returnRow(assignment: EndingAssignment, person: CandidateViewRow, today: string): TableRow | null {
  const situation = situationOf(assignment, person);
  if (situation === null) return null;
  const { endDate, establishmentName, state } = assignment;
  const { id, lastName, firstName, profession, departement, verification, hasOpenIntent, hasConflict } = person;
  return {
    ...{ id, situation, days: daysBetween(today, endDate), endDate, lastName, firstName, profession, departement },
    ...{ establishmentName, ended: state, status: statusOf(person), availableUntil: person.endDate },
    ...{ verification, hasOpenIntent, hasConflict },
  };
}

/** @param days ahead for missions that end, back for returns */
export function returnList({ store, image, person }: Pick<OpenDesk, 'store' | 'image' | 'person'>, days: number) {
  const today = todayOf(person()?.agency ?? null, image.now);
  const assignments = readEndingAssignments(store, addDays(today, -days), addDays(today, days));
  // The latest of each person: an earlier one says nothing of where they are now.
  const latest = new Map(assignments.map((assignment) => [assignment.candidateId, assignment]));
  const people = readPeople(store, [...latest.keys()]);
  const rows = [...latest.values()].flatMap((assignment) => {
    const who = people.get(assignment.candidateId);
    const row = who === undefined ? null : returnRow(assignment, who, today);
    return row === null ? [] : [row];
  });
  return { revision: store.revision, complete: image.isComplete('candidate'), today, rows };
}
