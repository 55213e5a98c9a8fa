/** The answer to "who is speaking?": a principal, or why not, in a code that the HTTP front turns into a problem. */
import type { Principal } from '../../contract/national/principal.ts';

export const AUTHENTICATION_FAULTS = {
  'token-unknown': { status: 401, message: 'Votre session n’est pas reconnue : identifiez-vous à nouveau.' },
  'token-expired': { status: 401, message: 'Votre session a expiré : identifiez-vous à nouveau.' },
  'no-habilitation': {
    status: 403,
    message: 'Aucune habilitation en cours ne vous est connue : adressez-vous au responsable de votre cellule.',
  },
  'habilitation-ended': {
    status: 403,
    message: 'Votre habilitation a pris fin : demandez son renouvellement au responsable de votre cellule.',
  },
  'account-not-active': { status: 403, message: 'Ce compte n’est pas activé, ou il a été fermé.' },
  'candidate-gone': { status: 403, message: 'Cette fiche de professionnel volontaire n’existe plus.' },
} as const;

export type AuthenticationFault = keyof typeof AUTHENTICATION_FAULTS;

export type Authentication =
  | { readonly ok: true; readonly principal: Principal }
  | { readonly ok: false; readonly code: AuthenticationFault; readonly status: 401 | 403; readonly message: string };

export const authenticated = (principal: Principal): Authentication => ({ ok: true, principal });

export const notAuthenticated = (code: AuthenticationFault): Authentication => ({
  ok: false,
  code,
  ...AUTHENTICATION_FAULTS[code],
});
