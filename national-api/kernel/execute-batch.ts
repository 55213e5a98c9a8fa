/**
 * Carries out a batch of commands, each with its own verdict, exactly once for ever (ARCHITECTURE §5-6, TRUST G2-G4).
 *
 * ```
 * batch ─▶ slices of 100 ─▶ one transaction each:
 *   known ids answered from their stored verdict (same actor, same body; else 422)
 *   footprints ─▶ locks in order ─▶ footprints again (grew? roll back, lock more, start again)
 *   each command under its SAVEPOINT: accepted │ conflict │ refused;  a fault ─▶ later, nothing kept
 *   seal (feed numbers, tombstones, journal, mails) ─▶ verdicts stored ─▶ commit ─▶ news
 * ```
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { Command } from '../../contract/national/commands/command.ts';
import type { NumberedRow, Verdict } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { Writer } from '../database/database.ts';
import { CommandConflict, CommandRefusal, FootprintMoved } from './command-outcome.ts';
import type { Ground } from './ground.ts';
import type { CommandHandler, Handlers, SubjectKey } from './handler.ts';
import type { Sealed } from './seal.ts';
import { savepoint, seal, sees } from './seal.ts';
import { toldRow } from './told-row.ts';
import type { TouchedRow } from './unit-of-work.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** Commands judged in one transaction: long enough to be quick, short enough to let others in. */
const SLICE = 100;
/** Footprints that keep growing under contention end as `later` after this many tries. */
const MAXIMUM_TRIES = 5;
const RETRY_AFTER_SECONDS = 2;

export const REUSED_COMMAND_ID = 'command-id-reused';

/** A verdict before the feed numbers are known. */
type Judged =
  | { readonly outcome: 'accepted'; readonly rows: readonly TouchedRow[] }
  | { readonly outcome: 'conflict'; readonly conflict: CommandConflict }
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string };

/** SHA-256 of what the command says; its id aside. */
export function bodyHash(command: Command): string {
  const { commandId: _, ...body } = command;
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}

const later = (commandId: string): Verdict => ({
  commandId,
  outcome: 'later',
  message: 'Le service national ne peut pas juger cette décision maintenant ; elle sera présentée à nouveau.',
  retryAfter: RETRY_AFTER_SECONDS,
});

async function storedVerdicts(
  writer: Writer,
  actor: Principal,
  commands: readonly Command[],
): Promise<Map<string, Verdict>> {
  const stored = await writer
    .selectFrom('commandResult')
    .select(['commandId', 'actorId', 'bodyHash', 'verdict'])
    .where(
      'commandId',
      'in',
      commands.map(({ commandId }) => commandId),
    )
    .execute();
  const byId = new Map(stored.map((result) => [result.commandId, result]));
  const verdicts = new Map<string, Verdict>();
  for (const command of commands) {
    const result = byId.get(command.commandId);
    if (!result) continue;
    const same = result.actorId === actor.personId && result.bodyHash === bodyHash(command);
    verdicts.set(
      command.commandId,
      same
        ? (JSON.parse(result.verdict) as Verdict)
        : {
            commandId: command.commandId,
            outcome: 'refused',
            code: REUSED_COMMAND_ID,
            message: 'Cet identifiant de décision a déjà servi pour une autre décision ou une autre personne.',
          },
    );
  }
  return verdicts;
}

function handlerOf(handlers: Handlers, command: Command): CommandHandler {
  const handler = handlers.get(command.kind);
  if (!handler) throw new Error(`No handler for ${command.kind}`);
  return handler;
}

async function footprintOf(writer: Writer, handlers: Handlers, commands: readonly Command[]): Promise<Set<SubjectKey>> {
  const keys = new Set<SubjectKey>();
  for (const command of commands) {
    keys.add(`command:${command.commandId}`);
    for (const key of await handlerOf(handlers, command).footprint(writer, command)) keys.add(key);
  }
  return keys;
}

async function judge(work: UnitOfWork, handler: CommandHandler, actor: Principal, command: Command): Promise<Judged> {
  const mark = work.mark();
  await savepoint(work, 'SAVEPOINT');
  try {
    await handler.execute({ work, actor, command });
    await savepoint(work, 'RELEASE SAVEPOINT');
    return { outcome: 'accepted', rows: work.changedSince(mark) };
  } catch (error) {
    if (!(error instanceof CommandRefusal || error instanceof CommandConflict)) throw error;
    await savepoint(work, 'ROLLBACK TO SAVEPOINT');
    await savepoint(work, 'RELEASE SAVEPOINT');
    work.restore(mark);
    return error instanceof CommandRefusal
      ? { outcome: 'refused', code: error.code, message: error.message }
      : { outcome: 'conflict', conflict: error };
  }
}

/** The newest state of a row that a verdict tells, with its number: this transaction's, or the one it already had. */
async function numbered(
  work: UnitOfWork,
  actor: Principal,
  sealed: Sealed | null,
  kind: TouchedRow['kind'],
  id: string,
): Promise<NumberedRow | null> {
  const row = await work.get(kind, id);
  if (row === null) return null;
  const touched = work.touched.find((candidate) => candidate.kind === kind && candidate.id === id);
  const fresh = touched ? sealed?.numbers.get(touched) : undefined;
  const number =
    fresh ??
    (
      await work.writer
        .selectFrom('feed')
        .select('number')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst()
    )?.number ??
    0;
  return { kind, id, number, row: toldRow(actor, kind, row) };
}

