/**
 * Passes what windows ask about the data on to the engine room, procedure by procedure of the contract, so that nothing
 * undeclared can pass and both what is asked and what is answered are checked here too (TRUST S11).
 */
import type { AnyContractProcedure, AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import type { AnyRouter } from '@orpc/server';
import { implement } from '@orpc/server';
import type { DeskContext } from './desk-parts.ts';
import type { EngineRoom } from './engine-room.ts';
import { failure, isFailure } from './failure.ts';

type Ask = (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;

/** Which engine answers a window: that of the present, of the snapshot that it shows, or of what it asks about. */
export type RoomOf = (context: DeskContext, input: unknown) => EngineRoom;

/** A router that answers `contract` by asking the engine's client under the same names. */
export function forwardEngine(contract: AnyContractRouter, roomOf: RoomOf): AnyRouter {
  return forward(contract, [], roomOf);
}

function forward(contract: AnyContractRouter, path: readonly string[], roomOf: RoomOf): AnyRouter {
  if (isContractProcedure(contract)) return forwardOne(contract, path, roomOf);
  const members = Object.entries(contract as Record<string, AnyContractRouter>);
  return Object.fromEntries(members.map(([name, member]) => [name, forward(member, [...path, name], roomOf)]));
}

/** The client's function of that name. */
const askOf = ({ client }: EngineRoom, path: readonly string[]): Ask =>
  path.reduce<unknown>((group, name) => (group as Record<string, unknown>)[name], client) as Ask;

function forwardOne(contract: AnyContractProcedure, path: readonly string[], roomOf: RoomOf): AnyRouter {
  const procedure = implement(contract) as unknown as { handler(answer: (call: Call) => Promise<unknown>): AnyRouter };
  return procedure.handler(async ({ input, signal, context }) => {
    const room = roomOf(context, input);
    const generation = room.generation();
    const rename = (error: unknown) =>
      room.generation() === generation || isFailure(error) ? error : failure('engine-restarted');
    try {
      const answer = await askOf(room, path)(input, signal === undefined ? {} : { signal });
      return isStream(answer) ? guard(answer, rename) : answer;
    } catch (error) {
      throw rename(error);
    }
  });
}

interface Call {
  readonly input: unknown;
  readonly signal?: AbortSignal;
  readonly context: DeskContext;
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function* guard(stream: AsyncIterable<unknown>, rename: (error: unknown) => unknown): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    throw rename(error);
  }
}
