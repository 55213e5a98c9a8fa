/** People whom the base does not know yet fill the public forms. */
import type { Outcome, Stage } from './stage.ts';

export async function playVolunteer({ client, invention, clock }: Stage): Promise<Outcome> {
  await client.submit('/v1/candidates', invention.volunteer(clock()));
  return 'accepted';
}

export async function playApplicant({ client, invention, clock }: Stage): Promise<Outcome> {
  await client.submit('/v1/account-requests', invention.applicant(clock()));
  return 'accepted';
}
