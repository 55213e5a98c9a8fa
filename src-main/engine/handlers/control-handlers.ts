import { implement } from '@orpc/server';
import { countOutbox } from '../../store/outbox/read-outbox.ts';
import type { EngineContext } from '../engine-context.ts';
import { engineControlContract } from '../engine-control.ts';
import { requireDesk } from './require-desk.ts';

export function controlHandlers(context: EngineContext) {
  const control = implement(engineControlContract);
  return {
    open: control.open.handler(async ({ input: { path, key, personId } }) => {
      const bytes = new Uint8Array(Buffer.from(key, 'base64'));
      try {
        const { store } = await context.open(path, bytes, personId);
        return { created: store.created, waiting: countOutbox(store.statements).waiting };
      } finally {
        bytes.fill(0);
      }
    }),
    session: control.session.handler(async ({ input }) => {
      if (input === null && context.desk() === null) return;
      await requireDesk(context).follow(input);
    }),
    facts: control.facts.handler(({ signal }) => context.facts.follow(signal)),
    close: control.close.handler(async () => {
      const desk = context.desk();
      if (desk === null) return { waiting: 0 };
      const { waiting } = countOutbox(desk.store.statements);
      await context.close();
      return { waiting };
    }),
  };
}
