/** What each kind of line of the journal is called on screen: the orders, and what the service writes by itself. */

/** Orders, as the person gave them. */
const ORDERS: Readonly<Record<string, string>> = {
  'mission.set-priority': 'Priorité',
  'mission.defer': 'Report',
  'mission.note': 'Note',
  'mission.assign-regulator': 'Régulateur désigné',
  'mission.create': 'Besoin déposé',
  'mission.change-need': 'Besoin modifié',
  'mission.close': 'Mission close',
  'mission.reopen': 'Mission rouverte',
  'mission.archive': 'Mission archivée',
  'alert.raise': 'Alerte au CCS',
  'alert.take': 'Alerte prise',
  'alert.answer': 'Alerte répondue',
  'alert.decline': 'Alerte déclinée',
  'alert.comment': 'Message sur l’alerte',
  'alert.lift': 'Alerte levée',
  'proposal.create': 'Proposition',
  'proposal.withdraw': 'Proposition retirée',
  'proposal.release': 'Candidat libéré',
  'proposal.remind': 'Relance de l’établissement',
  'proposal.assign-on-behalf': 'Affectation pour l’établissement',
  'proposal.contact': 'Contact par l’établissement',
  'proposal.accept': 'Candidat accepté',
  'proposal.refuse': 'Candidat refusé',
  'proposal.end-early': 'Affectation terminée tôt',
  'proposal.cancel-assignment': 'Affectation annulée',
  'candidate.verify': 'Vérification des pièces',
  'candidate.set-availability': 'Disponibilité',
  'candidate.merge': 'Doublons réunis',
  'candidate.join-pool': 'Entrée dans un vivier',
  'candidate.leave-pool': 'Sortie d’un vivier',
  'crisis-mode.switch': 'Mode crise',
  'direct-access.grant': 'Accès direct accordé',
  'direct-access.revoke': 'Accès direct retiré',
  'opening.create': 'Ouverture de viviers',
  'opening.adjust': 'Ouverture ajustée',
  'opening.close': 'Ouverture fermée',
  'opening.agree': 'Accord à une ouverture',
  'opening.object': 'Objection à une ouverture',
  'opening.overrule': 'Objection écartée',
  'reserve-request.send': 'Demande à la Réserve sanitaire',
  'reserve-request.record-answer': 'Réponse de la Réserve sanitaire',
  'arbitration.record': 'Plan d’arbitrage',
  'account-request.import': 'Compte importé',
  'account-request.renew-activation': 'Lien d’activation renouvelé',
  'account-request.validate': 'Compte validé',
  'account-request.refuse': 'Compte refusé',
  'account-request.resolve-duplicate': 'Doublon de compte traité',
  'habilitation.grant': 'Habilitation donnée',
  'habilitation.revoke': 'Habilitation retirée',
  'signing-key.register': 'Clé de signature enregistrée',
  'signing-key.revoke': 'Clé de signature révoquée',
};

/** What follows from an order, from somebody outside, or from the service's clock. */
const EFFECTS: Readonly<Record<string, string>> = {
  'account.activate': 'Compte activé',
  'account-request.submit': 'Demande de compte',
  'assignment.end': 'Affectation arrivée à son terme',
  'assignment.move': 'Affectation déplacée',
  'candidate.change-own-record': 'Fiche modifiée par la personne',
  'candidate.deposit-document': 'Pièce déposée',
  'candidate.sign-up': 'Inscription',
  'opening.await-agreement': 'Ouverture en attente d’accord',
  'opening.begin': 'Ouverture commencée',
  'opening.close-by-itself': 'Ouverture arrivée à son terme',
  'opening.pause': 'Ouverture en pause',
  'opening.resume': 'Ouverture reprise',
  'proposal.change-record': 'Proposition rattachée à la fiche gardée',
  'proposal.lapse': 'Proposition caduque',
  'proposal.recall': 'Contact rappelé',
  'proposal.resume': 'Proposition reprise',
  'proposal.suspend': 'Proposition suspendue',
  'read-journal.anchor': 'Consultations scellées',
};

const TITLES: Readonly<Record<string, string>> = { ...ORDERS, ...EFFECTS };

/** @example decisionTitle('mission.defer') // 'Report' */
export function decisionTitle(kind: string): string {
  return TITLES[kind] ?? 'Autre décision';
}

export const TITLED_KINDS: readonly string[] = Object.keys(TITLES);
