/** Every request for an account in sight, with what ties it to others (UX 5; F23, F24, F27, F28). */
import { LIVING_REQUESTS, readAccountRequests } from '../../store/queries/account-rows.ts';
import type { AccountRequestViewRow } from '../../store/views/view-rows.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { RequestLink } from './account-row.ts';
import { accountRow } from './account-row.ts';

const numbersOf = ({ finess, gid }: AccountRequestViewRow): readonly string[] =>
  [finess, gid].filter((number) => number !== null);

function countBy(
  requests: readonly AccountRequestViewRow[],
  keysOf: (request: AccountRequestViewRow) => readonly string[],
) {
  const counts = new Map<string, number>();
  for (const key of requests.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** @example const linkOf = requestLinks(requests); linkOf(requests[0]) // 'same-email' */
export function requestLinks(
  requests: readonly AccountRequestViewRow[],
): (request: AccountRequestViewRow) => RequestLink {
  const living = requests.filter(({ state }) => LIVING_REQUESTS.has(state));
  const emails = countBy(living, ({ email }) => [email]);
  const numbers = countBy(living, numbersOf);
  return (request) => {
    if (!LIVING_REQUESTS.has(request.state)) return 'none';
    if (request.state === 'duplicate' || (emails.get(request.email) ?? 0) > 1) return 'same-email';
    const known = request.sameEstablishmentId !== null && request.state === 'submitted';
    return known || numbersOf(request).some((number) => (numbers.get(number) ?? 0) > 1) ? 'same-establishment' : 'none';
  };
}

export function accountList({ store, image }: Pick<OpenDesk, 'store' | 'image'>) {
  const requests = readAccountRequests(store);
  const linkOf = requestLinks(requests);
  return {
    revision: store.revision,
    complete: image.isComplete('mission'),
    rows: requests.map((request) => accountRow(request, linkOf(request), image.now)),
  };
}
