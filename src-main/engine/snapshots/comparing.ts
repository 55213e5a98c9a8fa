/** Two received files compared in this process, and the rows behind each figure. */
import type { ChangeTotal, Comparison } from '../../../contract/app/snapshot-contract.ts';
import type { OpenedSnapshot, SnapshotComparison } from '../../snapshots/compare/compare-snapshots.ts';
import { compareSnapshots } from '../../snapshots/compare/compare-snapshots.ts';
import { createSnapshotRows } from '../../snapshots/compare/snapshot-rows.ts';
import { openSnapshot } from '../../snapshots/format/open-snapshot.ts';
import { readTrust } from '../../snapshots/format/trust-list.ts';
import type { Turns } from '../tables/turns.ts';
import type { FileCheck } from './snapshot-control.ts';

const MOST_COUNTS = 5_000;

/** @throws SnapshotFault */
export async function openForComparison(
  stream: AsyncIterable<Uint8Array>,
  { trust, identities, passphrase, now, agreementAsked }: FileCheck,
  turns: Turns,
): Promise<OpenedSnapshot> {
  const rows = createSnapshotRows();
  const { manifest } = await openSnapshot(
    stream,
    { identities, passphrase },
    {
      trust: readTrust(trust),
      now,
      expiredOpens: true,
      agreementAsked,
      async onBlock(part, block) {
        await rows.onBlock(part, block);
        await turns.later(0);
      },
    },
  );
  return { manifest, rows };
}

function totalsOf({ lines }: SnapshotComparison): ChangeTotal[] {
  const totals = new Map<string, { -readonly [Name in keyof ChangeTotal]: ChangeTotal[Name] }>();
  for (const { figure, agency, departement, profession, weight } of lines) {
    const key = [figure, agency, departement, profession].join(' ');
    const total = totals.get(key) ?? { figure, agency, departement, profession, count: 0, weight: 0 };
    totals.set(key, total);
    total.count += 1;
    total.weight += weight;
  }
  return [...totals.values()];
}

export function describeComparison(
  comparisonId: string,
  before: OpenedSnapshot,
  after: OpenedSnapshot,
): { readonly told: Comparison; readonly comparison: SnapshotComparison } {
  const comparison = compareSnapshots(before, after);
  const side = ({ manifest }: OpenedSnapshot) => ({
    takenAt: manifest.takenAt,
    series: manifest.request.series?.name ?? null,
  });
  const { peopleAreComparable, scopesDiffer, unseen, counts } = comparison;
  const told = {
    comparisonId,
    before: side(before),
    after: side(after),
    peopleAreComparable,
    scopesDiffer,
    unseen,
    totals: totalsOf(comparison),
    counts: counts.slice(0, MOST_COUNTS),
  };
  return { told, comparison };
}
