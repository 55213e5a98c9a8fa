/** A correct account request, any field of which a test may bend. Invented people, fictitious establishment. */
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import type { AccountRequestForm } from '../../contract/national/forms/account-request-form.ts';

export const NO_NEED_YET: MissionNeed = {
  profession: 'autre',
  specialty: null,
  headcount: 0,
  startDate: '2020-11-15',
  endDate: '2020-11-15',
  ehpad: false,
  intensiveCare: false,
  vehicle: false,
  weekend: false,
  vaccinationHelp: false,
  vaccinationExperience: false,
  vaccinationProfessions: [],
};

export const TWO_NURSES: MissionNeed = {
  ...NO_NEED_YET,
  profession: 'infirmier-diplome-etat',
  headcount: 2,
  startDate: '2020-11-20',
  endDate: '2020-12-20',
  ehpad: true,
};

export function accountForm(requestId: string, patch: Partial<AccountRequestForm> = {}): AccountRequestForm {
  return {
    requestId,
    lastName: 'Fictive',
    firstName: 'Claude',
    email: 'claude.fictive@ehpad-demo.example',
    phone: '01 99 00 12 34',
    category: '500',
    finess: '549900074',
    gid: null,
    establishmentName: 'EHPAD de démonstration – Les Tilleuls',
    address: '1 rue de la Démonstration',
    postalCode: '54000',
    city: 'Nancy',
    agency: 6,
    missions: [TWO_NURSES],
    ...patch,
  };
}
