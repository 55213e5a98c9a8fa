/** The feed by pages. */
import { pull } from '../../feed/pull.ts';
import { callerOf } from '../service.ts';
import { national } from './base.ts';

export const feedProcedures = {
  pull: national.feed.pull.handler(({ context, input }) => pull(context.service.ground, callerOf(context), input)),
};
