import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate, aMission, TODAY } from '../../tests/support/matching-pair.ts';
import type { Candidate } from './candidate.ts';
import type { CrisisMode, DirectAccessGrant } from './crisis-mode.ts';
import { directAccess, isInCrisis } from './crisis-mode.ts';
import type { Mission } from './mission.ts';

const GRAND_EST: CrisisMode = { agency: 6, professions: 'all' };
const GRAND_EST_AIDES: CrisisMode = { agency: 6, professions: ['aide-soignant'] };
const GRAND_EST_NURSES: CrisisMode = { agency: 6, professions: ['infirmier-diplome-etat'] };
const BRETAGNE: CrisisMode = { agency: 4, professions: 'all' };

const grant = (changes: Partial<DirectAccessGrant> = {}): DirectAccessGrant => ({
  agency: 6,
  target: { kind: 'establishment', establishmentId: 'establishment-1' },
  from: TODAY,
  until: TODAY,
  ...changes,
});
const toMission = (missionId: string): Partial<DirectAccessGrant> => ({ target: { kind: 'mission', missionId } });

type Case = [string, CrisisMode[], DirectAccessGrant[], Partial<Mission>, Partial<Candidate>, string];

const CASES: Case[] = [
  ['no crisis mode', [], [], {}, {}, 'ordinary'],
  ['F101 the mission’s ARS is in crisis mode', [GRAND_EST], [], {}, {}, 'mission-agency-in-crisis'],
  ['F102 for the profession', [GRAND_EST_AIDES], [], {}, {}, 'mission-agency-in-crisis'],
  ['F102 for another profession', [GRAND_EST_NURSES], [], {}, {}, 'ordinary'],
  ['F101 another ARS is', [BRETAGNE], [], {}, {}, 'ordinary'],
  ['F103 the candidate’s ARS is', [BRETAGNE], [], {}, { agency: 4 }, 'candidate-agency-in-crisis'],
  ['a candidate whom no ARS regulates', [BRETAGNE], [], {}, { agency: null }, 'ordinary'],
  ['F8 the establishment is granted access', [GRAND_EST], [grant()], {}, {}, 'grant'],
  ['F8 the mission is', [GRAND_EST], [grant(toMission('mission-1'))], {}, {}, 'grant'],
  ['F8 another mission is', [GRAND_EST], [grant(toMission('mission-2'))], {}, {}, 'mission-agency-in-crisis'],
  ['F8 the grant is over', [GRAND_EST], [grant({ until: '2020-07-08' })], {}, {}, 'mission-agency-in-crisis'],
  ['F8 the grant is to come', [GRAND_EST], [grant({ from: '2020-07-10' })], {}, {}, 'mission-agency-in-crisis'],
  ['F8 one grants, not the other', [GRAND_EST, BRETAGNE], [grant()], {}, { agency: 4 }, 'candidate-agency-in-crisis'],
  ['F8 both grant', [GRAND_EST, BRETAGNE], [grant(), grant({ agency: 4 })], {}, { agency: 4 }, 'grant'],
  ['F80 proposed elsewhere', [], [], {}, { engagement: 'proposed' }, 'proposed'],
  ['F85 contacted elsewhere', [], [], {}, { engagement: 'contacted' }, 'contacted'],
  ['F82 assigned', [], [], {}, { engagement: 'assigned' }, 'assigned'],
  ['F79 unavailable', [], [], {}, { availability: 'unavailable' }, 'unavailable'],
  ['F59 filled', [], [], { accepted: 2 }, {}, 'mission-not-open'],
  ['ended', [], [], { end: '2020-07-08' }, {}, 'mission-not-open'],
];

describe('directAccess', () => {
  it.each(CASES)('%s', (_title, crisis, grants, mission, candidate, expected) => {
    const access = directAccess(aMission(mission), aCandidate(candidate), crisis, grants, TODAY);
    expect(access.allowed ? access.by : access.reason).toBe(expected);
  });

  it('F103 switching crisis mode on never opens access, a grant never closes it', () => {
    const mode = fc.constantFrom(GRAND_EST, GRAND_EST_AIDES, GRAND_EST_NURSES, BRETAGNE);
    const grants = fc.array(fc.constantFrom(grant(), grant({ agency: 4 }), grant(toMission('mission-2'))));
    const candidate = fc.constantFrom(...([6, 4, null] as const).map((agency) => aCandidate({ agency })));
    fc.assert(
      fc.property(fc.array(mode), mode, grants, candidate, (crisis, more, given, person) => {
        const allowed = (modes: CrisisMode[], granted: DirectAccessGrant[]): boolean =>
          directAccess(aMission(), person, modes, granted, TODAY).allowed;
        if (allowed([...crisis, more], given)) expect(allowed(crisis, given)).toBe(true);
        if (allowed(crisis, given)) expect(allowed(crisis, [...given, grant()])).toBe(true);
        expect(allowed([], [])).toBe(true);
      }),
    );
  });
});

describe('isInCrisis', () => {
  it('F102 is per agency and per profession', () => {
    expect(isInCrisis([GRAND_EST_AIDES, BRETAGNE], 6, 'aide-soignant')).toBe(true);
    expect(isInCrisis([GRAND_EST_AIDES, BRETAGNE], 6, 'sage-femme')).toBe(false);
    expect(isInCrisis([GRAND_EST_AIDES, BRETAGNE], 4, 'sage-femme')).toBe(true);
    expect(isInCrisis([GRAND_EST_AIDES, BRETAGNE], null, 'sage-femme')).toBe(false);
  });
});
