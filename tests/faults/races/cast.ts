/** Who takes part in a race. */
import type { Principal } from '../../../contract/national/principal.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Subjects } from './subjects.ts';
import type { Part, Theme } from './themes.ts';

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

export function leadOf(agency: number, index: number): Principal {
  return person(index, { role: 'ars-lead', agency });
}

export function deskPerson(index: number): Principal {
  return person(index, { role: 'ccs-lead' });
}

function inPart(part: Part, index: number, subjects: Subjects, random: SeededRandom): Principal {
  switch (part) {
    case 'lead':
      return leadOf(subjects.receiver, index);
    case 'regulator':
      return person(index, { role: 'ars-regulator', agency: subjects.receiver });
    case 'lender-lead':
      return leadOf(subjects.lender, index);
    case 'desk':
      return deskPerson(index);
    case 'house-0':
    case 'house-1': {
      const house = subjects.establishments[part === 'house-0' ? 0 : 1] ?? '';
      return person(index, { role: 'establishment', establishments: [house] });
    }
    case 'person':
      return person(index, { role: 'candidate', candidateId: random.pick(subjects.candidates) });
  }
}

/** The theme's two rivals, then anybody of its cast. */
export function drawCast(random: SeededRandom, theme: Theme, subjects: Subjects, count: number): Principal[] {
  return Array.from({ length: count }, (_, index) => {
    const part = index < 2 ? (theme.cast[index] ?? 'lead') : random.pick(theme.cast);
    return inPart(part, index, subjects, random);
  });
}
