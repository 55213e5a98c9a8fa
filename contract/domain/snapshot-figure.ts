/** What may have changed between two snapshots of a cell, in the order in which a regulation point tells it (UX 8, 10). */
export const CHANGE_FIGURES = {
  'need-appeared': { family: 'needs', label: 'Besoins apparus' },
  'need-gone': { family: 'needs', label: 'Besoins sortis du périmètre' },
  'need-covered': { family: 'needs', label: 'Besoins pourvus' },
  'need-reopened': { family: 'needs', label: 'Besoins rouverts' },
  'need-closed': { family: 'needs', label: 'Besoins clôturés' },
  'need-resized': { family: 'needs', label: 'Nombre de postes modifié' },
  'cover-moved': { family: 'needs', label: 'Postes pourvus ou libérés' },
  'priority-moved': { family: 'needs', label: 'Priorités modifiées' },
  'person-gained': { family: 'people', label: 'Volontaires gagnés' },
  'person-lost': { family: 'people', label: 'Volontaires perdus' },
  'person-unseen-before': { family: 'people', label: 'Apparus, ou écartés avant (non comparables)' },
  'person-unseen-after': { family: 'people', label: 'Disparus, ou écartés après (non comparables)' },
  'person-proposed': { family: 'people', label: 'Volontaires proposés' },
  'person-reserved': { family: 'people', label: 'Volontaires réservés (contactés)' },
  'person-assigned': { family: 'people', label: 'Volontaires affectés' },
  'person-freed': { family: 'people', label: 'Volontaires libérés' },
  'person-withdrew': { family: 'people', label: 'Volontaires devenus indisponibles' },
  'person-returned': { family: 'people', label: 'Volontaires de nouveau disponibles' },
  'person-verified': { family: 'people', label: 'Volontaires vérifiés' },
  'person-unverified': { family: 'people', label: 'Volontaires remis à vérifier' },
  'crisis-on': { family: 'regulation', label: 'Gestions de crise activées' },
  'crisis-off': { family: 'regulation', label: 'Gestions de crise levées' },
  'opening-made': { family: 'regulation', label: 'Ouvertures décidées' },
  'opening-changed': { family: 'regulation', label: 'Ouvertures modifiées' },
  'opening-closed': { family: 'regulation', label: 'Ouvertures closes' },
  'alert-raised': { family: 'regulation', label: 'Alertes au CCS posées' },
  'alert-moved': { family: 'regulation', label: 'Alertes au CCS traitées' },
} as const;

export type ChangeFigure = keyof typeof CHANGE_FIGURES;
export type ChangeFamily = 'needs' | 'people' | 'regulation';

export const CHANGE_FIGURE_NAMES = Object.keys(CHANGE_FIGURES) as readonly ChangeFigure[];
