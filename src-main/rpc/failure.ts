/** Errors as a window hears them: the closed list of contract/app/failures.ts, each with what to do. */
import { ORPCError } from '@orpc/client';
import type { FailureCode } from '../../contract/app/failures.ts';
import { FAILURES } from '../../contract/app/failures.ts';

const ADVICE: Readonly<Record<FailureCode, string>> = {
  'not-found': 'Actualisez la liste : l’élément a pu sortir de votre périmètre.',
  'not-allowed': 'Adressez-vous au responsable de votre cellule si ce droit vous manque.',
  'preview-expired': 'Demandez à nouveau l’aperçu, puis confirmez.',
  'signed-out': 'Connectez-vous : vos décisions en attente sont conservées.',
  offline: 'Vérifiez le réseau ; vos décisions en attente partiront d’elles-mêmes.',
  'national-refused': 'Lisez le motif, puis décidez à nouveau.',
  'engine-restarted': 'Recommencez : rien n’est perdu.',
  'disk-full': 'Libérez de la place, puis décidez à nouveau.',
  'storage-damaged': 'La base sera téléchargée à nouveau ; les décisions lisibles ont été gardées.',
  'ill-formed': 'Revenez à la vue d’origine ou retirez vos filtres ; si cela se répète, donnez la référence.',
  unexpected: 'Recommencez ; si cela se répète, donnez cette référence à l’assistance.',
};

interface FailureDetails {
  /** In place of the list's own sentence. */
  readonly message?: string;
  readonly advice?: string;
  /** Also in the log. */
  readonly reference?: string;
}

type FailureError = ORPCError<FailureCode, { advice: string; reference: string | null }>;

/** @example throw failure('not-found'); */
export function failure(code: FailureCode, details: FailureDetails = {}): FailureError {
  return new ORPCError(code, {
    defined: true,
    message: details.message ?? FAILURES[code].message,
    data: { advice: details.advice ?? ADVICE[code], reference: details.reference ?? null },
  });
}

/** True when it is one of the list already. */
export function isFailure(error: unknown): error is FailureError {
  return error instanceof ORPCError && error.code in FAILURES;
}
