/** What is said when rows leave the workstation: files, print. French. */
import { formatBytes, formatNumber, plural } from './format.ts';

export const FR_EXPORT = {
  open: 'Exporter…',
  title: 'Exporter ce que montre le tableau',
  what: (rows: number, columns: number) =>
    `${plural(rows, 'ligne', 'lignes')} : tout ce que trouvent vos filtres, dans l’ordre du tableau, en ${plural(columns, 'colonne affichée', 'colonnes affichées')}.`,
  format: 'Format',
  formats: {
    csv: 'CSV (point-virgule, UTF-8)',
    xlsx: 'Classeur Excel (XLSX)',
    print: 'Impression',
  },
  printedRows: (most: number) => `L’impression s’arrête à ${formatNumber(most)} lignes.`,
  personal: 'Données personnelles',
  without: (columns: string) => `Sans ce qui nomme les personnes (${columns})`,
  with: 'Avec ce qui nomme les personnes',
  mayNot: 'Votre habilitation ne permet pas d’emporter des données nominatives.',
  confirm:
    'Ces données nominatives quittent le poste : je les garde pour la régulation, ne les transmets qu’à qui en a besoin, et détruis le fichier ensuite.',
  make: 'Exporter',
  print: 'Imprimer',
  progress: (rows: number, outOf: number) => `${formatNumber(rows)} sur ${plural(outOf, 'ligne', 'lignes')}`,
  stop: 'Arrêter',
  stopped: 'Arrêté : rien n’a été gardé.',
  saved: (name: string, rows: number, bytes: number) =>
    `Enregistré : ${name}, ${plural(rows, 'ligne', 'lignes')}, ${formatBytes(bytes)}.`,
  notSaved: 'Rien n’a été enregistré.',
  printedOn: (moment: string) => `Imprimé le ${moment}`,
  printed: (shown: number, total: number) =>
    shown === total
      ? plural(total, 'ligne', 'lignes')
      : `Les ${formatNumber(shown)} premières lignes sur ${formatNumber(total)}`,
} as const;
