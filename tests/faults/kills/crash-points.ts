/**
 * Named instants around a commit at which the service dies by its own hand, so that no instant is left to luck.
 *
 * ```
 * locks ─▶ effects ─▶ feed, journal ─▶ verdicts ─▶ COMMIT ─▶ answer
 *       ▲          ▲                ▲           ▲         ▲
 *    locked     judged           sealed      recorded  committed
 * ```
 */
import type { SourceChange } from '../service/source-change.ts';

const BATCH = 'national-api/kernel/execute-batch.ts';

const WORK = 'const work = new UnitOfWork(writer, ground);';
const SEAL = 'const sealed = await seal(work);';
const RESULTS = "if (results.length > 0) await writer.insertInto('commandResult').values(results).execute();";
const SLICE = 'return await executeSlice(ground, handlers, actor, commands, alsoLock);';

/** Where it is planted, the service dies. */
export const DIE_NOW = "process.kill(process.pid, 'SIGKILL');";

/** Dies when it is reached for the `pass`-th time. */
function dieAt(pass: number): string {
  return `if (Reflect.set(globalThis, 'passes', 1 + (Reflect.get(globalThis, 'passes') ?? 0)) && Reflect.get(globalThis, 'passes') === ${pass}) ${DIE_NOW}`;
}

const POINTS = {
  locked: (die) => [WORK, `${WORK}\n${die}`],
  judged: (die) => [SEAL, `${die}\n${SEAL}`],
  sealed: (die) => [SEAL, `${SEAL}\n${die}`],
  recorded: (die) => [RESULTS, `${RESULTS}\n${die}`],
  committed: (die) => [
    SLICE,
    `const told = await executeSlice(ground, handlers, actor, commands, alsoLock);\n${die}\nreturn told;`,
  ],
} as const satisfies Record<string, (die: string) => readonly [find: string, replace: string]>;

export type CrashPoint = keyof typeof POINTS;
export const CRASH_POINTS = Object.keys(POINTS) as readonly CrashPoint[];

/** One death at each named instant, not always at the first command. */
export function everyCrash(): SourceChange[] {
  return CRASH_POINTS.map((point, index) => crashAt(point, 1 + index));
}

/** The change that makes the service die there. */
export function crashAt(point: CrashPoint, pass: number): SourceChange {
  const [find, replace] = POINTS[point](dieAt(pass));
  return { file: BATCH, find, replace };
}
