/** Bugs planted in the workspace while it is loaded: each must be seen by the histories, or the suite fails (TRUST §3.4). */
import type { SourceChange } from '../service/source-change.ts';

export interface ClientBug {
  /** Kebab-case; also the mark of its copy of the workspace. */
  readonly name: string;
  readonly story: string;
  readonly changes: readonly SourceChange[];
}

const change = (file: string, find: string, replace: string): SourceChange => ({
  file: `src-main/${file}`,
  find,
  replace,
});

const ENTRIES = 'store/mirror/apply-entries.ts';
const PULL = 'sync/pull.ts';
const PUSH = 'sync/push.ts';
const TRANSITIONS = 'sync/transitions.ts';
const PLACE = 'commands/place-decision.ts';
const OUTBOX = 'store/outbox/read-outbox.ts';

export const CLIENT_BUGS: readonly ClientBug[] = [
  {
    name: 'cursor-before-rows',
    story: 'The cursor is saved in a transaction of its own, before the rows that it speaks of.',
    changes: [
      change(
        PULL,
        '    for (const entry of page.entries) applyEntry',
        `  });
  store.transaction('mirror', (transaction) => {
    for (const entry of page.entries) applyEntry`,
      ),
      change(
        PULL,
        '    const { scope, after, scopeVersion, resume } = page;\n    writeCursor(transaction.statements, { scope, after, scopeVersion, resume });\n',
        '',
      ),
      change(
        PULL,
        '    if (!sameCursor(readCursor(transaction.statements), cursor)) return;\n',
        `    if (!sameCursor(readCursor(transaction.statements), cursor)) return;
    const { scope, after, scopeVersion, resume } = page;
    writeCursor(transaction.statements, { scope, after, scopeVersion, resume });
`,
      ),
    ],
  },
  {
    name: 'stale-page-over-newer',
    story: 'A page of the feed overwrites rows that a verdict had brought newer.',
    changes: [change(ENTRIES, '  if (held !== undefined && held.feedNumber > entry.number) return false;\n', '')],
  },
  {
    name: 'outbox-settled-before-mirror',
    story: 'A verdict settles the outbox in one transaction and brings its rows in another.',
    changes: [
      change(
        PUSH,
        '  for (const told of rows) applyToldRow(transaction, { ...told, kind: told.kind as RowKind }, through);\n',
        '',
      ),
      change(
        PUSH,
        '      applyVerdict(transaction, row, verdict, through, clock());\n    }\n  });\n',
        `      applyVerdict(transaction, row, verdict, through, clock());
    }
  });
  store.transaction('mirror', (transaction) => {
    const through = toldThrough(transaction);
    for (const verdict of verdicts) {
      const rows = verdict.outcome === 'accepted' ? verdict.rows : [];
      for (const told of rows) applyToldRow(transaction, { ...told, kind: told.kind as RowKind }, through);
    }
  });
`,
      ),
    ],
  },
  {
    name: 'new-id-at-each-attempt',
    story: 'A decision whose answer was lost is presented again under another id.',
    changes: [
      change(
        PUSH,
        '    commandId,\n    kind,',
        `    commandId: row.attempts > 1 ? commandId.slice(0, -2) + String(row.attempts % 100).padStart(2, '0') : commandId,
    kind,`,
      ),
    ],
  },
  {
    name: 'too-many-requests-is-refusal',
    story: 'A 429 is taken for a judgement: the decision is refused.',
    changes: [
      change(
        'national/read-answer.ts',
        "  if (status === 408 || status === 429 || status >= 500) return 'busy';",
        "  if (status >= 500) return 'busy';",
      ),
      change(PUSH, '(fault.status === 400 ||', '(fault.status === 429 || fault.status === 400 ||'),
    ],
  },
  {
    name: 'busy-is-refusal',
    story: 'A 503 is taken for a judgement: the decision is refused.',
    changes: [
      change(PUSH, "    fault.code === 'refused' &&\n", ''),
      change(PUSH, '(fault.status === 400 ||', '(fault.status === 503 || fault.status === 400 ||'),
    ],
  },
  {
    name: 'conflict-with-oneself',
    story: "A preview made before one's own decision was confirmed is committed at the version it had seen.",
    changes: [change(PLACE, 'place({ version: movedOn(transaction, { ...wish, wanted }) });', 'place({});')],
  },
  {
    name: 'sending-for-ever',
    story: 'What was being sent when the application ended is never presented again.',
    changes: [
      change('store/store.ts', '    restoreSending(connection);\n', ''),
      change(PUSH, '  recoverLeftovers(context);\n', ''),
    ],
  },
  {
    name: 'undo-over-a-later-act',
    story: 'An undo takes back whatever stands now, though somebody else decided since.',
    changes: [
      change(
        'commands/undo.ts',
        '  if (version === row.settledVersion) return null;',
        '  if (version > 0) return null;',
      ),
    ],
  },
  {
    name: 'waiting-not-moved-on',
    story: 'A decision that waited behind another is sent at the version that one had seen.',
    changes: [
      change(
        TRANSITIONS,
        'follower: follower && { event: null, change: { behind: null, version } },',
        'follower: follower && { event: null, change: { behind: null } },',
      ),
    ],
  },
  {
    name: 'overlay-missing-from-a-count',
    story: 'The number of people proposed to a mission forgets those that only the person wants.',
    changes: [
      change(
        'store/views/mission-view.ts',
        "  proposed: 'm.proposed + COALESCE(moved.proposed, 0)',",
        "  proposed: 'm.proposed',",
      ),
    ],
  },
  {
    name: 'gone-row-comes-back',
    story: 'A verdict that is replayed brings back a row that has left the scope.',
    changes: [change(ENTRIES, '  if (held === null && told.number <= through) return false;\n', '')],
  },
  {
    name: 'given-up-after-attempts',
    story: 'A decision that failed three times is dropped.',
    changes: [
      change(
        PUSH,
        "    for (const row of rows) moveDecision(transaction, row, 'undelivered', mayHaveArrived ? { maybeJudged: 1 } : {});",
        "    for (const row of rows) moveDecision(transaction, row, row.attempts > 2 ? 'withdraw' : 'undelivered');",
      ),
    ],
  },
  {
    name: 'last-writer-wins',
    story: 'A conflict is presented again by itself at the version that stands.',
    changes: [
      change(
        TRANSITIONS,
        "  if (follower === null) return { event: 'conflict', change: conflictChange(verdict, at), follower: null };",
        `  const standing = verdict.current === null ? null : factVersion(row.fact, row.subject, [verdict.current]);
  if (follower === null && standing !== null) {
    return { event: 'undelivered', change: { version: standing }, follower: null };
  }
  if (follower === null) return { event: 'conflict', change: conflictChange(verdict, at), follower: null };`,
      ),
      change(
        PUSH,
        '  const { commandId, kind, subject, version, origin, batchId, decidedAt } = row;',
        '  const { kind, subject, version, origin, batchId, decidedAt } = row;\n  const commandId = version === (JSON.parse(row.base) as { at?: number }).at ? row.commandId : row.commandId.slice(0, -1) + String(row.attempts % 10);',
      ),
    ],
  },
  {
    name: 'replacement-forgets-what-was-seen',
    story: 'A decision that takes the place of a waiting one takes the version of a truth that was never shown.',
    changes: [
      change(
        PLACE,
        'import { readFollower,',
        "import { readMirrorFact } from '../store/outbox/fact-version.ts';\nimport { readFollower,",
      ),
      change(
        PLACE,
        '    const version = Math.max(tail.version, movedOn(transaction, { ...wish, wanted }));',
        '    const { version } = readMirrorFact(transaction.statements, wish.fact, wish.subject);',
      ),
    ],
  },
  {
    name: 'no-patience-behind',
    story: 'A decision that waits behind another is sent with it.',
    changes: [
      change(
        OUTBOX,
        '     WHERE state = \'pending\' AND behind IS NULL AND "personId" = ? AND',
        '     WHERE state = \'pending\' AND "personId" = ? AND',
      ),
    ],
  },
  {
    name: 'anything-merges',
    story: 'Any conflict is taken for the same decision.',
    changes: [
      change(
        'sync/already-wanted.ts',
        '  return test !== undefined && current !== null && test.of === current.kind && test.same(input, current.row);',
        '  return test !== undefined && current !== null && test.of === current.kind && input !== null;',
      ),
    ],
  },
  {
    name: 'tombstone-ignored',
    story: 'A row that leaves the scope stays.',
    changes: [change(ENTRIES, '    transaction.statements.run(STATEMENTS[entry.kind].remove, entry.id);\n', '')],
  },
  {
    name: 'null-not-written',
    story: 'A column that becomes empty keeps what it had.',
    changes: [
      change(
        ENTRIES,
        '(row[name] ?? null) !== held[name]);',
        '(row[name] ?? null) !== held[name] && row[name] !== null);',
      ),
    ],
  },
  {
    name: 'transfer-place-before-rows',
    story: 'The place of the first transfer is saved before the chunk that it speaks of.',
    changes: [
      change(
        'sync/first-transfer.ts',
        '      loadChunk(transaction, chunk);\n      writeTransfer(transaction.statements, written);\n    });',
        `      writeTransfer(transaction.statements, written);
    });
    store.transaction('mirror', (transaction) => loadChunk(transaction, chunk));`,
      ),
    ],
  },
  {
    name: 'withdrawn-though-it-arrived',
    story: 'A decision whose answer was lost is withdrawn as if it had never left.',
    changes: [
      change(
        'commands/undo.ts',
        "      if (row.maybeJudged === 1 && row.state === 'pending') return followSent(context, transaction, row, batchId, at);\n",
        '',
      ),
      change(
        'commands/outbox-desk.ts',
        "  if (row.state === 'pending' && row.maybeJudged === 1) {",
        "  if (row.state === 'pending' && row.maybeJudged > 1) {",
      ),
      change(PLACE, "  if (tail.state === 'sending' || tail.maybeJudged === 1) {", "  if (tail.state === 'sending') {"),
    ],
  },
  {
    name: 'image-not-told',
    story: 'The notice of a commit does not name the mission that a decision is about.',
    changes: [
      change(
        'store/outbox/write-outbox.ts',
        "  if (row.missionId !== null) touched.row('mission', row.missionId);\n",
        '',
      ),
    ],
  },
  {
    name: 'count-not-told',
    story: 'A proposal that the nation changes does not bring the missions of open decisions to be read again.',
    changes: [change(ENTRIES, '  touchWishesAbout(transaction, entry.kind, entry.id);\n', '')],
  },
  {
    name: 'resolution-at-the-old-version',
    story: 'Mine over theirs is sent at the version that already met the conflict.',
    changes: [
      change(
        PLACE,
        '    place({ version: movedOn(transaction, { ...wish, wanted }), replaces: tail.commandId });',
        '    place({ version: tail.version, replaces: tail.commandId });',
      ),
    ],
  },
  {
    name: 'merged-covers-theirs',
    story: 'What waits behind a decision that somebody else had taken too covers theirs without showing it.',
    changes: [
      change(
        TRANSITIONS,
        '      follower: follower && { event: null, change: { behind: null, version: row.version } },\n    };\n  }\n  if (follower',
        '      follower: follower && {\n        event: null,\n        change: {\n          behind: null,\n          version: (verdict.current && factVersion(row.fact, row.subject, [verdict.current])) ?? row.version,\n        },\n      },\n    };\n  }\n  if (follower',
      ),
    ],
  },
  {
    name: 'put-off-is-refused',
    story: '“Later” is taken for a refusal.',
    changes: [change(TRANSITIONS, "        event: 'undelivered',\n", "        event: 'refuse',\n")],
  },
  {
    name: 'mirror-wipe-takes-the-outbox',
    story: 'Making the mirror anew also empties the outbox.',
    changes: [
      change(
        'store/mirror/ensure-mirror.ts',
        '  for (const statement of MIRROR_DDL) connection.exec(statement);\n',
        "  for (const statement of MIRROR_DDL) connection.exec(statement);\n  connection.exec(`DELETE FROM outbox WHERE state = 'pending'`);\n",
      ),
    ],
  },
];
