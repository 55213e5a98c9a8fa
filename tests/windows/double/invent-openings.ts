import type { OpeningSheet } from '../../../contract/app/nation-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import { TODAY } from './invent-missions.ts';

const STATES = ['active', 'awaiting-agreement', 'paused', 'active', 'closed'] as const;
const LENDERS = [
  'Bretagne',
  'Pays de la Loire, Normandie',
  'Toutes les régions',
  'Hauts-de-France',
  'Bretagne',
] as const;

/** Openings in every state; a region is receiver of some and lender of others. */
export function inventOpenings(isNational: boolean): TableRow[] {
  return STATES.map((state, index) => {
    const side = isNational ? 'nation' : index % 2 === 0 ? 'receives' : 'lends';
    const made = index === 3;
    return {
      id: `o-${index}`,
      state,
      side,
      receiver: side === 'lends' ? 'Île-de-France' : index === 2 ? 'Grand-Est · 4 missions' : 'Grand-Est',
      lenders: side === 'lends' ? 'Grand-Est' : (LENDERS[index] ?? ''),
      poolKinds: index === 1 ? 1 : 6,
      professions: index === 2 ? 'Toutes' : 'Infirmier diplômé d’État, Aide-soignant',
      mobilisations: 'Nationale',
      used: [3, 0, 10, 6, 8][index] ?? 0,
      assigned: [1, 0, 4, 2, 8][index] ?? 0,
      ceiling: [10, 20, 10, 15, 8][index] ?? 1,
      fromDate: addDays(TODAY, -3),
      untilDate: addDays(TODAY, 12 - index),
      objection: made ? 'made' : index === 0 ? 'possible' : 'none',
      awaits: isNational
        ? made
          ? 'overrule'
          : null
        : side === 'lends' && state === 'awaiting-agreement'
          ? 'agree'
          : null,
      reason: 'Réanimations saturées, trois alertes sans réponse régionale',
      authorName: 'Bureau national Fictif',
      createdAt: `${addDays(TODAY, -1)}T10:00:00.000Z`,
      hasOpenIntent: index === 2 ? 1 : 0,
      hasConflict: 0,
    };
  });
}

export function inventOpeningSheet(opening: TableRow, revision: number): OpeningSheet {
  const isMade = opening['objection'] === 'made';
  return {
    revision,
    opening,
    terms: {
      ...{ receiverAgency: 6, receiverMissions: null, lenderAgencies: [4], poolKinds: ['regional-volunteers'] },
      ...{ professions: ['infirmier-diplome-etat'], specialties: [], mobilisations: ['national'] },
      ...{ fromDate: addDays(TODAY, -3), untilDate: addDays(TODAY, 12), ceiling: Number(opening['ceiling']) },
    },
    missions: [],
    objection: isMade
      ? {
          byName: 'Responsable Fictif',
          at: `${TODAY}T06:40:00.000Z`,
          reason: 'Nos propres EHPAD n’ont plus personne la semaine prochaine.',
          overruledByName: null,
          overruledReason: null,
        }
      : null,
    objectionUntil: opening['objection'] === 'possible' ? `${TODAY}T10:00:00.000Z` : null,
    agreements:
      opening['state'] === 'awaiting-agreement'
        ? [
            { agency: 16, byName: 'Responsable Inventée', at: `${TODAY}T07:00:00.000Z` },
            { agency: 2, byName: null, at: null },
          ]
        : [],
    closed:
      opening['state'] === 'closed'
        ? { byName: 'Service national', at: `${TODAY}T05:00:00.000Z`, reason: 'Plafond atteint' }
        : null,
    proposals: ['Alix Exemple', 'Noa Fictif', null].map((candidateName, index) => ({
      ...{ id: `p-${index}`, missionId: `m-${index}`, candidateId: `c-${index}`, candidateName },
      establishmentName: 'Centre hospitalier fictif (Metz)',
      state: ['contacted', 'accepted', 'open'][index] ?? 'open',
      proposedAt: `${addDays(TODAY, -1)}T1${index}:00:00.000Z`,
    })),
  };
}
