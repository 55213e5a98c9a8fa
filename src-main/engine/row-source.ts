/** Where the engine's rows come from: the views that join truth and intent, and what matching needs beside them. */
import type { OpeningRow, PoolRow } from '../../contract/national/rows/regulation-rows.ts';
import type { ChangeListener } from '../store/change-notice.ts';
import { isMirrorWhole } from '../store/queries/read-contact.ts';
import type { EngagingProposal } from '../store/queries/read-relations.ts';
import {
  readEngagingProposals,
  readEstablishmentKeys,
  readOpenings,
  readPools,
} from '../store/queries/read-relations.ts';
import { mostRows, readCandidateView, readMissionView } from '../store/queries/view-rows.ts';
import type { Store } from '../store/store.ts';
import type { CandidateViewRow, MissionViewRow } from '../store/views/view-rows.ts';

export interface RowSource {
  readonly revision: number;
  /** False until the first transfer is whole. */
  isComplete(): boolean;
  /** At least as many rows as will be read. */
  mostRows(kind: 'mission' | 'candidate'): number;
  /** In slices: a reader may pause between two rows. Ids that are gone are absent. */
  readMissions(ids?: readonly string[]): Iterable<MissionViewRow>;
  readCandidates(ids?: readonly string[]): Iterable<CandidateViewRow>;
  readProposals(since: string, ids?: readonly string[]): readonly EngagingProposal[];
  readPools(): readonly PoolRow[];
  readOpenings(): readonly OpeningRow[];
  readEstablishmentKeys(): readonly { id: string; finess: string | null; gid: string | null }[];
  onChange(listener: ChangeListener): () => void;
}

export function createRowSource(store: Store): RowSource {
  return {
    get revision() {
      return store.revision;
    },
    isComplete: () => isMirrorWhole(store),
    mostRows: (kind) => mostRows(store, kind),
    readMissions: (ids) => readMissionView(store, ids),
    readCandidates: (ids) => readCandidateView(store, ids),
    readProposals: (since, ids) => readEngagingProposals(store, since, ids),
    readPools: () => readPools(store),
    readOpenings: () => readOpenings(store),
    readEstablishmentKeys: () => readEstablishmentKeys(store),
    onChange: (listener) => store.onChange(listener),
  };
}
