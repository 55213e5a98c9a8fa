/**
 * One person's open base with everything that lives on it: image, decisions, synchronisation. The composition root of
 * the engine room makes it when main opens the base and ends it when main closes it.
 */
import type { SyncState } from '../../contract/app/sync-state.ts';
import { DEFAULT_BLOCKED_THRESHOLDS } from '../../contract/domain/blocked-proposal.ts';
import { hoursBetween } from '../../contract/domain/instant.ts';
import type { RoleName } from '../../contract/domain/role.ts';
import type { DecisionDesk } from '../commands/decision-desk.ts';
import { createDecisionDesk } from '../commands/decision-desk.ts';
import type { Log } from '../diagnostics/log.ts';
import type { NationalClient } from '../national/national-client.ts';
import { createNationalClient } from '../national/national-client.ts';
import type { Transport } from '../national/transport.ts';
import { countOutbox } from '../store/outbox/read-outbox.ts';
import { isMirrorBegun, lastContact } from '../store/queries/read-contact.ts';
import type { NamedProposal } from '../store/queries/read-sheets.ts';
import { readWaitingProposals } from '../store/queries/read-sheets.ts';
import type { Store } from '../store/store.ts';
import { STORE_FAULTS } from '../store/store-fault.ts';
import type { SyncLoop, Timers } from '../sync/sync-loop.ts';
import { startSyncLoop } from '../sync/sync-loop.ts';
import type { SyncStatus } from '../sync/sync-status.ts';
import { SIGNED_OUT } from '../sync/sync-status.ts';
import type { Synchroniser } from '../sync/synchroniser.ts';
import { createSynchroniser } from '../sync/synchroniser.ts';
import type { ChangeHub } from './change-hub.ts';
import { keepData } from './data-keeper.ts';
import type { EngineSession } from './engine-control.ts';
import type { HeldFiles } from './export/held-files.ts';
import { createHeldFiles } from './export/held-files.ts';
import type { Handles } from './handles.ts';
import { createHandles } from './handles.ts';
import type { SnapshotJournal } from './journal/snapshot-entries.ts';
import { createRowSource } from './row-source.ts';
import { DeskImage } from './tables/desk-image.ts';
import type { Turns } from './tables/turns.ts';
import type { Happening } from './tell-happenings.ts';
import { tellHappenings } from './tell-happenings.ts';

/** A base that this version only reads: nothing is brought, nothing leaves, everything may be exported. */
const NEWER_BASE: SyncStatus = { ...SIGNED_OUT, connection: 'offline', message: STORE_FAULTS['newer-schema'] };

export interface DeskParts {
  readonly clock: () => number;
  /** A new UUIDv7. */
  readonly makeId: () => string;
  readonly turns: Turns;
  readonly timers: Timers;
  readonly openTransport: (origin: string, proxy: string | null) => Transport;
  readonly hub: ChangeHub;
  readonly log: Log;
  readonly onTokenRefused: () => void;
  /** Everything nominative was taken off this workstation; the sentence says why and what is kept. */
  readonly onErased: (sentence: string) => void;
  /** Something that a person would want to know though they look elsewhere. */
  readonly onHappening: (happening: Happening) => void;
}

/** The session's line to the national service; it ends when another server or proxy is told. */
interface Line {
  readonly server: string;
  readonly proxy: string | null;
  readonly transport: Transport;
  readonly client: NationalClient;
  readonly synchroniser: Synchroniser;
  readonly loop: SyncLoop;
}

export interface OpenDesk {
  readonly store: Store;
  readonly image: DeskImage;
  readonly handles: Handles;
  /** Long work gives way to answers by these. */
  readonly turns: Turns;
  /** Made for a person, not saved yet. */
  readonly files: HeldFiles;
  /** In a review: columns of volunteers that the snapshot does not hold. */
  readonly absentOfCandidates?: ReadonlySet<string>;
  /** In a review: the journal that the snapshot holds. */
  readonly reviewJournal?: SnapshotJournal;
  /** Null while nobody is signed in. */
  decisions(): DecisionDesk | null;
  client(): NationalClient | null;
  person(): EngineSession['person'] | null;
  session(): EngineSession | null;
  syncState(): SyncState;
  pause(paused: boolean): void;
  hurry(): void;
  follow(session: EngineSession | null): Promise<void>;
  close(): Promise<void>;
}

