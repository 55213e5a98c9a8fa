/** What a person is told when their base was set aside, or gave decisions back. French, with counts. */
import type { SetAside } from './set-aside.ts';

const decisions = (count: number): string => (count === 1 ? '1 décision en attente' : `${count} décisions en attente`);

/** @example keptSentence(1) // '1 décision en attente a été gardée : elle partira d’elle-même.' */
function keptSentence(kept: number): string {
  if (kept === 0) return 'Aucune décision n’y attendait, parmi celles qui se lisent.';
  const [verb, leave] =
    kept === 1 ? ['a été gardée', 'elle partira d’elle-même'] : ['ont été gardées', 'elles partiront d’elles-mêmes'];
  return `${decisions(kept)} ${verb} : ${leave}, et « Mes décisions » permet de les enregistrer dans un fichier.`;
}

function lostSentence(lost: number | null): string {
  if (lost === null) return 'L’historique de vos décisions déjà jugées n’a pas pu être relu sur ce poste.';
  if (lost === 0) return 'Aucune décision n’a été perdue.';
  const said = lost === 1 ? '1 décision n’a pas pu être relue' : `${lost} décisions n’ont pas pu être relues`;
  return `${said} : gardez ce fichier et prévenez l’assistance.`;
}

/** @example setAsideSentence({ quarantined, cause: 'damaged', kept: 3, lost: 0 }) */
export function setAsideSentence({ quarantined, cause, kept, lost }: SetAside): string {
  if (cause === 'key') {
    return `La clé de ce poste n’ouvre pas votre base locale : elle est mise de côté telle quelle (${quarantined}) et une nouvelle est téléchargée. Les décisions qui n’étaient pas parties y sont encore, chiffrées : gardez ce fichier.`;
  }
  return `Votre base locale était endommagée : elle est mise de côté (${quarantined}) et une nouvelle est téléchargée. ${keptSentence(kept)} ${lostSentence(lost)}`;
}

/** @example restoredSentence(2) // 'La base locale avait perdu ses derniers enregistrements : 2 décisions en attente…' */
export function restoredSentence(restored: number): string {
  const verb = restored === 1 ? 'a été retrouvée' : 'ont été retrouvées';
  return `La base locale avait perdu ses derniers enregistrements : ${decisions(restored)} ${verb} dans leur copie de sécurité.`;
}
