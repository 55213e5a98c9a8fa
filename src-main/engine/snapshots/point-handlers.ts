import { implement } from '@orpc/server';
import { pointContract } from '../../../contract/app/snapshot-contract.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import { regulationPoint } from './regulation-point.ts';

export function pointHandlers(context: EngineContext) {
  const point = implement(pointContract);
  return {
    read: point.read.handler(async () => {
      const desk = requireDesk(context);
      await desk.image.loaded('mission');
      await desk.image.loaded('candidate');
      return regulationPoint(desk);
    }),
  };
}
