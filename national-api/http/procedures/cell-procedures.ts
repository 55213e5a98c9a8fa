/** What a cell's people tell each other: presence on a mission, and the log. */
import { announcePresence } from '../../presence/announce-presence.ts';
import { readCellLog, writeCellLog } from '../../presence/cell-log.ts';
import { followPresence } from '../../presence/follow-presence.ts';
import { callerOf } from '../service.ts';
import { ServiceProblem } from '../service-problem.ts';
import { national } from './base.ts';

/** A call that nobody can take back. */
const NEVER = new AbortController().signal;

export const presenceProcedures = {
  announce: national.presence.announce.handler(({ context, input }) =>
    announcePresence(context.service.ground, callerOf(context), input),
  ),
  follow: national.presence.follow.handler(({ context, input, signal }) =>
    followPresence(context.service.ground, callerOf(context), input, signal ?? NEVER),
  ),
};

export const cellLogProcedures = {
  read: national.cellLog.read.handler(async ({ context, input }) => ({
    entries: await readCellLog(context.service.ground, callerOf(context), input.limit, input.before),
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
