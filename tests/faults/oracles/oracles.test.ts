/** Each oracle can fail: sound evidence is left alone, and one thing made wrong is seen by the oracle that it concerns. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../contract/national/commands/command.ts';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import { lineHash, valueHash } from '../../../national-api/journal/chain.ts';
import { leadOf } from '../races/cast.ts';
import { applyPage, startMirror } from './client-mirror.ts';
import { judge } from './every-oracle.ts';
import type { Evidence, JournalledDecision, SentCommand } from './evidence.ts';
import { judgeMirror } from './feed-replays.ts';

const AT = '2020-11-15T08:00:00.000Z';
const TODAY = '2020-11-15';
const ACTOR = leadOf(6, 1);
const RIVAL = leadOf(6, 2);

function decision(
  number: number,
  patch: Partial<JournalledDecision>,
  previous?: JournalledDecision,
): JournalledDecision {
  const words = { salt: 'ab', actorName: ACTOR.displayName, reason: null, before: null, after: null };
  const said = { ...words, ...pick(patch, ['actorName', 'before', 'after']) };
  const line = {
    number,
    at: AT,
    actorId: ACTOR.personId,
    role: ACTOR.role,
    agency: 6,
    commandId: `command-${number}`,
    kind: 'mission.set-priority',
    subjectKind: 'mission',
    subjectId: 'm',
    origin: 'single',
    batchId: null,
    decidedAt: AT,
    subjectAgency: 6,
    ...pick(patch, ['commandId', 'kind', 'subjectKind', 'subjectId', 'actorId']),
    valueHash: valueHash(said),
    previousHash: previous?.hash ?? '',
  };
  return { ...line, ...said, hash: lineHash(line) };
}

function pick<Source extends object, Key extends keyof Source>(source: Source, keys: readonly Key[]): Partial<Source> {
  const kept = keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]);
  return Object.fromEntries(kept) as Partial<Source>;
}

const accepted = (commandId: string): Verdict => ({ commandId, outcome: 'accepted', rows: [] });

function conflict(commandId: string): Verdict {
  const current = { kind: 'mission' as const, id: 'm', number: 1, row: { priorityVersion: 1 } };
  const message = "Quelqu'un a décidé entre-temps.";
  return { commandId, outcome: 'conflict', code: 'fact-changed', message, current, author: ACTOR.displayName, at: AT };
}

function order(number: number, verdict: Verdict, patch: Partial<SentCommand> = {}): SentCommand {
  const command = { commandId: `command-${number}`, kind: 'mission.set-priority', subject: 'm', version: 0 };
  const actor = patch.actor ?? ACTOR;
  return { client: actor.personId, command: command as Command, verdicts: [verdict], forged: false, ...patch, actor };
}

function result({ command, actor, verdicts }: SentCommand): Evidence['results'][number] {
  const { commandId, kind, subject } = command;
  const verdict = JSON.stringify(verdicts[0]);
  return { commandId, actorId: actor.personId, kind, subject, bodyHash: 'x', verdict, at: AT };
}

const MISSION = { id: 'm', headcount: 1, accepted: 1, contacted: 0, proposed: 0, priorityVersion: 1 };
const FACTS = {
  deferralVersion: 0,
  noteVersion: 0,
  regulatorVersion: 0,
  verificationVersion: 0,
  availabilityVersion: 0,
};
const PROPOSAL = {
  id: 'p',
  missionId: 'm',
  candidateId: 'c',
  missionAgency: 6,
  state: 'accepted',
  startDate: TODAY,
  endDate: '2020-11-20',
  openingId: null,
};
const CANDIDATE = {
  id: 'c',
  engagement: 'assigned',
  engagedProposalId: 'p',
  assignedUntil: '2020-11-20',
  openProposals: 0,
  involvedAgencies: 32,
};

/** One accepted priority, one that lost against it, one person assigned on behalf. */
function soundEvidence(): Evidence {
  const won = order(1, accepted('command-1'));
  const lost = order(2, conflict('command-2'), { actor: RIVAL });
  const first = decision(1, {});
  const birth = decision(
    2,
    {
      commandId: null,
      kind: 'proposal.assign-on-behalf',
      subjectKind: 'proposal',
      subjectId: 'p',
      after: '{"state":"accepted"}',
    },
    first,
  );
  return {
    sent: [won, lost],
    results: [result(won), result(lost)],
    journal: [first, birth],
    missions: [{ ...MISSION, ...FACTS }],
    candidates: [{ ...CANDIDATE, ...FACTS }],
    proposals: [PROPOSAL],
    openings: [],
    today: TODAY,
  } as unknown as Evidence;
}

const seen = (evidence: Evidence): string[] => [...new Set(judge(evidence).map(({ oracle }) => oracle))];

type Wrong = readonly [what: string, oracle: string, change: (evidence: Evidence) => object];

