/**
 * What happens while nobody looks at the right window, told once (FEATURES D8): an alert that the CCS answered, or that
 * waits for the CCS; decisions that met a conflict or a refusal; people whom an establishment keeps waiting too long.
 * No name of a person is in it: a notification may be read over a shoulder.
 */
import type { AlertRow } from '../../contract/national/rows/regulation-rows.ts';
import type { ChangeNotice } from '../store/change-notice.ts';
import { isMirrorWhole } from '../store/queries/read-contact.ts';
import type { Store } from '../store/store.ts';
import type { Timers } from '../sync/sync-loop.ts';

export interface Happening {
  readonly kind: 'alert' | 'conflict' | 'refused' | 'blocked';
  readonly title: string;
  readonly body: string;
}

export interface HappeningParts {
  readonly store: Store;
  readonly timers: Timers;
  /** Proposals that are blocked now: contacted too long (sheets/blocked-list.ts). */
  readonly blocked: () => readonly { readonly id: string; readonly establishmentName: string }[];
  /** Whether the person answers alerts (CCS) rather than raises them. */
  readonly answersAlerts: () => boolean;
  readonly tell: (happening: Happening) => void;
}

const LOOK_EVERY_MS = 600_000;

type Alert = Pick<AlertRow, 'id' | 'state' | 'missionId'> & { readonly place: string | null };
type Judged = { readonly commandId: string; readonly state: 'conflict' | 'refused'; readonly title: string };

const readAlerts = (store: Store): Alert[] =>
  store.statements.rows<Alert>(
    `SELECT a.id, a.state, a."missionId", m."establishmentName" AS place
     FROM main.alert AS a LEFT JOIN main.mission AS m ON m.id = a."missionId"`,
  );

const readJudged = (store: Store): Judged[] =>
  store.statements.rows<Judged>(
    `SELECT "commandId", state, title FROM main.outbox
     WHERE state = 'conflict' OR (state = 'refused' AND "acknowledgedAt" IS NULL)`,
  );

const ANSWERS: Readonly<Record<string, string>> = {
  taken: 'Le CCS a pris votre alerte',
  answered: 'Le CCS a répondu à votre alerte',
  declined: 'Le CCS a décliné votre alerte',
};

function alertHappening({ state, place }: Alert, answersAlerts: boolean): Happening | null {
  const about = place ?? 'Mission hors de votre périmètre';
  if (answersAlerts)
    return state === 'raised' ? { kind: 'alert', title: 'Une alerte attend le CCS', body: about } : null;
  const title = ANSWERS[state];
  return title === undefined ? null : { kind: 'alert', title, body: about };
}

function judgedHappening(kind: 'conflict' | 'refused', rows: readonly Judged[]): Happening | null {
  const [first] = rows;
  if (first === undefined) return null;
  const one = rows.length === 1;
  const title =
    kind === 'conflict'
      ? one
        ? 'Une décision est en conflit'
        : `${rows.length} décisions sont en conflit`
      : one
        ? 'Une décision est refusée'
        : `${rows.length} décisions sont refusées`;
  const next = kind === 'conflict' ? 'Choisissez dans « Mes décisions ».' : 'Le motif est dans « Mes décisions ».';
  return { kind, title, body: one ? `${first.title}. ${next}` : next };
}

function blockedHappening(rows: readonly { readonly establishmentName: string }[]): Happening | null {
  const [first] = rows;
  if (first === undefined) return null;
  const houses = new Set(rows.map(({ establishmentName }) => establishmentName));
  const where = houses.size === 1 ? first.establishmentName : `${houses.size} établissements`;
  const title = rows.length === 1 ? 'Un professionnel est bloqué' : `${rows.length} professionnels sont bloqués`;
  return { kind: 'blocked', title, body: `Contacté depuis trop longtemps, sans réponse : ${where}.` };
}

/** @returns what stops it */
export function tellHappenings({ store, timers, blocked, answersAlerts, tell }: HappeningParts): () => void {
  const end = new AbortController();
  const alerts = new Map(readAlerts(store).map(({ id, state }) => [id, state]));
  const judged = new Set(readJudged(store).map(({ commandId }) => commandId));
  const waiting = new Set<string>();
  const state = { whole: isMirrorWhole(store), looked: false };
  const say = (happening: Happening | null) => {
    if (happening !== null) tell(happening);
  };

  function lookAtAlerts(): void {
    const isNews = state.whole;
    state.whole = isMirrorWhole(store);
    for (const alert of readAlerts(store)) {
      if (alerts.get(alert.id) === alert.state) continue;
      alerts.set(alert.id, alert.state);
      // What a first transfer brings happened before anybody was here.
      if (isNews) say(alertHappening(alert, answersAlerts()));
    }
  }

  function lookAtJudged(): void {
    const fresh = readJudged(store).filter(({ commandId }) => !judged.has(commandId));
    for (const { commandId } of fresh) judged.add(commandId);
    for (const kind of ['conflict', 'refused'] as const)
      say(
        judgedHappening(
          kind,
          fresh.filter((row) => row.state === kind),
        ),
      );
  }

  function lookAtBlocked(): void {
    const rows = blocked();
    const fresh = rows.filter(({ id }) => !waiting.has(id));
    waiting.clear();
    for (const { id } of rows) waiting.add(id);
    // The first look learns what was blocked already: the window of blocked people tells it.
    if (state.looked) say(blockedHappening(fresh));
    state.looked = true;
  }

  const stopListening = store.onChange(({ topics, changed }: ChangeNotice) => {
    if (changed.has('alert') || topics.includes('sync')) lookAtAlerts();
    if (topics.includes('outbox')) lookAtJudged();
  });
  const run = async () => {
    while (!end.signal.aborted) {
      if (isMirrorWhole(store)) lookAtBlocked();
      await timers.wait(LOOK_EVERY_MS, end.signal);
    }
  };
  void run();
  return () => {
    stopListening();
    end.abort();
  };
}
