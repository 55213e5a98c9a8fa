/** What the main process answers about maps: the filter that windows share, and saving a picture. */
import { implement } from '@orpc/server';
import { mapMainContract } from '../../contract/app/map-contract.ts';
import { createSharedCandidateFilter } from '../windows/shared-candidate-filter.ts';
import type { DeskContext, DeskParts } from './desk-parts.ts';

export function mapWindowHandlers({ saveFile }: Pick<DeskParts, 'saveFile'>) {
  const { candidateFilter, pictures } = implement(mapMainContract).$context<DeskContext>();
  const shared = createSharedCandidateFilter();
  return {
    candidateFilter: {
      follow: candidateFilter.follow.handler(({ context, signal }) => shared.follow(context.windowId, signal)),
      change: candidateFilter.change.handler(({ context, input }) => shared.change(context.windowId, input)),
    },
    pictures: {
      save: pictures.save.handler(async ({ input: { fileName, png } }) => ({
        saved: await saveFile(fileName, new Uint8Array(Buffer.from(png, 'base64'))),
      })),
    },
  };
}
