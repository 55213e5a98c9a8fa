/** What a cell's people tell each other: presence on a mission, and the log. */
import { announcePresence } from '../../presence/announce-presence.ts';
import { readCellLog, writeCellLog } from '../../presence/cell-log.ts';
import { callerOf } from '../service.ts';
import { ServiceProblem } from '../service-problem.ts';
import { national } from './base.ts';

export const presenceProcedures = {
  announce: national.presence.announce.handler(({ context, input }) =>
    announcePresence(context.service.ground, callerOf(context), input),
  ),
};

export const cellLogProcedures = {
  read: national.cellLog.read.handler(async ({ context, input }) => ({
    entries: await readCellLog(context.service.ground, callerOf(context), input.limit),
  })),
  write: national.cellLog.write.handler(async ({ context, input }) => {
    const kept = await writeCellLog(context.service.ground, callerOf(context), input);
    if (kept === null)
      throw new ServiceProblem(
        422,
        'form-id-reused',
        'Cet identifiant désigne déjà une autre entrée de la main courante.',
      );
    return kept;
  }),
};
