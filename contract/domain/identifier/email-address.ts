import type { Parsed } from '../parsed.ts';
import { parsed, refused } from '../parsed.ts';

/** An address in the one form in which the base keeps and compares it: "1 e-mail = 1 account" (F23). */
export type EmailAddress = string;

const MOST_CHARACTERS = 254;
const MOST_LOCAL_CHARACTERS = 64;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

const EXAMPLE = 'Écrivez une adresse comme prenom.nom@exemple.fr.';
const INVISIBLE_WARNING = "Des caractères invisibles ont été retirés de l'adresse.";

/**
 * Reads an e-mail address and gives its normal form: no invisible character, no space around, small letters. Line
 * breaks, several addresses, quoted or accented ones are refused: they end in a mail that nobody receives.
 *
 * @example parseEmailAddress(' Anne.Exemple@CH-Demo.FR ') // { ok: true, value: 'anne.exemple@ch-demo.fr', … }
 */
export function parseEmailAddress(text: string): Parsed<EmailAddress> {
  const visible = text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '');
  const address = visible.trim().toLowerCase();
  if (address === '') return refused('Indiquez une adresse courriel.');
  if (address.length > MOST_CHARACTERS) return refused('Cette adresse courriel est trop longue.');
  if (/[\s,;<>]/.test(address)) return refused(`Une seule adresse, sans espace. ${EXAMPLE}`);
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1);
  if (/[^\x21-\x7e]/.test(address)) return refused(`Une adresse courriel n'a pas d'accent. ${EXAMPLE}`);
  const fits = at > 0 && local.length <= MOST_LOCAL_CHARACTERS && LOCAL.test(local) && DOMAIN.test(domain);
  if (!fits) return refused(`Cette adresse courriel n'est pas complète. ${EXAMPLE}`);
  return parsed(address, visible === text ? [] : [INVISIBLE_WARNING]);
}
