import type { ReviewInfo } from '../../../contract/app/snapshot-contract.ts';
import type { Actor } from '../../snapshots/format/manifest.ts';
import type { ReadSnapshot } from '../../snapshots/format/read-container.ts';

const named = ({ name, role, agency }: Actor) => ({ name, role, agency });

/** What the banner of a review says. */
export function reviewInfo(reviewId: string, { manifest, signer, isExpired }: ReadSnapshot): ReviewInfo {
  const { request, approval, parts } = manifest;
  const { scope, purpose, purposeText, recipients, nominative, expiresAt } = request;
  return {
    reviewId,
    snapshotId: manifest.id,
    kind: manifest.kind,
    takenAt: manifest.takenAt,
    expiresAt,
    isExpired,
    nominative,
    author: named(request.author),
    agreedBy: approval === null ? null : named(approval.by),
    signer: { keyId: signer.keyId, owner: signer.owner, source: signer.source },
    listDate: signer.listDate,
    purpose,
    purposeText,
    recipients,
    series: request.series?.name ?? null,
    agency: scope.agency,
    departements: scope.departements,
    professions: scope.professions,
    withheld: manifest.withheld,
    smallest: manifest.smallest,
    parts: parts.map(({ name, rows }) => ({ name, rows })),
  };
}
