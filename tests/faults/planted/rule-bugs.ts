/** Bugs of the rules that must hold under any interleaving (DOMAIN §2-4). */
import type { PlantedBug } from './planted-bug.ts';
import { change } from './planted-bug.ts';

const ACCEPT = 'national-api/commands/accept-candidate.ts';
const MIGRATION = 'national-api/database/migrations/0001-nation.ts';

export const RULE_BUGS: readonly PlantedBug[] = [
  {
    name: 'two-contacts-at-once',
    story:
      'An establishment may contact a person whom another one has reserved; the index that would stop it is gone too.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'national-api/rules/pair-walls.ts',
        'const [wall] = walls;',
        "const [wall] = walls.filter((each) => each !== 'contacted');",
      ),
      change(MIGRATION, 'CREATE UNIQUE INDEX "oneContactPerCandidate"', 'CREATE INDEX "oneContactPerCandidate"'),
    ],
  },
  {
    name: 'filled-mission-accepts',
    story: 'A mission at k = n still accepts, and does not let go of the others whom it contacted.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(ACCEPT, "if (stateOfMission(mission, work.now) !== 'open') {", "if (mission.state !== 'open') {"),
      change(
        'national-api/rules/settle.ts',
        "if (mission.state !== 'open' || accepted < mission.headcount) return;",
        "if (mission.state !== 'open' || accepted < 1000) return;",
      ),
    ],
  },
  {
    name: 'touching-dates-do-not-overlap',
    story: 'A person whose assignment ends on a day may begin another on that very day.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'contract/domain/civil-date.ts',
        'left.from <= right.until) && (left.until === null || right.from <= left.until)',
        'left.from < right.until) && (left.until === null || right.from < left.until)',
      ),
    ],
  },
  {
    name: 'fourth-open-proposal',
    story: 'A person may have four open proposals at once.',
    databases: ['sqlite', 'postgres'],
    changes: [change('contract/domain/proposal.ts', 'MAX_OPEN_PROPOSALS = 3', 'MAX_OPEN_PROPOSALS = 4')],
  },
  {
    name: 'suspended-for-ever',
    story: 'Proposals suspended by a contact do not resume when the person is free again.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'national-api/rules/settle.ts',
        "} else if (!held && state === 'suspended') {",
        "} else if (!held && proposal.id === '') {",
      ),
    ],
  },
  {
    name: 'cover-not-recounted',
    story: 'The counts that a mission shows are not counted again when its proposals move.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'national-api/rules/settle.ts',
        'for (const missionId of touched.missions) await refreshCover(work, missionId);',
        'for (const missionId of touched.missions) if (missionId === work.at) await refreshCover(work, missionId);',
      ),
    ],
  },
  {
    name: 'acceptance-holds-too-little',
    story: 'An acceptance does not lock the people and the missions that it frees or lapses.',
    databases: ['sqlite', 'postgres'],
    changes: [change(ACCEPT, 'await acceptanceKeys(reader, sides.missionId, sides.candidateId)', '[]')],
  },
];
