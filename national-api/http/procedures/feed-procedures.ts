/** The feed by pages, and what the ready-made first snapshots are signed with. */
import { pull } from '../../feed/pull.ts';
import { callerOf } from '../service.ts';
import { national } from './base.ts';

export const feedProcedures = {
  pull: national.feed.pull.handler(({ context, input }) => pull(context.service.ground, callerOf(context), input)),
  snapshotManifest: national.feed.snapshotManifest.handler(({ context, input: { scope } }) =>
    context.service.snapshots.manifest(callerOf(context), scope),
  ),
  snapshotKeys: national.feed.snapshotKeys.handler(({ context }) => {
    const { keyId, publicKey } = context.service.snapshots.key;
    return { keys: [{ keyId, publicKey }] };
  }),
};
