/** The one JSON line that tells that the service is ready, and who may be played in the demonstration. */
import { agencyOf, isAgencyCode } from '../contract/domain/geography/agency.ts';
import { ROLE_LABELS } from '../contract/domain/role.ts';
import { DEMO_PEOPLE } from './identity/demo-people.ts';

export interface ReadyPerson {
  readonly name: string;
  readonly role: string;
  /** French: role, agency, remark. */
  readonly label: string;
  readonly agency: number | null;
  /** What the sign-in page knows them by. */
  readonly login: string;
}

export function readyPeople(): readonly ReadyPerson[] {
  return DEMO_PEOPLE.map(({ givenName, familyName, role, agency, email, remark }) => ({
    name: `${givenName} ${familyName}`,
    role,
    label: [ROLE_LABELS[role], isAgencyCode(agency) ? agencyOf(agency).label : '', remark].filter(Boolean).join(' · '),
    agency,
    login: email,
  }));
}

/** @example readyLine('http://127.0.0.1:4000') // '{"url":"http://127.0.0.1:4000","people":[…]}\n' */
export function readyLine(url: string): string {
  return `${JSON.stringify({ url, people: readyPeople() })}\n`;
}
