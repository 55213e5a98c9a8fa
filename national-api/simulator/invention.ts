/** People and needs that nobody knew before: the caller invents them, the simulator only carries them to the service. */
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import type { AccountRequestForm } from '../../contract/national/forms/account-request-form.ts';
import type { CandidateForm } from '../../contract/national/forms/candidate-form.ts';

export interface Invention {
  /** The questionnaire of a new volunteer; some give an address that another gave already. */
  volunteer(now: number): CandidateForm;
  /** An establishment asks for an account; some give an address that another gave already. */
  applicant(now: number): AccountRequestForm;
  /** What an establishment asks for, from some day after today. */
  need(today: CivilDate): MissionNeed;
}