async function tell(
  work: UnitOfWork,
  actor: Principal,
  sealed: Sealed | null,
  commandId: string,
  judged: Judged,
): Promise<Verdict> {
  if (judged.outcome === 'refused') return { commandId, ...judged };
  if (judged.outcome === 'accepted') {
    const rows: NumberedRow[] = [];
    for (const { kind, id, after } of judged.rows) {
      if (after === null || !(await sees(work, actor, kind, after))) continue;
      const row = await numbered(work, actor, sealed, kind, id);
      if (row) rows.push(row);
    }
    return { commandId, outcome: 'accepted', rows };
  }
  const { code, message, detail } = judged.conflict;
  const row = await work.get(detail.kind, detail.id);
  const visible = row !== null && (await sees(work, actor, detail.kind, row));
  return {
    commandId,
    outcome: 'conflict',
    code,
    message,
    current: visible ? await numbered(work, actor, sealed, detail.kind, detail.id) : null,
    author: detail.author,
    at: detail.at,
  };
}

async function executeSlice(
  ground: Ground,
  handlers: Handlers,
  actor: Principal,
  commands: readonly Command[],
  alsoLock: ReadonlySet<SubjectKey>,
): Promise<Map<string, Verdict>> {
  return ground.database.transaction(async (writer) => {
    const wanted = new Set([...(await footprintOf(writer, handlers, commands)), ...alsoLock]);
    await ground.database.lockSubjects(writer, [...wanted].sort());
    if (ground.database.dialect === 'postgres') {
      const now = await footprintOf(writer, handlers, commands);
      if ([...now].some((key) => !wanted.has(key))) throw new FootprintGrew(now);
    }
    const verdicts = await storedVerdicts(writer, actor, commands);
    const work = new UnitOfWork(writer, ground);
    const judgements: { command: Command; judged: Judged }[] = [];
    for (const command of commands) {
      if (verdicts.has(command.commandId)) continue;
      judgements.push({ command, judged: await judge(work, handlerOf(handlers, command), actor, command) });
    }
    const sealed = await seal(work);
    const results = [];
    for (const { command, judged } of judgements) {
      const verdict = await tell(work, actor, sealed, command.commandId, judged);
      verdicts.set(command.commandId, verdict);
      results.push({
        commandId: command.commandId,
        actorId: actor.personId,
        kind: command.kind,
        subject: command.subject,
        bodyHash: bodyHash(command),
        verdict: JSON.stringify(verdict),
        at: work.at,
      });
    }
    if (results.length > 0) await writer.insertInto('commandResult').values(results).execute();
    return verdicts;
  });
}

class FootprintGrew extends FootprintMoved {
  readonly keys: ReadonlySet<SubjectKey>;
  constructor(keys: ReadonlySet<SubjectKey>) {
    super('The footprint grew while the locks were awaited');
    this.keys = keys;
  }
}

async function settleSlice(
  ground: Ground,
  handlers: Handlers,
  actor: Principal,
  commands: readonly Command[],
): Promise<Map<string, Verdict>> {
  let alsoLock: ReadonlySet<SubjectKey> = new Set();
  for (let attempt = 1; attempt <= MAXIMUM_TRIES; attempt += 1) {
    try {
      return await executeSlice(ground, handlers, actor, commands, alsoLock);
    } catch (error) {
      if (error instanceof FootprintGrew) {
        alsoLock = new Set([...alsoLock, ...error.keys]);
        continue;
      }
      ground.log('command.fault', {
        kind: commands[0]?.kind ?? '',
        count: commands.length,
        error: error instanceof Error ? error.name : 'unknown',
      });
      // One faulty command must not hold the others: they are judged one by one, and only it waits.
      if (commands.length === 1) break;
      const verdicts = new Map<string, Verdict>();
      for (const command of commands) {
        for (const [id, verdict] of await settleSlice(ground, handlers, actor, [command])) verdicts.set(id, verdict);
      }
      return verdicts;
    }
  }
  return new Map(commands.map(({ commandId }) => [commandId, later(commandId)]));
}

/**
 * Judges commands in the order given and answers in that order.
 *
 * @example
 * const [verdict] = await executeBatch(ground, handlers, principal, [command]);
 */
export async function executeBatch(
  ground: Ground,
  handlers: Handlers,
  actor: Principal,
  commands: readonly Command[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (let start = 0; start < commands.length; ) {
    // The same id twice in one batch: the second is a replay, so it waits for the next slice.
    const slice: Command[] = [];
    const ids = new Set<string>();
    for (let index = start; index < commands.length && slice.length < SLICE; index += 1) {
      const command = commands[index] as Command;
      if (ids.has(command.commandId)) break;
      ids.add(command.commandId);
      slice.push(command);
    }
    const settled = await settleSlice(ground, handlers, actor, slice);
    for (const { commandId } of slice) verdicts.push(settled.get(commandId) ?? later(commandId));
    start += slice.length;
  }
  return verdicts;
}
