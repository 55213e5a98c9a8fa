/** Whether a row already says what a decision wanted: two people who decide the same are not in conflict (ARCHITECTURE §5). */
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';

type Row = Readonly<Record<string, string | number | null>>;
type Input = Readonly<Record<string, unknown>>;
type Test = (input: Input, row: Row) => boolean;

const flag = (value: unknown): 0 | 1 => (value === true ? 1 : 0);
const proposalIs =
  (state: string): Test =>
  (_input, row) =>
    row['state'] === state;
const alertIs = proposalIs;

/** Commands that have no line here never merge: doing them twice is not doing them once. */
const TESTS: { readonly [Kind in CommandKind]?: { readonly of: string; readonly same: Test } } = {
  'mission.set-priority': { of: 'mission', same: (input, row) => row['priority'] === input['priority'] },
  'mission.defer': { of: 'mission', same: (input, row) => row['deferredUntil'] === input['until'] },
  'mission.note': { of: 'mission', same: (input, row) => row['note'] === input['text'] },
  'mission.assign-regulator': { of: 'mission', same: (input, row) => row['regulatorId'] === input['regulatorId'] },
  'mission.close': {
    of: 'mission',
    same: (input, row) => row['state'] === 'closed' && row['closingReason'] === input['reason'],
  },
  'mission.reopen': { of: 'mission', same: (_input, row) => row['state'] === 'open' },
  'alert.raise': { of: 'alert', same: alertIs('raised') },
  'alert.take': { of: 'alert', same: alertIs('taken') },
  'alert.lift': { of: 'alert', same: alertIs('lifted') },
  'proposal.create': {
    of: 'proposal',
    same: (input, row) =>
      row['missionId'] === input['missionId'] &&
      row['candidateId'] === input['candidateId'] &&
      (row['state'] === 'open' || row['state'] === 'suspended'),
  },
  'proposal.withdraw': { of: 'proposal', same: proposalIs('withdrawn') },
  'proposal.release': { of: 'proposal', same: proposalIs('released') },
  'proposal.cancel-assignment': { of: 'proposal', same: proposalIs('cancelled') },
  'proposal.end-early': {
    of: 'proposal',
    same: (input, row) => row['state'] === 'ended-early' && row['endDate'] === input['on'],
  },
  'candidate.verify': {
    of: 'candidate',
    same: (input, row) => row['verification'] === (input['verified'] === true ? 'verified' : 'to-verify'),
  },
  'candidate.set-availability': {
    of: 'candidate',
    same: (input, row) => row['availability'] === (input['available'] === true ? 'available' : 'unavailable'),
  },
  'crisis-mode.switch': {
    of: 'crisisMode',
    same: (input, row) => row['active'] === flag(input['active']) && input['recallContacts'] !== true,
  },
  'direct-access.revoke': { of: 'directAccess', same: (_input, row) => row['revokedAt'] !== null },
};

/**
 * @param current the row that a conflict tells, null when it is out of sight
 * @example alreadyAsWanted('mission.note', { text: null }, { kind: 'mission', row: { note: null } }) // true
 */
export function alreadyAsWanted(
  kind: CommandKind,
  input: Input,
  current: { readonly kind: string; readonly row: Row } | null,
): boolean {
  const test = TESTS[kind];
  return test !== undefined && current !== null && test.of === current.kind && test.same(input, current.row);
}
