/** Why a spreadsheet is not even read (TRUST S24-S26). The family is for tests and logs, the sentence for people. */

export const SHEET_REFUSALS = {
  'too-large': 'Ce fichier dépasse 5 Mo.',
  'not-a-workbook': 'Ce fichier n’est pas un classeur .xlsx lisible.',
  truncated: 'Ce classeur est incomplet ou abîmé.',
  'too-many-parts': 'Ce classeur contient trop de parties pour un formulaire.',
  'too-much-content': 'Ce classeur, une fois ouvert, serait démesuré.',
  'suspicious-ratio': 'Ce classeur, une fois ouvert, serait démesuré.',
  'unsafe-name': 'Ce classeur contient une partie au nom interdit.',
  'duplicate-name': 'Ce classeur contient deux fois la même partie.',
  'symbolic-link': 'Ce classeur contient un lien : il est refusé.',
  'nested-archive': 'Ce classeur contient un autre fichier archivé : il est refusé.',
  encrypted: 'Ce classeur est protégé par un mot de passe : enregistrez-le sans protection.',
  'unknown-compression': 'Ce classeur est compressé d’une façon que le service ne lit pas.',
  overlap: 'Ce classeur est mal formé : deux parties se recouvrent.',
  'lying-size': 'Ce classeur est mal formé : une partie n’a pas la taille annoncée.',
  'document-type': 'Ce classeur contient une déclaration XML interdite.',
  'xml-encoding': 'Ce classeur contient du XML dans un codage inattendu.',
  'xml-too-deep': 'Ce classeur contient du XML trop imbriqué.',
  'xml-malformed': 'Ce classeur contient du XML mal formé.',
  'too-many-cells': 'Cette feuille est trop grande : 2 000 lignes et 40 colonnes au plus.',
  'no-sheet': 'Ce classeur n’a pas de feuille à lire.',
  'wrong-header': 'La première ligne n’est pas celle du modèle de l’annexe 2.',
  'too-long': 'La lecture de ce classeur prend trop de temps : il est refusé.',
  'too-much-memory': 'La lecture de ce classeur demande trop de mémoire : il est refusé.',
} as const;

export type SheetRefusalFamily = keyof typeof SHEET_REFUSALS;

export class SheetRefusal extends Error {
  readonly family: SheetRefusalFamily;
  constructor(family: SheetRefusalFamily, detail = '') {
    super(`${SHEET_REFUSALS[family]}${detail}`);
    this.name = 'SheetRefusal';
    this.family = family;
  }
}