const WRONGS: readonly Wrong[] = [
  ['a verdict that was not kept', 'accepted-once', ({ results }) => ({ results: results.slice(1) })],
  ['a decision that was lost', 'accepted-once', ({ journal }) => ({ journal: journal.slice(1) })],
  [
    'a decision of a command that nobody sent',
    'no-effect-unless-accepted',
    ({ journal }) => ({ journal: [...journal, decision(3, { commandId: 'stray' }, journal[1])] }),
  ],
  [
    'a decision of whoever was told of a conflict',
    'no-effect-unless-accepted',
    ({ journal }) => ({ journal: [...journal, decision(3, { commandId: 'command-2' }, journal[1])] }),
  ],
  [
    'another verdict told than kept',
    'stored-as-told',
    ({ sent }) => ({ sent: [sent[0], { ...sent[1], verdicts: [accepted('command-2')] }] }),
  ],
  [
    'a forged command that was believed',
    'stored-as-told',
    ({ sent }) => ({ sent: [...sent, order(1, accepted('command-1'), { actor: RIVAL, forged: true })] }),
  ],
  [
    'later kept as a verdict',
    'stored-as-told',
    ({ results }) => ({ results: [...results, { ...results[0], commandId: 'x', verdict: '{"outcome":"later"}' }] }),
  ],
  [
    'a decision made on an old version',
    'version-chain',
    ({ sent, journal }) => ({
      sent: [...sent, order(3, accepted('command-3'))],
      journal: [...journal, decision(3, {}, journal[1])],
    }),
  ],
  [
    'a version that nobody decided',
    'version-chain',
    ({ missions }) => ({ missions: [{ ...missions[0], noteVersion: 1 }] }),
  ],
  [
    'a loser who is told nobody',
    'losers-told',
    ({ sent }) => ({ sent: [sent[0], { ...sent[1], verdicts: [{ ...conflict('command-2'), author: null }] }] }),
  ],
  [
    'a loser who is told somebody else',
    'losers-told',
    ({ sent }) => ({ sent: [sent[0], { ...sent[1], verdicts: [{ ...conflict('command-2'), author: 'Personne' }] }] }),
  ],
  ['a line altered', 'journal-chain', ({ journal }) => ({ journal: [{ ...journal[0], actorId: 'x' }, journal[1]] })],
  ['words altered', 'journal-chain', ({ journal }) => ({ journal: [{ ...journal[0], actorName: 'X' }, journal[1]] })],
  ['a gap in the numbers', 'journal-chain', ({ journal }) => ({ journal: [journal[0], { ...journal[1], number: 3 }] })],
  [
    'a proposal that moved in silence',
    'proposal-walk',
    ({ proposals }) => ({ proposals: [{ ...proposals[0], state: 'cancelled' }] }),
  ],
  [
    'a mission over-filled',
    'business-invariants',
    ({ missions }) => ({ missions: [{ ...missions[0], headcount: 0 }] }),
  ],
  [
    'two missions that touch on one day',
    'business-invariants',
    ({ proposals }) => ({
      proposals: [
        ...proposals,
        { ...proposals[0], id: 'q', missionId: 'n', startDate: '2020-11-20', endDate: '2020-11-25' },
      ],
    }),
  ],
  [
    'two contacts at once',
    'business-invariants',
    ({ proposals }) => ({
      proposals: ['q', 'r'].map((id) => ({ ...proposals[0], id, missionId: id, candidateId: 'd', state: 'contacted' })),
    }),
  ],
  [
    'two live proposals of one pair',
    'business-invariants',
    ({ proposals }) => ({ proposals: [...proposals, { ...proposals[0], id: 'q', state: 'open' }] }),
  ],
  [
    'four open proposals',
    'business-invariants',
    ({ proposals }) => ({
      proposals: ['q', 'r', 's', 't'].map((id) => ({
        ...proposals[0],
        id,
        missionId: id,
        candidateId: 'd',
        state: 'open',
      })),
    }),
  ],
  [
    'a derived column left behind',
    'derived-columns',
    ({ candidates }) => ({ candidates: [{ ...candidates[0], engagement: 'none' }] }),
  ],
  [
    'a command without an end',
    'nothing-pending',
    ({ sent }) => ({
      sent: [...sent, order(3, { commandId: 'command-3', outcome: 'later', message: 'Plus tard', retryAfter: 2 })],
    }),
  ],
];

describe('oracles', () => {
  it('leave sound evidence alone', () => {
    expect(judge(soundEvidence())).toEqual([]);
  });

  it.each(WRONGS)('see %s (%s)', (_what, oracle, change) => {
    const evidence = soundEvidence();
    expect(seen({ ...evidence, ...change(evidence) } as Evidence)).toContain(oracle);
  });
});

describe('a mirror against a fresh read', () => {
  const row = { id: 'm', agency: 6, note: null };
  const fresh = [{ kind: 'mission' as const, id: 'm', number: 5, row }];
  const pageOf = (entries: object[]) =>
    ({ entries, after: 5, scopeVersion: 0, resume: null }) as unknown as Parameters<typeof applyPage>[1];

  it('agrees when the feed told the row', () => {
    const mirror = startMirror(ACTOR, 0, 0);
    applyPage(mirror, pageOf([{ number: 5, kind: 'mission', id: 'm', row }]));
    expect(judgeMirror(mirror, fresh)).toEqual([]);
  });

  it('sees a row skipped, a row left over, and an older row', () => {
    const mirror = startMirror(ACTOR, 0, 0);
    expect(judgeMirror(mirror, fresh)).toHaveLength(1);
    applyPage(mirror, pageOf([{ number: 4, kind: 'mission', id: 'm', row: { ...row, note: 'ancienne' } }]));
    expect(judgeMirror(mirror, fresh)).toHaveLength(1);
    expect(judgeMirror(mirror, [])).toHaveLength(1);
  });

  it('takes a tombstone in, and never goes back to an older row', () => {
    const mirror = startMirror(ACTOR, 0, 0);
    applyPage(mirror, pageOf([{ number: 5, kind: 'mission', id: 'm', row }]));
    applyPage(mirror, pageOf([{ number: 4, kind: 'mission', id: 'm', row: { ...row, note: 'ancienne' } }]));
    expect(judgeMirror(mirror, fresh)).toEqual([]);
    applyPage(mirror, pageOf([{ number: 6, kind: 'mission', id: 'm', gone: 'left-scope' }]));
    expect(judgeMirror(mirror, [])).toEqual([]);
  });
});
