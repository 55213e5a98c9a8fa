/** Rows and decisions of a workstation's base, each with one-line intent. */
import type { RowKind, RowOfKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { MirrorEntry } from '../../src-main/store/mirror/apply-entries.ts';
import { applyEntry } from '../../src-main/store/mirror/apply-entries.ts';
import type { NewDecision } from '../../src-main/store/outbox/write-outbox.ts';
import { insertDecision } from '../../src-main/store/outbox/write-outbox.ts';
import type { Store } from '../../src-main/store/store.ts';
import { openStore } from '../../src-main/store/store.ts';
import { blankRow } from './blank-row.ts';

export const DESK_KEY = new Uint8Array(32).fill(7);
export const DESK_PERSON = 'regulator-6';

/** A base in memory, of the regulator of the tests. */
export function memoryStore(): Store {
  return openStore(':memory:', DESK_KEY, { personId: DESK_PERSON });
}

const TYPICAL: { readonly [K in RowKind]?: Partial<RowOfKind<K>> } = {
  mission: {
    version: 1,
    agency: 6,
    departement: '54',
    establishmentName: 'EHPAD de démonstration – Les Tilleuls',
    establishmentId: 'e-1',
    establishmentFamily: 'ehpad',
    profession: 'infirmier-diplome-etat',
    headcount: 2,
    startDate: '2020-11-16',
    endDate: '2020-11-30',
    state: 'open',
    priority: 'none',
    vaccinationProfessions: '[]',
    createdAt: '2020-11-14T08:00:00.000Z',
  },
  candidate: {
    version: 1,
    agency: 6,
    departement: '54',
    lastName: 'Exemple',
    firstName: 'Dominique',
    profession: 'infirmier-diplome-etat',
    mobilisation: 'national',
    startDate: '2020-11-01',
    weekdays: 1,
    weekend: 1,
    vehicle: 1,
    pools: '[]',
    poolKinds: 4,
    verification: 'verified',
    availability: 'available',
    engagement: 'none',
  },
  proposal: {
    version: 1,
    missionId: 'm-1',
    candidateId: 'c-1',
    establishmentId: 'e-1',
    establishmentName: 'EHPAD de démonstration – Les Tilleuls',
    missionAgency: 6,
    candidateAgency: 6,
    profession: 'infirmier-diplome-etat',
    state: 'open',
    origin: 'agency',
    proposedByName: 'Régulation 6',
    proposedAt: '2020-11-14T09:00:00.000Z',
  },
};

/** A confirmed row, as a page of the feed would bring it. */
export function entryOf<K extends RowKind>(
  kind: K,
  id: string,
  patch: Partial<RowOfKind<K>> = {},
  number = 1,
): MirrorEntry {
  const row = { ...blankRow(ROW_KINDS[kind]), ...TYPICAL[kind], ...patch, id };
  return { kind, id, number, row: row as Record<string, string | number | null> };
}

/** Places confirmed rows into the mirror. */
export function confirm(store: Store, ...entries: readonly MirrorEntry[]): void {
  store.transaction('mirror', (transaction) => {
    for (const entry of entries) applyEntry(transaction, entry);
  });
}

/** A pending decision, with the fields that views and sending read. */
export function decisionOf(
  patch: Partial<Omit<NewDecision, 'input'>> & Pick<NewDecision, 'commandId' | 'kind' | 'subject' | 'fact'>,
  input: object,
): NewDecision {
  return {
    personId: DESK_PERSON,
    batchId: null,
    version: 0,
    origin: 'single',
    decidedAt: '2020-11-15T08:00:00.000Z',
    behind: null,
    replaces: null,
    undoes: null,
    missionId: null,
    candidateId: null,
    label: 'IDE · EHPAD de démonstration – Les Tilleuls (54)',
    title: 'Décision',
    base: '{}',
    input: JSON.stringify(input),
    ...patch,
  };
}

export function decide(store: Store, ...decisions: readonly NewDecision[]): void {
  store.transaction('decision', (transaction) => {
    for (const decision of decisions) insertDecision(transaction, decision);
  });
}
