import { implement } from '@orpc/server';
import { countOutbox } from '../../store/outbox/read-outbox.ts';
import type { EngineContext } from '../engine-context.ts';
import { engineControlContract } from '../engine-control.ts';
import type { HeldFiles } from '../export/held-files.ts';
import { requireDesk } from './require-desk.ts';

/** Whole groups of base64: each part can be read by itself. */
const PART = /[\s\S]{1,1048576}/g;

/** @param others files of this engine that no desk made */
export function controlHandlers(context: EngineContext, others: Pick<HeldFiles, 'take'>) {
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
    takeFile: control.takeFile.handler(async function* ({ input }) {
      const file = context.desk()?.files.take(input.fileId) ?? others.take(input.fileId);
      for (const part of file === null ? [] : (Buffer.concat(file.parts).toString('base64').match(PART) ?? ['']))
        yield { name: file?.name ?? '', part };
    }),
    close: control.close.handler(async () => {
      const desk = context.desk();
      if (desk === null) return { waiting: 0 };
      const { waiting } = countOutbox(desk.store.statements);
      await context.close();
      return { waiting };
    }),
  };
}
