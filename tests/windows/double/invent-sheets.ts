import type { CandidateSheet, MissionSheet } from '../../../contract/app/sheets.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';

const proposal = (id: string, state: string, name: string, missionId: string) => ({
  id,
  version: 1,
  candidateId: 'c-3',
  missionId,
  candidateName: name,
  establishmentName: 'Centre hospitalier fictif (Nancy)',
  state,
  origin: 'agency',
  proposedAt: '2021-03-13T09:10:00.000Z',
  contactedAt: state === 'contacted' ? '2021-03-13T15:32:00.000Z' : null,
  decidedAt: null,
  reason: null,
  mailState: state === 'open' ? 'bounced' : 'sent',
  hasOpenIntent: false,
});

const HISTORY = [
  {
    at: '2021-03-15T07:41:00.000Z',
    author: null,
    title: 'Priorité : P1 · vitale',
    detail: 'Fermeture du service de nuit annoncée',
    state: 'pending' as const,
  },
  {
    at: '2021-03-14T16:05:00.000Z',
    author: 'Régulatrice Fictive',
    title: 'Alerte au CCS posée',
    detail: null,
    state: 'confirmed' as const,
  },
  {
    at: '2021-03-12T08:12:00.000Z',
    author: 'Centre hospitalier fictif',
    title: 'Besoin déposé',
    detail: '3 infirmiers',
    state: 'confirmed' as const,
  },
];

/** A mission's sheet, with every part filled. */
export function inventMissionSheet(mission: TableRow, all: readonly TableRow[], revision: number): MissionSheet {
  const id = String(mission['id']);
  const others = all.filter((row) => row['establishmentName'] === mission['establishmentName'] && row['id'] !== id);
  return {
    revision,
    mission,
    establishment: {
      id: 'e-1',
      family: mission['establishmentFamily'] ?? 'hospital',
      address: '1 rue de l’Exemple',
      postalCode: mission['postalCode'] ?? '',
      city: mission['city'] ?? '',
      finess: '540000000',
      phone: '03 00 00 00 00',
    },
    otherMissions: others.slice(0, 4),
    proposals: [
      proposal('p-1', 'contacted', 'Alix Exemple', id),
      proposal('p-2', 'open', 'Noa Fictif', id),
      { ...proposal('p-3', 'refused', 'Lou Essai', id), reason: 'distance' },
    ],
    score: {
      points: Number(mission['score']),
      version: '1',
      terms: [
        { code: 'start', label: 'Début', points: 26, explanation: 'Commence dans 2 jours' },
        { code: 'uncovered', label: 'À pourvoir', points: 13, explanation: '2 sur 3 à pourvoir' },
        { code: 'age', label: 'Ancienneté', points: 4, explanation: 'Besoin déposé depuis 5 jours' },
        { code: 'tension', label: 'Tension', points: 12, explanation: 'Tension de la profession : 2,4' },
      ],
    },
    ladder: [
      {
        step: 'students-own-circuit',
        label: 'Réserve étudiante, par son circuit',
        triedAt: '2021-03-12T10:00:00.000Z',
      },
      { step: 'professionals-of-territory', label: 'Professionnels de la direction territoriale', triedAt: null },
      { step: 'region', label: 'Toute la région', triedAt: null },
    ],
    history: HISTORY,
  };
}

export function inventCandidateSheet(candidate: TableRow, forMission: boolean, revision: number): CandidateSheet {
  return {
    revision,
    candidate,
    pools: ['Volontaires de la région', 'Réserve de mobilisation professionnelle (RMP)'],
    proposals: [proposal('p-7', 'contacted', `${candidate['firstName']} ${candidate['lastName']}`, 'm-1')],
    ranking: forMission
      ? [
          { label: 'Dates compatibles', points: 30 },
          { label: 'À 12 km', points: 23 },
          { label: 'Expérience en EHPAD', points: 10 },
        ]
      : null,
    history: HISTORY.slice(1),
  };
}
