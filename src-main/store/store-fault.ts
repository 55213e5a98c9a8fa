/** What can go wrong with the local base, in the words of the failures that windows know (contract/app/failures.ts). */
export const STORE_FAULTS = {
  'disk-full': "Le disque est plein : rien n'a été enregistré.",
  'read-only': "La base locale ne peut pas être écrite : rien n'a été enregistré.",
  'storage-damaged': 'La base locale est endommagée.',
  'key-refused': "La clé de la base locale n'est pas la bonne, ou le fichier n'est pas une base du poste.",
  'newer-schema':
    "La base locale vient d'une version plus récente du poste : elle se lit, rien n'y est écrit. Mettez le poste à jour ; vos décisions en attente peuvent être enregistrées dans un fichier.",
  'other-person': "Cette base locale appartient à une autre personne : elle n'est pas ouverte.",
  'sqlite-too-old': 'La version de SQLite de ce poste est trop ancienne.',
} as const;
export type StoreFaultCode = keyof typeof STORE_FAULTS;

/** Thrown by everything under store/; the code chooses the sentence and what to do. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  constructor(code: StoreFaultCode, options?: { readonly cause: unknown }) {
    super(STORE_FAULTS[code], options);
    this.name = 'StoreFault';
    this.code = code;
  }
}

const BY_SQLITE_CODE: readonly (readonly [RegExp, StoreFaultCode])[] = [
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_IOERR_(WRITE|SHMSIZE)/, 'disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN)/, 'read-only'],
  // A page whose authentication fails is read as damage, whichever of these SQLite says (TRUST result 4).
  [/^SQLITE_(CORRUPT|NOTADB|IOERR)/, 'storage-damaged'],
];

/** The fault behind an error of SQLite, or the error itself when it is a bug of ours. */
export function asStoreFault(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const text = error.code;
  const found = BY_SQLITE_CODE.find(([pattern]) => pattern.test(text));
  return found === undefined ? error : new StoreFault(found[1], { cause: error });
}
