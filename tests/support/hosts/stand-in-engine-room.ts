/** An engine room that is started as the real one is, in whatever process the host gives, and knows nothing but who came. */
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { EngineSession } from '../../../src-main/engine/engine-control.ts';
import { engineRoomContract } from '../../../src-main/engine/engine-control.ts';
import { openEngineConnection } from '../../../src-main/host/engine-connection.ts';
import { connectionPort } from '../../../src-main/rpc/connection-port.ts';

const room = implement(engineRoomContract);
const state = { session: null as EngineSession | null, opened: '', opens: 0 };

const router = {
  sync: {
    state: room.sync.state.handler(() => ({
      connection: state.session === null ? ('signed-out' as const) : ('up-to-date' as const),
      message: `${state.opens} ${state.opened}`,
      person: state.session && {
        id: state.session.person.id,
        name: state.session.person.name,
        role: state.session.person.role,
        agency: state.session.person.agency,
      },
      lastSyncAt: null,
      clockAheadMs: null,
      progress: null,
      waiting: 0,
      conflicts: 0,
      refused: 0,
      revision: 1,
    })),
    changes: room.sync.changes.handler(async function* () {
      for (let revision = 1; revision <= 3; revision += 1) yield { revision, topics: ['missions' as const] };
    }),
  },
  missions: {
    page: room.missions.page.handler(({ input }) => {
      if (input.search === 'die') process.exit(9);
      const rows = Array.from({ length: input.limit }, (_, index) => ({ id: `m-${index}`, headcount: index }));
      return { revision: 1, total: 1834, outOf: 1834, rows, complete: true };
    }),
  },
  control: {
    open: room.control.open.handler(({ input }) => {
      state.opens += 1;
      state.opened = `${input.personId} ${Buffer.from(input.key, 'base64').length} ${input.path}`;
      return { created: true, waiting: 0 };
    }),
    session: room.control.session.handler(({ input }) => {
      state.session = input;
    }),
    facts: room.control.facts.handler(async function* ({ signal }) {
      yield { fact: 'notification' as const, kind: 'alert' as const, title: 'Alerte', body: 'Une alerte attend.' };
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    }),
    close: room.control.close.handler(() => ({ waiting: 3 })),
  },
};

new RPCHandler(router as never).upgrade(connectionPort(openEngineConnection()));