export function openDesk(store: Store, parts: DeskParts): OpenDesk {
  const { clock, makeId, turns, hub, log } = parts;
  const image = new DeskImage({
    source: createRowSource(store),
    clock,
    turns,
    tell: (revision, topics) => hub.tell(revision, topics),
    onFault: (error) => log('engine.image-fault', { code: error instanceof Error ? error.name : typeof error }),
  });
  const state = {
    session: null as EngineSession | null,
    line: null as Line | null,
    decisions: null as DecisionDesk | null,
    /** Why nothing nominative is here, until the service brings it again. */
    erased: null as string | null,
  };

  const keeper = keepData({
    store,
    timers: parts.timers,
    inContact: () => state.line?.synchroniser.status.connection === 'up-to-date',
    onErased(sentence) {
      state.erased = sentence;
      parts.onErased(sentence);
    },
  });

  const isBlocked = ({ state: now, contactedAt, proposedAt }: NamedProposal): boolean =>
    now === 'contacted' &&
    hoursBetween(Date.parse(contactedAt ?? proposedAt), clock()) >= DEFAULT_BLOCKED_THRESHOLDS.contactBlockedHours;
  const stopTelling = store.readOnly
    ? () => undefined
    : tellHappenings({
        store,
        timers: parts.timers,
        blocked: () => readWaitingProposals(store).filter(isBlocked),
        answersAlerts: () => state.session?.person.role.startsWith('ccs-') === true,
        tell: parts.onHappening,
      });

  function openLine({ server, proxy }: EngineSession): Line {
    const transport = parts.openTransport(server, proxy);
    const client = createNationalClient({ transport, token: () => state.session?.accessToken ?? '', clock });
    const synchroniser = createSynchroniser({ store, client, clock, log, pinnedKeys: null });
    const { timers, onTokenRefused } = parts;
    const onRevoked = () => keeper.revoked();
    const loop = startSyncLoop({ store, client, synchroniser, timers, log, onTokenRefused, onRevoked });
    return { server, proxy, transport, client, synchroniser, loop };
  }

  async function endLine(): Promise<void> {
    const { line } = state;
    state.line = null;
    await line?.loop.stop();
    await line?.transport.close();
  }

  function decisionsOf({ person }: EngineSession): DecisionDesk {
    const { id, role, agency, departements } = person;
    const decider = { personId: id, role: role as RoleName, agency, departements };
    return createDecisionDesk({ store, person: decider, clock, makeId });
  }

  return {
    store,
    image,
    handles: createHandles(clock, makeId),
    turns,
    files: createHeldFiles(clock, makeId),
    decisions: () => state.decisions,
    client: () => state.line?.client ?? null,
    person: () => state.session?.person ?? null,
    session: () => state.session,
    syncState() {
      const status = state.line?.synchroniser.status ?? (store.readOnly ? NEWER_BASE : SIGNED_OUT);
      const person = state.session?.person ?? null;
      return {
        connection: status.connection,
        message: (isMirrorBegun(store) ? null : state.erased) ?? status.message,
        person: person && { id: person.id, name: person.name, role: person.role, agency: person.agency },
        lastSyncAt: lastContact(store),
        clockAheadMs: status.clockAheadMs,
        progress: status.progress,
        ...countOutbox(store.statements),
        revision: store.revision,
      };
    },
    pause: (paused) => state.line?.loop.pause(paused),
    hurry: () => state.line?.loop.hurry(),
    async follow(session) {
      const before = state.session;
      state.session = session;
      const isSamePerson = JSON.stringify(before?.person) === JSON.stringify(session?.person);
      if (session === null) state.decisions = null;
      else if (!isSamePerson || state.decisions === null) state.decisions = decisionsOf(session);
      const { line } = state;
      if (session === null) {
        await endLine();
      } else if (!store.readOnly) {
        if (line !== null && (line.server !== session.server || line.proxy !== session.proxy)) await endLine();
        state.line ??= openLine(session);
        state.line.loop.session(true);
      }
      hub.tell(store.revision, ['sync']);
    },
    async close() {
      keeper.stop();
      stopTelling();
      await endLine();
      image.stop();
      store.close();
    },
  };
}
