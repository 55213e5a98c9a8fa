import type { Log } from '../diagnostics/log.ts';
import type { Session } from '../session/session.ts';
import type { Notices } from '../windows/notices.ts';
import type { EngineRoom } from './engine-room.ts';

/** Hears what the engine tells the main process, until that engine ends. */
export function followFacts(
  room: EngineRoom,
  session: Pick<Session, 'tokenRefused'>,
  notices: Pick<Notices, 'tell'>,
  log: Log,
): void {
  const listen = async () => {
    for await (const fact of await room.client.control.facts()) {
      log('engine.fact', { fact: fact.fact });
      if (fact.fact === 'token-refused') session.tokenRefused();
      else if (fact.fact === 'notification') notices.tell(fact.kind, fact.title, fact.body);
      else notices.tell('storage', 'Base locale endommagée', fact.sentence);
    }
  };
  listen().catch(() => log('engine.facts-ended'));
}
