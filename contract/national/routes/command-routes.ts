/** Decisions: sent by batches, or one by one at the address of their id. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { commandBatchSchema, commandIdSchema, commandSchema } from '../commands/command.ts';
import { acceptedVerdictSchema, verdictSchema } from '../commands/verdict.ts';
import { detailedInput } from './detailed-input.ts';

export const commandRoutes = {
  sendBatch: oc
    .route({
      method: 'POST',
      path: '/v1/commands',
      operationId: 'sendCommands',
      tags: ['Décisions'],
      summary: 'Présenter des décisions, 1 000 au plus ; chacune reçoit son verdict',
      description:
        'Les verdicts sont dans l’ordre des décisions. Une décision déjà jugée reçoit le verdict gardé ; « later » n’est pas un jugement : présenter à nouveau la même décision sous le même identifiant.',
    })
    .input(commandBatchSchema)
    .output(z.strictObject({ verdicts: z.array(verdictSchema) })),
  send: oc
    .route({
      method: 'PUT',
      path: '/v1/commands/{commandId}',
      operationId: 'sendCommand',
      inputStructure: 'detailed',
      tags: ['Décisions'],
      summary: 'Présenter une décision à son adresse',
      description:
        '200 acceptée ; 409 conflit ; 422 refusée, ou identifiant déjà utilisé pour une autre décision ; 503 à présenter à nouveau après le délai. Hors 200, le verdict est dans le problème.',
    })
    .input(detailedInput({ params: z.strictObject({ commandId: commandIdSchema }), body: commandSchema }))
    .output(acceptedVerdictSchema),
};
