import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';

export const PASSWORD_LEAST_CHARACTERS = 12;
/** A bound against costly hashing, far above any passphrase. */
export const PASSWORD_MOST_CHARACTERS = 200;

const RULES = [
  { missing: 'une majuscule', has: /\p{Lu}/u },
  { missing: 'une minuscule', has: /\p{Ll}/u },
  { missing: 'un chiffre', has: /\p{Nd}/u },
  { missing: 'un caractère spécial', has: /[^\p{L}\p{Nd}\s]/u },
] as const;

/** What a password lacks, each in French; empty when the rule of F37 is kept. The text is never trimmed. */
export function passwordFaults(password: string): readonly string[] {
  const length = [...password].length;
  const missing: string[] = RULES.filter(({ has }) => !has.test(password)).map((rule) => rule.missing);
  if (length > PASSWORD_MOST_CHARACTERS) missing.unshift(`au plus ${PASSWORD_MOST_CHARACTERS} caractères`);
  if (length < PASSWORD_LEAST_CHARACTERS) missing.unshift(`au moins ${PASSWORD_LEAST_CHARACTERS} caractères`);
  return missing;
}

/**
 * The rule of seed D (F37): 12 characters with an upper-case and a lower-case letter, a digit and a special character.
 *
 * @example parsePassword('motdepasse') // message: 'Il manque : au moins 12 caractères, une majuscule, …'
 */
export function parsePassword(password: string): Parsed<string> {
  const faults = passwordFaults(password);
  return faults.length === 0 ? parsed(password) : refused(`Il manque : ${faults.join(', ')}.`);
}
