/** A request for an account as a row of its table. */

import type { TableRow } from '../../../contract/app/table-query.ts';
import type { AccountRequestState } from '../../../contract/domain/account-request.ts';
import { ACTIVATION_LINK_HOURS, isLate } from '../../../contract/domain/account-request.ts';
import { hoursBetween, MILLISECONDS_PER_HOUR } from '../../../contract/domain/instant.ts';
import { needsOf } from '../../commands/decisions/account-request.ts';
import type { AccountRequestViewRow } from '../../store/views/view-rows.ts';

/** What a request has in common with another one that is not refused. */
export type RequestLink = 'same-email' | 'same-establishment' | 'none';

/**
 * Until when the link of a validated account works. The row of a validated request moves when it is validated and when a
 * new link is sent, so that its last change is the link's.
 */
export function linkUntil(request: AccountRequestViewRow): number | null {
  if (request.state !== 'validated' || request.hasOpenIntent === 1) return null;
  return Date.parse(request.updatedAt) + ACTIVATION_LINK_HOURS * MILLISECONDS_PER_HOUR;
}

function activationOf(request: AccountRequestViewRow, now: number): string | null {
  if (request.state === 'activated') return 'used';
  const until = linkUntil(request);
  if (until === null) return null;
  return now <= until ? 'valid' : 'expired';
}

export function accountRow(request: AccountRequestViewRow, link: RequestLink, now: number): TableRow {
  const submitted = Date.parse(request.submittedAt);
  const waits = request.state === 'submitted' || request.state === 'duplicate';
  const { missions, posts } = needsOf(request.missions);
  return {
    id: request.id,
    state: request.state,
    ageHours: waits ? Math.max(0, Math.floor(hoursBetween(submitted, now))) : null,
    late: isLate(request.state as AccountRequestState, submitted, now) ? 1 : 0,
    establishmentName: request.establishmentName,
    city: request.city,
    postalCode: request.postalCode,
    agency: request.agency,
    applicant: `${request.lastName.toLocaleUpperCase('fr')} ${request.firstName}`,
    email: request.email,
    phone: request.phone,
    number: request.finess ?? request.gid,
    category: request.category,
    missions,
    posts,
    link,
    activation: activationOf(request, now),
    origin: request.origin,
    submittedAt: request.submittedAt,
    decidedByName: request.decidedByName,
    decidedAt: request.decidedAt,
    decisionReason: request.decisionReason,
    hasOpenIntent: request.hasOpenIntent,
    hasConflict: request.hasConflict,
  };
}
