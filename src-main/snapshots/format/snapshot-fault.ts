/** Why an exported snapshot is not opened: a closed list, each with its own sentence and its own exit code (TRUST S21). */

/** Code, exit code of `npm run snapshot`, French sentence. The codes are part of docs/snapshot-format.md: never reused. */
export const SNAPSHOT_FAULTS = {
  'not-a-snapshot': { exit: 10, message: 'Ce fichier n’est pas un instantané de régulation.' },
  'future-version': {
    exit: 11,
    message: 'Cet instantané vient d’une version plus récente du logiciel : mettez ce poste à jour pour le lire.',
  },
  'key-needed': {
    exit: 12,
    message: 'Cet instantané est scellé : donnez sa phrase secrète, ou une clé parmi ses destinataires.',
  },
  'wrong-key': {
    exit: 13,
    message:
      'Ni la phrase secrète ni la clé données n’ouvrent cet instantané : il a été scellé pour quelqu’un d’autre.',
  },
  'unknown-signer': {
    exit: 14,
    message: 'Le signataire de cet instantané n’est pas connu de ce poste : rien n’en a été lu.',
  },
  'bad-signature': {
    exit: 15,
    message:
      'La signature ne correspond pas au contenu annoncé : l’instantané a été modifié, ou n’est pas de ce signataire.',
  },
  'revoked-signer': { exit: 16, message: 'La clé du signataire a été révoquée.' },
  'not-yet-valid': {
    exit: 17,
    message: 'Cet instantané est daté du futur : vérifiez l’heure de ce poste.',
  },
  expired: { exit: 18, message: 'La durée de consultation de cet instantané est passée.' },
  truncated: { exit: 19, message: 'Cet instantané est incomplet : la copie a été interrompue, demandez-la à nouveau.' },
  altered: { exit: 20, message: 'Le contenu de cet instantané a été altéré depuis sa signature.' },
  'seal-broken': {
    exit: 25,
    message: 'Le scellé de cet instantané est rompu : le fichier a été altéré, ou sa copie est incomplète.',
  },
  'too-large': { exit: 21, message: 'Cet instantané dépasse les limites de taille admises : il n’a pas été ouvert.' },
  malformed: { exit: 22, message: 'Le contenu de cet instantané ne suit pas le format annoncé.' },
  'not-agreed': {
    exit: 23,
    message: 'Cet instantané est nominatif sans l’accord valable d’une seconde personne : il n’a pas été ouvert.',
  },
} as const;

export type SnapshotFaultCode = keyof typeof SNAPSHOT_FAULTS;

export class SnapshotFault extends Error {
  override readonly name = 'SnapshotFault';
  readonly code: SnapshotFaultCode;

  /** @param detail a French sentence, said after the one of the code */
  constructor(code: SnapshotFaultCode, detail: string | null = null, options: ErrorOptions = {}) {
    const { message } = SNAPSHOT_FAULTS[code];
    super(detail === null ? message : `${message} ${detail}`, options);
    this.code = code;
  }
}
