import { addDays } from '../../../contract/domain/civil-date.ts';
import { TODAY } from './invent-missions.ts';

const NAMES = ['Alix Exemple', 'Noa Fictif', 'Lou Essai', 'Camille Démo', 'Sacha Témoin', 'Maxime Modèle'] as const;
const PLACES = ['Centre hospitalier fictif (Metz)', 'EHPAD de démonstration – Les Tilleuls (Nancy)'] as const;
const STATES = ['pending', 'sending', 'conflict', 'refused', 'confirmed', 'withdrawn'] as const;

/** Blocked people, crisis modes and decisions, all invented. */
export function inventLines() {
  return {
    blocked: (revision: number, full: boolean) => ({
      revision,
      proposals: !full
        ? []
        : NAMES.map((candidateName, index) => ({
            id: `p-${index}`,
            version: 1,
            candidateId: `c-${index}`,
            missionId: `m-${index}`,
            candidateName,
            establishmentName: PLACES[index % 2] ?? '',
            state: index === 5 ? 'open' : 'contacted',
            origin: 'agency',
            proposedAt: `${addDays(TODAY, -4)}T09:00:00.000Z`,
            contactedAt: `${addDays(TODAY, -3)}T09:00:00.000Z`,
            decidedAt: null,
            reason: null,
            mailState: 'sent',
            hasOpenIntent: index === 2,
            hours: 96 - index * 13,
            level: index < 3 ? ('blocked' as const) : index < 5 ? ('reminder' as const) : ('waiting' as const),
            remindedAt: index % 2 === 0 ? `${addDays(TODAY, -1)}T10:00:00.000Z` : null,
            establishmentId: `e-${index % 2}`,
            establishmentPhone: '03 00 00 00 00',
          })),
      establishments: !full
        ? []
        : PLACES.map((name, index) => ({ id: `e-${index}`, name, holding: 3, medianHours: 70 - index * 20 })),
    }),
    crisis: (revision: number, full: boolean) => ({
      revision,
      lines: !full
        ? []
        : [null, 'infirmier-diplome-etat', 'aide-soignant', 'medecin-generaliste'].map((profession, index) => ({
            agency: 6,
            profession,
            active: index === 1,
            version: 1,
            reason: index === 1 ? 'Troisième vague : prioriser les réanimations' : null,
            byName: index === 1 ? 'Responsable Fictive' : null,
            at: index === 1 ? `${addDays(TODAY, -2)}T08:00:00.000Z` : null,
            missions: 412 - index * 80,
            candidates: 5_310 - index * 1_200,
            contactedNow: 37 - index * 8,
            proposedNow: 64 - index * 12,
            hasOpenIntent: index === 2,
          })),
      grants: !full
        ? []
        : [
            {
              id: 'g-1',
              agency: 6,
              establishmentId: 'e-1',
              establishmentName: PLACES[0],
              targetLabel: PLACES[0],
              missionId: null,
              untilDate: addDays(TODAY, 6),
              reason: 'Réanimation saturée',
              byName: 'Responsable Fictive',
            },
          ],
    }),
    outbox: (full: boolean) => ({
      total: full ? STATES.length : 0,
      lines: !full
        ? []
        : STATES.map((state, index) => ({
            commandId: `k-${index}`,
            batchId: 'b-1',
            title: index % 2 === 0 ? 'Priorité P1 · vitale' : 'Proposition',
            subjectLabel: PLACES[index % 2] ?? '',
            subjectKind: 'mission',
            subjectId: `m-${index}`,
            state,
            createdAt: `${TODAY}T07:4${index}:00.000Z`,
            settledAt: state === 'confirmed' ? `${TODAY}T07:59:00.000Z` : null,
            message:
              state === 'conflict'
                ? 'Régulateur Inventé a décidé entre-temps.'
                : state === 'refused'
                  ? 'La mission est pourvue.'
                  : null,
            author: state === 'conflict' ? 'Régulateur Inventé' : null,
            authorAt: state === 'conflict' ? `${TODAY}T07:50:00.000Z` : null,
            nextTryAt: state === 'pending' ? `${TODAY}T08:02:00.000Z` : null,
            outOfScope: index === 3,
          })),
    }),
    conflict: (commandId: string) => ({
      commandId,
      title: 'Priorité P1 · vitale',
      subjectLabel: PLACES[0],
      author: 'Régulateur Inventé',
      at: `${TODAY}T07:50:00.000Z`,
      message: 'La priorité a changé pendant que votre décision attendait.',
      fields: [{ label: 'Priorité', base: 'Sans priorité', mine: 'P1 · vitale', theirs: 'P3 · importante' }],
    }),
  };
}
