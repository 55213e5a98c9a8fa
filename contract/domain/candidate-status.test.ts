import { describe, expect, it } from 'vitest';
import type { Availability, Engagement, Verification } from './candidate-status.ts';
import {
  AVAILABILITIES,
  candidateStatusLabels,
  ENGAGEMENTS,
  STATUS_LABELS,
  VERIFICATIONS,
} from './candidate-status.ts';

type Row = [Verification, Availability, Engagement, string, string, string];

const TABLE: Row[] = [
  ['to-verify', 'available', 'none', 'DISPONIBLE', 'À VÉRIFIER', 'DISPONIBLE'],
  ['verified', 'available', 'none', 'DISPONIBLE', 'VÉRIFIÉ', 'VÉRIFIÉ'],
  ['to-verify', 'unavailable', 'none', 'INDISPONIBLE', 'À VÉRIFIER', 'INDISPONIBLE'],
  ['verified', 'unavailable', 'none', 'INDISPONIBLE', 'VÉRIFIÉ', 'INDISPONIBLE'],
  ['to-verify', 'available', 'proposed', 'EN COURS', 'À VÉRIFIER', 'EN COURS'],
  ['verified', 'unavailable', 'proposed', 'EN COURS', 'VÉRIFIÉ', 'EN COURS'],
  ['verified', 'available', 'contacted', 'CONTACTÉ', 'VÉRIFIÉ', 'CONTACTÉ'],
  ['to-verify', 'unavailable', 'contacted', 'CONTACTÉ', 'À VÉRIFIER', 'CONTACTÉ'],
  ['verified', 'available', 'assigned', 'AFFECTÉ', 'VÉRIFIÉ', 'AFFECTÉ'],
  ['to-verify', 'unavailable', 'assigned', 'AFFECTÉ', 'À VÉRIFIER', 'AFFECTÉ'],
];

describe('candidateStatusLabels', () => {
  it.each(TABLE)('F76-F82 F166 %s, %s, %s reads %s, %s, and %s for establishments', (...row) => {
    const [verification, availability, engagement, status, verified, forEstablishments] = row;
    expect(candidateStatusLabels({ verification, availability, engagement })).toEqual({
      status,
      verification: verified,
      forEstablishments,
    });
  });

  it('F83 no combination of facts ever reads REFUSÉ: that is the state of a proposal', () => {
    for (const verification of VERIFICATIONS) {
      for (const availability of AVAILABILITIES) {
        for (const engagement of ENGAGEMENTS) {
          const labels = candidateStatusLabels({ verification, availability, engagement });
          expect(STATUS_LABELS).toContain(labels.status);
          expect([...STATUS_LABELS, 'VÉRIFIÉ']).toContain(labels.forEstablishments);
        }
      }
    }
  });
});
