/**
 * The registry of everything that the service may answer instead of what was asked (TRUST S44): each code, once, with
 * its French title. A code never changes its meaning; its page is `GET /v1/problems/{code}`. Alphabetical, one line each.
 */
export const PROBLEM_CODES = {
  'account-not-active': 'Compte non activé ou fermé',
  'alert-changed': 'Alerte modifiée entre-temps',
  'alert-not-in-this-state': "Action impossible dans cet état de l'alerte",
  'body-too-large': 'Le contenu envoyé est trop volumineux',
  'body-too-slow': 'Le contenu arrive trop lentement',
  'candidate-gone': 'Fiche supprimée',
  'command-id-mismatch': "L'identifiant de la décision ne correspond pas à l'adresse",
  'command-id-reused': 'Identifiant de décision déjà utilisé',
  'cursor-ahead': 'Données en avance sur le service',
  'fact-changed': 'Décision prise entre-temps par une autre personne',
  'habilitation-ended': 'Habilitation terminée',
  'internal-fault': 'Incident interne',
  'invalid-input': 'Saisie non conforme',
  'invalid-token': 'Session absente ou expirée',
  'json-duplicate-key': 'Champ présent deux fois',
  'json-forbidden-key': 'Nom de champ interdit',
  'json-not-readable': 'Contenu JSON illisible',
  'json-too-deep': 'Contenu JSON trop imbriqué',
  'mission-not-open': 'Mission close',
  'no-habilitation': 'Aucune habilitation',
  'no-right': 'Action non permise par votre habilitation',
  'not-available-here': 'Service non proposé ici',
  'out-of-scope': 'Objet hors de votre périmètre',
  'people-quota-reached': 'Quota quotidien de consultations atteint',
  'reason-required': 'Motif obligatoire',
  'request-not-understood': 'Requête non comprise',
  'request-too-long': 'Adresse ou en-têtes trop longs',
  'scope-changed': 'Périmètre changé',
  'service-busy': 'Service momentanément indisponible',
  'token-expired': 'Session expirée',
  'token-unknown': 'Session non reconnue',
  'too-many-requests': 'Trop de demandes en peu de temps',
  'unknown-alert': 'Alerte inconnue',
  'unknown-candidate': 'Candidat inconnu',
  'unknown-document': 'Pièce inconnue',
  'unknown-ladder-step': 'Étape de solidarité inconnue',
  'unknown-mission': 'Mission inconnue',
  'unknown-problem': 'Code de problème inconnu',
  'unknown-resume': 'Reprise inconnue',
  'unknown-route': 'Adresse inconnue',
  'unknown-scope-version': 'Version de périmètre inconnue',
  'unsupported-media-type': 'Format de contenu non accepté',
} as const satisfies Record<string, string>;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** @example isProblemCode('no-right') // true */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, code);
}
