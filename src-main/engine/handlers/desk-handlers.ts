/** What is asked about the desk as a whole: who is held, crisis modes, the directory, saved views. */
import { implement } from '@orpc/server';
import { engineContract } from '../../../contract/app/desk-contract.ts';
import { failure } from '../../rpc/failure.ts';
import { readEstablishmentName } from '../../store/queries/establishment-name.ts';
import { readRegulators } from '../../store/queries/read-sheets.ts';
import { listSavedViews, removeView, saveView } from '../../store/saved-views.ts';
import type { EngineContext } from '../engine-context.ts';
import { blockedList } from '../sheets/blocked-list.ts';
import { crisisList } from '../sheets/crisis-list.ts';
import { findAnything } from '../sheets/palette.ts';
import { requireDesk } from './require-desk.ts';

export function deskHandlers(context: EngineContext) {
  const { blocked, crisis, directory, views } = implement(engineContract);
  const store = () => requireDesk(context).store;
  return {
    blocked: { list: blocked.list.handler(() => blockedList(requireDesk(context))) },
    crisis: {
      list: crisis.list.handler(async () => {
        const desk = requireDesk(context);
        await desk.image.loaded('candidate');
        return crisisList(desk);
      }),
    },
    directory: {
      regulators: directory.regulators.handler(() =>
        readRegulators(store()).map(({ id, name, agency }) => ({ id, name, agency })),
      ),
      establishment: directory.establishment.handler(({ input }) => {
        const found = readEstablishmentName(store(), input.id);
        if (found === null) throw failure('not-found');
        return found;
      }),
      search: directory.search.handler(async ({ input }) => {
        const desk = requireDesk(context);
        await desk.image.loaded('mission');
        return findAnything(desk, input.text, input.limit);
      }),
    },
    views: {
      list: views.list.handler(({ input }) => listSavedViews(store(), input.window)),
      save: views.save.handler(({ input }) => saveView(store(), input)),
      remove: views.remove.handler(({ input }) => removeView(store(), input.id)),
    },
  };
}
