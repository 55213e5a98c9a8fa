/** What the window of volunteers to follow says. French. */
import { formatDay, formatNumber, plural } from './format.ts';

export const FR_FOLLOW_UP = {
  title: 'Professionnels à suivre',
  tabsLabel: 'Liste suivie',
  tabs: {
    verify: 'À vérifier',
    blocked: 'Bloqués',
    expiring: 'Disponibilité finissante',
    returns: 'Retours de mission',
  } as Readonly<Record<string, string>>,
  daysLabel: 'Période',
  days: (days: number) => `${formatNumber(days)} jours`,
  chosen: (count: number) => plural(count, 'personne choisie', 'personnes choisies'),
  verify: {
    label: 'Professionnels à vérifier',
    none: 'Personne n’est à vérifier.',
    noneAdvice:
      'Qui s’inscrit apparaît ici, avec ses pièces et son numéro ; la vérification avertit, elle ne bloque jamais.',
    intro: 'Contrôlez la pièce d’identité, le diplôme et le numéro, puis vérifiez (V) ou écartez avec un motif (R).',
  },
  expiring: {
    label: 'Disponibilités finissantes',
    none: 'Aucune disponibilité ne s’achève dans cette période.',
    noneAdvice: 'Allongez la période, ou revenez demain.',
    intro: (from: string, to: string) =>
      `Personnes libres dont la disponibilité s’achève du ${formatDay(from)} au ${formatDay(to)} : proposez-les d’abord.`,
  },
  returns: {
    label: 'Missions finissantes et retours de mission',
    none: 'Aucune mission ne s’achève, et personne n’est revenu, dans cette période.',
    noneAdvice: 'Allongez la période, ou revenez demain.',
    intro: (ending: number, returned: number) =>
      `${plural(ending, 'mission s’achève bientôt', 'missions s’achèvent bientôt')} ; ${plural(returned, 'personne est de retour', 'personnes sont de retour')} : demandez-leur si elles sont de nouveau disponibles.`,
  },
  acts: {
    verify: 'Vérifier',
    reject: 'Écarter…',
    available: 'Disponible',
    unavailable: 'Indisponible…',
  },
  checks: {
    sound: 'Format et clé corrects',
    shape: 'Format correct',
    doubtful: 'Clé à contrôler',
    wrong: 'Format incorrect',
    none: 'Aucun numéro',
  } as Readonly<Record<string, string>>,
  situations: { ending: 'Mission finissante', returned: 'De retour' } as Readonly<Record<string, string>>,
  ended: { accepted: 'En cours', ended: 'Terminée', 'ended-early': 'Terminée tôt' } as Readonly<Record<string, string>>,
  daysAway: (days: number) =>
    days === 0
      ? 'aujourd’hui'
      : days > 0
        ? `dans ${plural(days, 'jour', 'jours')}`
        : `il y a ${plural(-days, 'jour', 'jours')}`,
  present: 'Présente',
  missing: 'Absente',
  diplomaPresent: 'Présent',
  diplomaMissing: 'Absent',
  columns: {
    lastName: 'Nom',
    firstName: 'Prénom',
    profession: 'Profession',
    specialty: 'Spécialité',
    departement: 'Département',
    number: 'Numéro',
    identifierKind: 'Identifiant',
    identifier: 'Contrôle du numéro',
    identityDocument: 'Pièce d’identité',
    diploma: 'Diplôme',
    status: 'Statut',
    verification: 'Vérification',
    startDate: 'Disponible du',
    endDate: 'Disponible jusqu’au',
    agency: 'ARS',
    mobilisation: 'Mobilisation',
    city: 'Ville',
    intent: 'Décision',
    conflict: 'En conflit',
    situation: 'Situation',
    days: 'Échéance',
    missionEnd: 'Fin de mission',
    establishment: 'Établissement',
    ended: 'Mission',
  },
} as const;
