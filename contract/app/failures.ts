/**
 * The closed list of errors that cross the wall to a window: code, French sentence, what to do. Anything else is a bug
 * and comes as `unexpected` with a reference that is also in the log (ARCHITECTURE §3).
 */
import { z } from 'zod';

const advice = z.strictObject({ advice: z.string(), reference: z.string().nullable() });

export const FAILURES = {
  'not-found': { message: "Cet élément n'est pas, ou plus, sur ce poste.", data: advice },
  'not-allowed': { message: 'Votre habilitation ne permet pas cette action.', data: advice },
  'preview-expired': { message: "L'aperçu n'est plus valable : demandez-le à nouveau.", data: advice },
  'signed-out': { message: "Vous n'êtes pas connecté.", data: advice },
  offline: { message: "Cette action demande le service national, qui n'est pas joignable.", data: advice },
  'national-refused': { message: 'Le service national a refusé.', data: advice },
  'engine-restarted': { message: 'Le moteur du poste a redémarré : recommencez, rien n’est perdu.', data: advice },
  'disk-full': { message: "Le disque est plein : la décision n'a pas été enregistrée.", data: advice },
  'storage-damaged': { message: 'La base locale est endommagée : elle a été mise de côté.', data: advice },
  'ill-formed': { message: "Cette question n'est pas comprise par le poste : elle n'a rien changé.", data: advice },
  unexpected: { message: 'Une erreur inattendue est survenue.', data: advice },
} as const;

export type FailureCode = keyof typeof FAILURES;
