import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const FILE = 'renfort-regulation-liens.desktop';

export interface LinkRegistration {
  readonly platform: NodeJS.Platform;
  /** Folder of the application. */
  readonly root: string;
  /** The Node that runs it. */
  readonly node: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Tells a Linux desktop who opens addresses of ours, for this user alone.
 *
 * @returns what to say to the person, in French
 * @throws Error with a French sentence elsewhere: there, the packaged product registers itself
 */
export function registerLinks({ platform, root, node, environment }: LinkRegistration): string {
  if (platform !== 'linux')
    throw new Error(
      'Les adresses renfortrh:// ne s’enregistrent ainsi que sous Linux ; ailleurs, l’installation du produit s’en charge.',
    );
  const folder = join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'applications');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  writeFileSync(path, linkEntry(node, join(root, 'scripts', 'bootstrap.mjs')));
  return `Fichier écrit : ${path}\nPour que le poste ouvre ces adresses : xdg-mime default ${FILE} x-scheme-handler/renfortrh\n`;
}

/** The text of a desktop entry whose command gets the address as one word (Desktop Entry Specification, the Exec key). */
export function linkEntry(node: string, bootstrap: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Poste de régulation (adresses renfortrh)',
    `Exec=${quoted(node)} ${quoted(bootstrap)} start %u`,
    'MimeType=x-scheme-handler/renfortrh;',
    'NoDisplay=true',
    'Terminal=false',
    '',
  ].join('\n');
}

/** Quoted for the Exec key, then escaped as every string of the file is. */
function quoted(word: string): string {
  const safe = word.replaceAll('%', '%%').replace(/["`$\\]/g, (character) => `\\${character}`);
  return `"${safe}"`.replaceAll('\\', '\\\\');
}
