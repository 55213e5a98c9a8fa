/** The longest address that the system browser is given (TRUST S15). */
const LONGEST = 2_048;

/** Why an address of an identity provider is not opened, as a French sentence; null when it may be. */
export function refuseSignInAddress(address: string): string | null {
  const parsed = address.length <= LONGEST ? URL.parse(address) : null;
  if (parsed === null) return "L'adresse de connexion n'est pas lisible.";
  if (parsed.username !== '' || parsed.password !== '') return "L'adresse de connexion porte un identifiant : refusée.";
  const isLoopback = parsed.protocol === 'http:' && parsed.hostname === '127.0.0.1';
  if (parsed.protocol !== 'https:' && !isLoopback)
    return "L'adresse de connexion n'est pas protégée (https) : refusée.";
  return null;
}
