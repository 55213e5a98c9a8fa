/** The proposals left without an answer, as rows of a table, and what they add up to by establishment. Pure. */
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { DeskClient } from '../../data/desk-client.ts';
import type { RowList } from '../../tables/page-of-rows.ts';

export type BlockedList = Awaited<ReturnType<DeskClient['blocked']['list']>>;
type BlockedProposal = BlockedList['proposals'][number];

export function blockedRow(proposal: BlockedProposal): TableRow {
  return {
    id: proposal.id,
    level: proposal.level,
    hours: Math.floor(proposal.hours),
    candidateId: proposal.candidateId,
    candidateName: proposal.candidateName,
    missionId: proposal.missionId,
    state: proposal.state,
    establishmentId: proposal.establishmentId,
    establishmentName: proposal.establishmentName,
    establishmentPhone: proposal.establishmentPhone,
    since: proposal.contactedAt ?? proposal.proposedAt,
    remindedAt: proposal.remindedAt,
    origin: proposal.origin,
    mailState: proposal.mailState,
    hasOpenIntent: proposal.hasOpenIntent ? 1 : 0,
  };
}

/** @param establishmentId only what this one holds; null for all */
export function blockedRows(list: BlockedList, establishmentId: string | null): RowList {
  const held = list.proposals.filter((one) => establishmentId === null || one.establishmentId === establishmentId);
  return { revision: list.revision, rows: held.map(blockedRow), complete: true };
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly holding: number;
  readonly medianHours: number;
  readonly phone: string | null;
}

/** Establishments by how many people they hold, the longest median first among equals. */
export function holders({ proposals, establishments }: BlockedList): readonly Holder[] {
  const phones = new Map(proposals.map((one) => [one.establishmentId, one.establishmentPhone]));
  return establishments
    .map((one) => ({ ...one, phone: phones.get(one.id) ?? null }))
    .sort((left, right) => right.holding - left.holding || right.medianHours - left.medianHours);
}

export function countLevel({ proposals }: BlockedList, level: BlockedProposal['level']): number {
  return proposals.filter((one) => one.level === level).length;
}
