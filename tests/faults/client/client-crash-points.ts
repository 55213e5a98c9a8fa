/**
 * Named instants at which a workstation dies by its own hand, so that no instant is left to luck (TRUST R01).
 *
 * ```
 *  migration ─▶ decide: [ rows ▲written ] commit ▲committed ─▶ copy ▲copied ─▶ told
 *               push:   ▲before-send ─▶ POST ─▶ ▲answered ─▶ [ verdicts, rows ] ▲settled
 *               pull:   page ─▶ [ rows, cursor ] ▲pulled          first transfer: ▲before-image ─▶ [ tables, cursor ] ▲image
 * ```
 */
import { DIE_NOW } from '../kills/crash-points.ts';
import type { SourceChange } from '../service/source-change.ts';

const STORE = 'src-main/store/store.ts';
const PUSH = 'src-main/sync/push.ts';
const PULL = 'src-main/sync/pull.ts';
const TRANSFER = 'src-main/sync/snapshot-transfer.ts';
const MIGRATE = 'src-main/store/migrate.ts';

const COUNT = 'const number = touched.decisions.size > 0 ? (keeper?.count() ?? 0) : 0;';
const KEEP = "if (number > 0) keeper?.keep(number, touched.decisions, durability === 'decision');";
const SEND = 'verdicts = await context.client.send(rows.map(commandOf), context.signal);';
const SETTLE = '  settleBatch(context, rows, verdicts);\n}';
const MORE = 'return page.more;';
const IMAGE =
  'importImage(store, image, manifest.rows, { scope, after: manifest.after, scopeVersion: 0, resume: null });';
const STEP = 'for (const statement of statements) connection.exec(statement);';

/** Dies when it is reached for the `pass`-th time. */
const dieAt = (pass: number): string =>
  `if (Reflect.set(globalThis, 'passes', 1 + (Reflect.get(globalThis, 'passes') ?? 0)) && Reflect.get(globalThis, 'passes') === ${pass}) ${DIE_NOW}`;

type Point = readonly [file: string, find: string, replace: (die: string) => string];

const POINTS = {
  migration: [MIGRATE, STEP, (die) => `for (const statement of statements) { connection.exec(statement); ${die} }`],
  'before-image': [TRANSFER, IMAGE, (die) => `${die}\n${IMAGE}`],
  image: [TRANSFER, IMAGE, (die) => `${IMAGE}\n${die}`],
  written: [STORE, COUNT, (die) => `${COUNT}\nif (touched.decisions.size > 0) { ${die} }`],
  committed: [STORE, KEEP, (die) => `if (number > 0) { ${die} }\n${KEEP}`],
  copied: [STORE, KEEP, (die) => `${KEEP}\nif (number > 0) { ${die} }`],
  'before-send': [PUSH, SEND, (die) => `${die}\n${SEND}`],
  answered: [PUSH, SEND, (die) => `${SEND}\n${die}`],
  settled: [PUSH, SETTLE, (die) => `  settleBatch(context, rows, verdicts);\n${die}\n}`],
  pulled: [PULL, MORE, (die) => `${die}\n${MORE}`],
} as const satisfies Record<string, Point>;

export type ClientCrashPoint = keyof typeof POINTS;
export const CLIENT_CRASH_POINTS = Object.keys(POINTS) as readonly ClientCrashPoint[];

export function clientCrashAt(point: ClientCrashPoint, pass: number): SourceChange {
  const [file, find, replace] = POINTS[point];
  return { file, find, replace: replace(dieAt(pass)) };
}
