/** Volunteers by place and profession, and what already holds each of them while the past is written. */
import type { Candidate } from '../../contract/domain/candidate.ts';
import type { Engagement } from '../../contract/domain/candidate-status.ts';
import type { CivilRange } from '../../contract/domain/civil-date.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import type { Tables } from '../database/tables.ts';
import { candidateFacts } from '../rules/candidate-facts.ts';

export interface Volunteer {
  readonly row: Tables['candidate'];
  readonly pools: readonly Tables['pool'][];
  /** Grows as the past is written. */
  engagement: Engagement;
  openProposals: number;
  readonly assignments: CivilRange[];
  /** Missions that ever had a proposal for this person. */
  readonly missions: Set<string>;
}

/** What the rules of contract/domain read of a volunteer at this point of the past. */
export function candidateOf(volunteer: Volunteer, now: number): Candidate {
  const { row, pools, engagement, openProposals, assignments } = volunteer;
  return { ...candidateFacts(row, [], pools, now), engagement, openProposals, assignments };
}

/** A list that is walked round and round: each search begins where the last one ended. */
interface Ring {
  readonly members: Volunteer[];
  position: number;
}

export interface Supply {
  readonly volunteers: readonly Volunteer[];
  /** The next volunteer of the département, then of the agency, that `suits`; null when few tries find nobody. */
  take(
    where: { departement?: string; agency: number },
    profession: ProfessionCode,
    suits: (volunteer: Volunteer) => boolean,
  ): Volunteer | null;
}

const TRIES = 40;

export function createSupply(volunteers: readonly Volunteer[]): Supply {
  const rings = new Map<string, Ring>();
  const add = (key: string, volunteer: Volunteer): void => {
    const ring = rings.get(key);
    if (ring === undefined) rings.set(key, { members: [volunteer], position: 0 });
    else ring.members.push(volunteer);
  };
  for (const volunteer of volunteers) {
    const { departement, agency, profession } = volunteer.row;
    add(`${departement}:${profession}`, volunteer);
    if (agency !== null) add(`agency-${agency}:${profession}`, volunteer);
  }

  function search(key: string, suits: (volunteer: Volunteer) => boolean): Volunteer | null {
    const ring = rings.get(key);
    if (ring === undefined) return null;
    for (let tried = 0; tried < Math.min(TRIES, ring.members.length); tried += 1) {
      const volunteer = ring.members[ring.position] as Volunteer;
      ring.position = (ring.position + 1) % ring.members.length;
      if (suits(volunteer)) return volunteer;
    }
    return null;
  }

  return {
    volunteers,
    take({ departement, agency }, profession, suits) {
      const near = departement === undefined ? null : search(`${departement}:${profession}`, suits);
      return near ?? search(`agency-${agency}:${profession}`, suits);
    },
  };
}
