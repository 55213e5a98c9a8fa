import { parseArgs } from 'node:util';

export const USAGE = `Usage :
  npm run snapshot -- info   FICHIER            ce que l'instantané dit de lui-même, une fois prouvé
  npm run snapshot -- verify FICHIER            signature, contenu, dates : le code de sortie dit tout
  npm run snapshot -- diff   AVANT APRES        ce qui a changé entre deux instantanés
Options :
  --trust LISTE.json        signataires de confiance (obligatoire ; docs/snapshot-format.md §5)
  --identity CLE.txt        clé secrète age (répétable)
  --passphrase-file FICHIER phrase secrète, première ligne du fichier
  --archive                 ouvre aussi ce dont la durée est passée
  --json                    une ligne JSON au lieu de phrases
`;

export type SnapshotCommand = {
  readonly name: 'info' | 'verify' | 'diff';
  readonly files: readonly string[];
  readonly trust: string;
  readonly identities: readonly string[];
  readonly passphraseFile: string | null;
  readonly archive: boolean;
  readonly json: boolean;
};

const FILES = { info: 1, verify: 1, diff: 2 } as const;

const isCommand = (name: string | undefined): name is SnapshotCommand['name'] =>
  name !== undefined && Object.hasOwn(FILES, name);

/** Null when the command line is not one of ours: the usage is shown then. */
export function readArguments(args: readonly string[]): SnapshotCommand | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        trust: { type: 'string' },
        identity: { type: 'string', multiple: true },
        'passphrase-file': { type: 'string' },
        archive: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [name, ...files] = positionals;
    if (!isCommand(name) || files.length !== FILES[name] || values.trust === undefined) return null;
    const { trust, identity = [], archive, json } = values;
    return {
      name,
      files,
      trust,
      identities: identity,
      passphraseFile: values['passphrase-file'] ?? null,
      archive,
      json,
    };
  } catch {
    return null;
  }
}
