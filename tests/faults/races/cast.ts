/** Who takes part: at least two regulators of the same region, then anybody who may act on the same subjects. */
import type { Principal } from '../../../contract/national/principal.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import type { Subjects } from './subjects.ts';

const NOBODY: Principal = {
  personId: '',
  displayName: '',
  role: 'ars-regulator',
  agency: null,
  departements: null,
  establishments: [],
  candidateId: null,
  validUntil: null,
};

function person(index: number, patch: Partial<Principal>): Principal {
  const role = patch.role ?? NOBODY.role;
  return { ...NOBODY, personId: `${role}-${index}`, displayName: `${role} n° ${index}`, ...patch };
}

/** `rights` is the role under which somebody regulates a region. */
export function regulatorOf(agency: number, index: number): Principal {
  return person(index, { role: 'ars-lead', agency });
}

export function deskPerson(index: number): Principal {
  return person(index, { role: 'ccs-lead' });
}

/** Draws `count` people who will race. */
export function drawCast(random: SeededRandom, subjects: Subjects, count: number): Principal[] {
  const others = [
    (index: number) => regulatorOf(subjects.receiver, index),
    (index: number) => person(index, { role: 'ars-regulator', agency: subjects.receiver }),
    (index: number) => regulatorOf(subjects.lender, index),
    deskPerson,
    (index: number) => person(index, { role: 'establishment', establishments: [subjects.establishments[0] ?? ''] }),
    (index: number) => person(index, { role: 'establishment', establishments: [subjects.establishments[1] ?? ''] }),
    (index: number) => person(index, { role: 'candidate', candidateId: random.pick(subjects.candidates) }),
  ];
  // The two rivals: regulators of one region, or two establishments that want the same people.
  const rivals = random.chance(0.5) ? [others[0], others[1]] : [others[4], others[5]];
  return Array.from({ length: count }, (_, index) => (rivals[index] ?? random.pick(others))(index) as Principal);
}
