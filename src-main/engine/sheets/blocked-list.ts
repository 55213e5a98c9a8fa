/** People whom establishments keep waiting, longest first (UX 6; FEATURES D1), and who keeps them. */
import { DEFAULT_BLOCKED_THRESHOLDS } from '../../../contract/domain/blocked-proposal.ts';
import { hoursBetween } from '../../../contract/domain/instant.ts';
import type { NamedProposal } from '../../store/queries/read-sheets.ts';
import { readWaitingProposals } from '../../store/queries/read-sheets.ts';
import type { OpenDesk } from '../open-desk.ts';
import { proposalLine } from './proposal-lines.ts';

type Level = 'reminder' | 'blocked' | 'waiting';

function levelOf({ state }: NamedProposal, hours: number): Level | null {
  const { contactReminderHours, contactBlockedHours } = DEFAULT_BLOCKED_THRESHOLDS;
  if (hours < contactReminderHours) return null;
  if (state !== 'contacted') return 'waiting';
  return hours >= contactBlockedHours ? 'blocked' : 'reminder';
}

function waitedHours(row: NamedProposal, now: number): number {
  const since = row.state === 'contacted' ? row.contactedAt : (row.resumedAt ?? row.proposedAt);
  return Math.max(0, hoursBetween(Date.parse(since ?? row.proposedAt), now));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const toTenths = (hours: number): number => Math.round(hours * 10) / 10;

export function blockedList({ store, image }: OpenDesk) {
  image.flush();
  const waiting = readWaitingProposals(store).map((row) => ({ row, hours: waitedHours(row, image.now) }));
  const proposals = waiting
    .toSorted((left, right) => right.hours - left.hours)
    .flatMap(({ row, hours }) => {
      const level = levelOf(row, hours);
      if (level === null) return [];
      const { remindedAt, establishmentId, establishmentPhone } = row;
      return [{ ...proposalLine(row), hours: toTenths(hours), level, remindedAt, establishmentId, establishmentPhone }];
    });
  const contacted = waiting.filter(({ row }) => row.state === 'contacted');
  const holders = Map.groupBy(contacted, ({ row }) => row.establishmentId);
  const establishments = [...holders].map(([id, held]) => ({
    id,
    name: held[0]?.row.establishmentName ?? '',
    holding: held.length,
    medianHours: toTenths(median(held.map(({ hours }) => hours))),
  }));
  establishments.sort((left, right) => right.medianHours - left.medianHours || right.holding - left.holding);
  return { revision: image.revision, proposals, establishments };
}
