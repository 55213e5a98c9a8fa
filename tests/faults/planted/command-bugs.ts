/** Bugs of the exactly-once judgement of commands: idempotency, versions, results. */
import type { PlantedBug } from './planted-bug.ts';
import { change } from './planted-bug.ts';

const BATCH = 'national-api/kernel/execute-batch.ts';
const STORE_RESULTS = "if (results.length > 0) await writer.insertInto('commandResult').values(results).execute();";
const SAME_COMMAND = 'const same = result.actorId === actor.personId && result.bodyHash === bodyHash(command);';
const LOCK = 'await ground.database.lockSubjects(writer, [...wanted].sort());';
const ONE_WRITER = 'SQLite has one writer at a time: its transactions never overlap, with or without the lock.';

export const COMMAND_BUGS: readonly PlantedBug[] = [
  {
    name: 'no-idempotency-record',
    story: 'The verdict of a command is not kept: the same command sent again is judged again.',
    databases: ['sqlite', 'postgres'],
    changes: [change(BATCH, STORE_RESULTS, '')],
  },
  {
    name: 'result-outside-transaction',
    story: 'The verdict is kept by a second transaction, after the one of the effect.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        BATCH,
        'return ground.database.transaction(async (writer) => {\n    const wanted',
        'const kept: never[] = [];\n  const told = await ground.database.transaction(async (writer) => {\n    const wanted',
      ),
      change(BATCH, STORE_RESULTS, 'kept.push(...(results as never[]));'),
      change(
        BATCH,
        '    return verdicts;\n  });\n}\n\nclass FootprintGrew',
        `    return verdicts;
  });
  if (kept.length > 0) {
    await ground.database.transaction((writer) => writer.insertInto('commandResult').values(kept).execute());
  }
  return told;
}

class FootprintGrew`,
      ),
    ],
  },
  {
    name: 'other-body-accepted',
    story: 'A command that bears a used id and another body gets the verdict of the first.',
    databases: ['sqlite', 'postgres'],
    changes: [change(BATCH, SAME_COMMAND, 'const same = result.actorId === actor.personId;')],
  },
  {
    name: 'other-person-accepted',
    story: 'A command sent again by another person gets the verdict of its author.',
    databases: ['sqlite', 'postgres'],
    changes: [change(BATCH, SAME_COMMAND, 'const same = result.bodyHash === bodyHash(command);')],
  },
  {
    name: 'no-version-check',
    story: 'A decision is taken whatever version its author saw: the last one silently wins.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'national-api/commands/decide-mission-fact.ts',
        'if (version !== command.version) {',
        'if (version < 0) {',
      ),
    ],
  },
  {
    name: 'version-check-outside-lock',
    story: 'The subjects are locked only once everything was checked.',
    databases: ['postgres'],
    elsewhere: ONE_WRITER,
    changes: [
      change(BATCH, LOCK, ''),
      change(BATCH, 'const sealed = await seal(work);', `${LOCK}\n    const sealed = await seal(work);`),
    ],
  },
  {
    name: 'loser-told-own-name',
    story: 'Who loses to another is told that they themselves decided.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'national-api/commands/decide-mission-fact.ts',
        'author: mission[',
        'author: actor.displayName ?? mission[',
      ),
    ],
  },
  {
    name: 'later-stored-as-final',
    story: 'A command that could not be judged now has `later` kept as its verdict for ever.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        BATCH,
        'return new Map(commands.map(({ commandId }) => [commandId, later(commandId)]));',
        `await ground.database
    .transaction((writer) =>
      writer
        .insertInto('commandResult')
        .values(
          commands.map((command) => ({
            commandId: command.commandId,
            actorId: actor.personId,
            kind: command.kind,
            subject: command.subject,
            bodyHash: bodyHash(command),
            verdict: JSON.stringify(later(command.commandId)),
            at: '',
          })),
        )
        .execute(),
    )
    .catch(() => {});
  return new Map(commands.map(({ commandId }) => [commandId, later(commandId)]));`,
      ),
    ],
  },
];
