/** Turns whatever was thrown into a problem document, and leaves the same reference in the log (RFC 9457, TRUST S44). */
import { ORPCError, ValidationError } from '@orpc/contract';
import type { Problem } from '../../contract/national/problem.ts';
import { problemType } from '../../contract/national/problem.ts';
import { isProblemCode, PROBLEM_CODES } from '../../contract/national/problem-codes.ts';
import { StrictJsonError } from '../../contract/national/strict-json.ts';
import { FormRefusal } from '../accounts/form-refusal.ts';
import type { FeedRefusalCode } from '../feed/feed-refusal.ts';
import { FeedRefusal } from '../feed/feed-refusal.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { Ground } from '../kernel/ground.ts';
import { describeIssues } from './describe-issue.ts';
import type { ProblemExtras } from './service-problem.ts';
import { ServiceProblem } from './service-problem.ts';

interface Said {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly extras: ProblemExtras;
}

const say = (status: number, code: string, detail: string, extras: ProblemExtras = {}): Said => ({
  status,
  code,
  detail,
  extras,
});

const JSON_DETAILS: Readonly<Record<StrictJsonError['code'], string>> = {
  'json-not-readable': 'Le contenu envoyé n’est pas un JSON lisible. Rien n’a été enregistré.',
  'json-too-deep': 'Le contenu envoyé est imbriqué au-delà de 32 niveaux. Rien n’a été enregistré.',
  'json-duplicate-key': 'Un même champ est présent deux fois. Rien n’a été enregistré.',
  'json-forbidden-key': 'Un nom de champ est interdit. Rien n’a été enregistré.',
};

/** What fastify itself refuses before any handler. */
const FASTIFY_FAULTS: Readonly<Record<string, Said>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: say(
    413,
    'body-too-large',
    'Le contenu envoyé dépasse la taille permise. Rien n’a été enregistré.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: say(
    415,
    'unsupported-media-type',
    'Ce format de contenu n’est pas accepté ici. Rien n’a été enregistré.',
  ),
  FST_ERR_CTP_EMPTY_TYPE: say(415, 'unsupported-media-type', 'Le format du contenu n’est pas dit (Content-Type).'),
  FST_ERR_BAD_URL: say(400, 'request-not-understood', 'Cette adresse n’est pas lisible.'),
  FST_ERR_MAX_PARAM_LENGTH: say(414, 'request-too-long', 'Cette adresse est trop longue.'),
};

const FEED_STATUSES: Readonly<Record<FeedRefusalCode, number>> = {
  'no-right': 403,
  'scope-changed': 409,
  'unknown-scope-version': 410,
  'cursor-ahead': 410,
  'unknown-resume': 422,
};

/** Codes by which rules and rights say no, where the answer is not 422. */
function statusOfRefusal(code: string): number {
  if (code === 'no-right' || code === 'out-of-scope') return 403;
  if (code === 'people-quota-reached') return 429;
  return code.startsWith('unknown-') ? 404 : 422;
}

/** A rolling day gives places back all along: an hour is a fair time to come back. */
const extrasOfRefusal = (code: string): ProblemExtras => (code === 'people-quota-reached' ? { retryAfter: 3600 } : {});

function fieldsOf(error: ORPCError<string, unknown>): Said | null {
  const cause = error.cause;
  if (!(cause instanceof ValidationError) || error.status !== 400) return null;
  const errors = describeIssues(cause.issues);
  return say(400, 'invalid-input', 'Des champs ne sont pas conformes. Rien n’a été enregistré.', { errors });
}

function understand(error: unknown): Said | null {
  if (error instanceof ServiceProblem) return say(error.status, error.code, error.message, error.extras);
  if (error instanceof CommandRefusal)
    return say(statusOfRefusal(error.code), error.code, error.message, extrasOfRefusal(error.code));
  if (error instanceof CommandConflict) return say(409, error.code, error.message);
  if (error instanceof FormRefusal) return say(422, error.code, error.message, { errors: error.errors });
  if (error instanceof FeedRefusal) return say(FEED_STATUSES[error.code], error.code, error.message);
  if (error instanceof StrictJsonError) return say(400, error.code, JSON_DETAILS[error.code]);
  if (error instanceof ORPCError) {
    const fields = fieldsOf(error);
    if (fields) return fields;
    if (error.status === 400)
      return say(400, 'request-not-understood', 'La requête n’est pas lisible. Rien n’a été enregistré.');
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const known = FASTIFY_FAULTS[error.code];
    if (known) return known;
    if (
      'statusCode' in error &&
      typeof error.statusCode === 'number' &&
      error.statusCode >= 400 &&
      error.statusCode < 500
    ) {
      return say(error.statusCode, 'request-not-understood', 'La requête n’est pas lisible. Rien n’a été enregistré.');
    }
  }
  return null;
}

const FAULT: Said = say(
  500,
  'internal-fault',
  'Le service a rencontré un incident. Rien n’est perdu : présentez à nouveau la même demande, et citez la référence si cela dure.',
);

/**
 * The problem document of anything that was thrown. The log gets the reference, the code and the class of the error:
 * never its message, which may hold SQL, a path or a person's data.
 */
export function answerProblem(ground: Ground, error: unknown, route: string): Problem {
  const said = understand(error) ?? FAULT;
  const reference = ground.makeId();
  ground.log('http.problem', {
    reference,
    code: said.code,
    status: said.status,
    route,
    ...(said === FAULT ? { error: error instanceof Error ? error.name : typeof error } : {}),
  });
  const { errors, verdict, retryAfter } = said.extras;
  return {
    type: problemType(said.code),
    title: isProblemCode(said.code) ? PROBLEM_CODES[said.code] : 'Demande refusée',
    status: said.status,
    detail: said.detail,
    instance: `urn:uuid:${reference}`,
    code: said.code,
    reference,
    ...(errors ? { errors: [...errors] } : {}),
    ...(verdict ? { verdict } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
