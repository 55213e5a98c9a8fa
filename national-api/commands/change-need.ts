/**
 * A need changes: the establishment, its ARS or the CCS. n never goes below k; dates never move onto another assignment
 * of a person already recruited, and those people are told; a need that is filled by the change frees whoever waits
 * (DOMAIN §2.2, §4.7).
 */
import { formatCivilDate, rangesOverlap } from '../../contract/domain/civil-date.ts';
import { mayWant } from '../../contract/domain/mission.ts';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import { stateOfMission } from '../../contract/national/facts/mission-facts.ts';
import { promisedDays } from '../../contract/national/facts/promised-days.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import type { Act } from '../rules/act.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { assignmentDates } from '../rules/assignment-dates.ts';
import { findMission } from '../rules/find-subject.ts';
import { missionAndAssignedKeys } from '../rules/footprints.ts';
import { needColumns, requireSaneNeed } from '../rules/mission-need.ts';
import { touch } from '../rules/move-proposal.ts';
import { sayMissionState } from '../rules/pair-walls.ts';
import { missionWords } from '../rules/parties.ts';
import { assignmentsOfMission, proposalsOfCandidate } from '../rules/proposals-of.ts';
import { requireVersion } from '../rules/require-version.ts';
import { settle } from '../rules/settle.ts';
import { tellCandidate } from '../rules/tell-candidate.ts';

type Mission = Stored<'mission'>;

function requirePossible(mission: Mission, need: MissionNeed, now: number): void {
  const state = stateOfMission(mission, now);
  if (state === 'ended' || state === 'closed' || state === 'archived') {
    throw new CommandRefusal('mission-not-open', `${sayMissionState(mission, now)} Déposez un nouveau besoin.`);
  }
  requireSaneNeed(need, todayOf(mission.agency, now));
  if (!mayWant(need.headcount, mission.accepted)) {
    throw new CommandRefusal(
      'below-recruited',
      `${mission.accepted} personnes sont déjà affectées : le nombre demandé ne peut pas être inférieur.`,
    );
  }
  const engaged = mission.accepted + mission.contacted + mission.proposed > 0;
  if (engaged && need.profession !== mission.profession) {
    throw new CommandRefusal(
      'profession-engaged',
      'Des personnes sont proposées, contactées ou affectées : la profession ne change plus. Déposez un nouveau besoin.',
    );
  }
}

/** Moves one assignment with its mission's dates, unless another one of the same person stands in the way. */
async function moveAssignment(act: Act, mission: Mission, assignment: Stored<'proposal'>): Promise<void> {
  const { work } = act;
  const acceptedAt = assignment.decidedAt === null ? work.now : Date.parse(assignment.decidedAt);
  const dates = assignmentDates(mission, acceptedAt);
  if (dates.startDate === assignment.startDate && dates.endDate === assignment.endDate) return;
  const proposals = await proposalsOfCandidate(work, assignment.candidateId);
  const others = promisedDays(
    proposals.filter(({ id }) => id !== assignment.id),
    work.now,
  );
  if (others.some((other) => rangesOverlap(other, { from: dates.startDate, until: dates.endDate }))) {
    throw new CommandRefusal(
      'overlapping-assignment',
      `Une personne affectée à cette mission l'est aussi ailleurs entre le ${formatCivilDate(dates.startDate)} et le ${formatCivilDate(dates.endDate)}.`,
    );
  }
  const moved = await work.update('proposal', assignment, dates);
  journalEffect(act, {
    kind: 'assignment.move',
    subjectKind: 'proposal',
    subjectId: assignment.id,
    subjectAgency: mission.agency,
    before: { startDate: assignment.startDate, endDate: assignment.endDate },
    after: dates,
  });
  touch(act, moved);
  const { establishment, profession } = missionWords(mission);
  await tellCandidate(act, 'assignment-dates-changed', moved, {
    establishment,
    profession,
    startDate: formatCivilDate(dates.startDate),
    endDate: formatCivilDate(dates.endDate),
  });
}

export const changeNeed: CommandHandler<'mission.change-need'> = {
  kind: 'mission.change-need',
  footprint: (reader, { subject }) => missionAndAssignedKeys(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const { need } = command.input;
    const mission = await findMission(work, command.subject);
    const { agency, departement, establishmentId } = mission;
    requireRight(actor, 'change-mission', { agency, departement, establishmentId });
    await requireVersion(work, 'mission', mission, command.version);
    requirePossible(mission, need, work.now);
    const act = actOf(context);
    const columns = needColumns(need);
    const changed = await work.update('mission', mission, columns);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'mission',
      subjectId: mission.id,
      subjectAgency: agency,
      before: Object.fromEntries(Object.keys(columns).map((name) => [name, mission[name as keyof Mission]])),
      after: columns,
    });
    for (const assignment of await assignmentsOfMission(work, mission.id)) {
      await moveAssignment(act, changed, assignment);
    }
    act.touched.missions.add(mission.id);
    await settle(act);
  },
};
