import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';

/** What no file system, ours or Windows', takes in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused here
const REFUSED = /[<>:"/\\|?*\u0000-\u001f]/g;
const LONGEST = 120;

/**
 * A name that is safe in any folder and free in this one.
 *
 * @example
 * await freeName(folder, '../decisions.tsv'); // '.._decisions.tsv', or '.._decisions (2).tsv' when that one exists
 */
export async function freeName(folder: string, suggested: string): Promise<string> {
  const wanted =
    suggested
      .replace(REFUSED, '_')
      .replace(/[. ]+$/, '')
      .slice(-LONGEST) || 'fichier';
  const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
  const extension = extname(wanted);
  const stem = wanted.slice(0, wanted.length - extension.length);
  const named = (count: number) => (count === 1 ? wanted : `${stem} (${count})${extension}`);
  const count = Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find(
    (candidate) => !taken.has(named(candidate).toLowerCase()),
  );
  return named(count ?? taken.size + 1);
}
