/**
 * Passes what windows ask about the data on to the engine room, procedure by procedure of the contract, so that nothing
 * undeclared can pass and both what is asked and what is answered are checked here too (TRUST S11).
 */
import type { AnyContractProcedure, AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import type { AnyRouter } from '@orpc/server';
import { implement } from '@orpc/server';
import type { EngineRoom } from './engine-room.ts';
import { failure, isFailure } from './failure.ts';

type Ask = (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;

/** A router that answers `contract` by asking the engine's client under the same names. */
export function forwardEngine(contract: AnyContractRouter, room: EngineRoom): AnyRouter {
  return forward(contract, room.client, room);
}

function forward(contract: AnyContractRouter, client: unknown, room: EngineRoom): AnyRouter {
  if (isContractProcedure(contract)) return forwardOne(contract, client as Ask, room);
  const members = Object.entries(contract as Record<string, AnyContractRouter>);
  const clients = client as Record<string, unknown>;
  return Object.fromEntries(members.map(([name, member]) => [name, forward(member, clients[name], room)]));
}

function forwardOne(contract: AnyContractProcedure, ask: Ask, room: EngineRoom): AnyRouter {
  const procedure = implement(contract) as unknown as { handler(answer: (call: Call) => Promise<unknown>): AnyRouter };
  return procedure.handler(async ({ input, signal }) => {
    const generation = room.generation();
    const rename = (error: unknown) =>
      room.generation() === generation || isFailure(error) ? error : failure('engine-restarted');
    try {
      const answer = await ask(input, signal === undefined ? {} : { signal });
      return isStream(answer) ? guard(answer, rename) : answer;
    } catch (error) {
      throw rename(error);
    }
  });
}

interface Call {
  readonly input: unknown;
  readonly signal?: AbortSignal;
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
