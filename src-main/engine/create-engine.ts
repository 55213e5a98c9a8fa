/**
 * The engine room put together: one base open at a time, and what is told about it.
 *
 * ```
 *   closed ──open──▶ open ──a rotten page is met──▶ set aside, saved decisions in a new base ──▶ open
 *      ▲               │ close                                                                   │
 *      └───────────────┴─────────────────────────────────────────────────────────────────────────┘
 * ```
 */
import { TOPICS } from '../../contract/app/sync-state.ts';
import type { Log } from '../diagnostics/log.ts';
import type { Salvage } from '../store/salvage-outbox.ts';
import type { Store } from '../store/store.ts';
import { openNewerStore, openStore } from '../store/store.ts';
import { StoreFault } from '../store/store-fault.ts';
import { createChangeHub } from './change-hub.ts';
import type { EngineContext } from './engine-context.ts';
import { createFactStream } from './fact-stream.ts';
import { followDays } from './nation/keep-daily-line.ts';
import type { DeskParts, OpenDesk } from './open-desk.ts';
import { openDesk } from './open-desk.ts';
import type { Opened } from './set-aside.ts';
import { openOrSetAside, setAsideBase } from './set-aside.ts';
import { restoredSentence, setAsideSentence } from './set-aside-sentence.ts';
import { reviewDesk } from './snapshots/review-desk.ts';

export type EngineParts = Pick<DeskParts, 'clock' | 'makeId' | 'turns' | 'timers' | 'openTransport'> & {
  readonly log: Log;
};

/** Where the open base is, and what opens it. */
interface Place {
  readonly path: string;
  readonly key: Uint8Array;
  readonly personId: string;
}

const FULL_SENTENCE =
  'Le disque est plein : votre décision est enregistrée dans la place tenue en réserve. Libérez de la place avant de continuer.';

export function createEngine(parts: EngineParts): EngineContext {
  const { clock, log } = parts;
  const hub = createChangeHub();
  const facts = createFactStream();
  const state = { desk: null as OpenDesk | null, place: null as Place | null };

  async function closeDesk(): Promise<void> {
    const { desk } = state;
    state.desk = null;
    await desk?.close();
  }

  async function close(): Promise<void> {
    await closeDesk();
    state.place?.key.fill(0);
    state.place = null;
  }

  function openBase({ path, key, personId }: Place, salvage: Salvage | undefined): Store {
    const store: Store = openStore(path, key.slice(), {
      ...{ personId, log, reserve: true },
      ...(salvage === undefined ? {} : { salvage }),
      onDamage: () => void recover(() => store),
      onReserveUsed: () =>
        facts.tell({ fact: 'notification', kind: 'storage', title: 'Disque plein', body: FULL_SENTENCE }),
    });
    return store;
  }

  function openPlace(place: Place): Opened {
    try {
      return openOrSetAside(place.path, place.key, clock(), (salvage) => openBase(place, salvage));
    } catch (error) {
      if (!(error instanceof StoreFault && error.code === 'newer-schema')) throw error;
      const { path, key, personId } = place;
      return { store: openNewerStore(path, key.slice(), { personId, log }), setAside: null };
    }
  }

  function adopt({ store, setAside }: Opened): OpenDesk {
    if (setAside !== null) {
      const { quarantined, cause, kept, lost } = setAside;
      log('engine.base-set-aside', { cause, kept, lost });
      facts.tell({ fact: 'storage-damaged', quarantined, sentence: setAsideSentence(setAside) });
    } else if (store.restored > 0) {
      facts.tell({
        fact: 'notification',
        kind: 'storage',
        title: 'Base locale',
        body: restoredSentence(store.restored),
      });
    }
    const desk = openDesk(store, {
      ...{ ...parts, hub },
      onTokenRefused: () => facts.tell({ fact: 'token-refused' }),
      onErased: (body) => facts.tell({ fact: 'notification', kind: 'session', title: 'Données effacées', body }),
      onHappening: (happening) => facts.tell({ fact: 'notification', ...happening }),
    });
    state.desk = desk;
    followDays(desk, () => log('engine.day-not-kept'));
    return desk;
  }

  /** A page that rotted was met while the base was open: the one that met it gets its failure, everybody a new base. */
  async function recover(damaged: () => Store): Promise<void> {
    await parts.turns.later(0);
    const { desk, place } = state;
    if (desk === null || place === null || desk.store !== damaged()) return;
    const session = desk.session();
    await closeDesk().catch(() => log('engine.damaged-not-closed'));
    try {
      const opened = setAsideBase(place.path, place.key, clock(), (salvage) => openBase(place, salvage));
      await adopt(opened).follow(session);
      hub.tell(opened.store.revision, [...TOPICS]);
    } catch (error) {
      log('engine.not-recovered', { code: error instanceof StoreFault ? error.code : 'unexpected' });
    }
  }

  return {
    hub,
    facts,
    log,
    parts,
    desk: () => state.desk,
    close,
    async openReview(store, read, journal) {
      await close();
      const at = Date.parse(read.manifest.takenAt);
      const desk = openDesk(store, {
        ...parts,
        clock: () => at,
        hub,
        onTokenRefused: () => undefined,
        onErased: () => undefined,
        onHappening: () => undefined,
      });
      const review = reviewDesk(desk, read, journal);
      state.desk = review;
      return review;
    },
    async open(path, key, personId) {
      await close();
      const place = { path, key: key.slice(), personId };
      state.place = place;
      return adopt(openPlace(place));
    },
  };
}
