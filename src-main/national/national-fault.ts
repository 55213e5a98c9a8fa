/** Why the national service could not be asked, in words that a person can act on. Nothing here decides what to do next. */
import type { Problem } from '../../contract/national/problem.ts';

export const NATIONAL_FAULTS = {
  unreachable: "Le service national n'est pas joignable.",
  untrusted:
    "L'identité du service national n'est pas prouvée : son certificat, ou celui du réseau, est refusé. Rien n'est envoyé ; prévenez l'administrateur de votre poste.",
  'proxy-refused':
    "Le mandataire (proxy) du réseau refuse la liaison avec le service national : prévenez l'administrateur de votre poste. Vos décisions sont gardées.",
  timeout: 'Le service national ne répond pas à temps.',
  'captive-portal':
    'Le réseau demande une connexion : une page web est venue à la place du service national. Ouvrez un navigateur, identifiez-vous sur le réseau, puis reprenez.',
  redirected: "Le réseau renvoie vers une autre adresse : l'échange est interrompu par sécurité.",
  'not-understood': "La réponse reçue n'est pas celle du service national.",
  truncated: 'La réponse du service national a été coupée.',
  'too-large': 'La réponse du service national dépasse ce que le poste accepte.',
  busy: 'Le service national est momentanément surchargé.',
  'session-expired': 'La session est terminée : reconnectez-vous. Vos décisions sont gardées.',
  'no-right':
    'Votre habilitation ne permet plus cet accès : les données de ce poste restent lisibles, vos décisions sont gardées.',
  'other-person': "La session est celle d'une autre personne que cette base : rien n'est envoyé.",
  'start-again': 'Les données doivent être rechargées entièrement.',
  'resume-unknown': 'Le transfert doit être recommencé.',
  refused: 'Le service national a refusé la demande.',
  'other-version':
    'Ce poste et le service national ne sont pas de la même version : mettez le poste à jour. Vos décisions sont gardées.',
} as const;
export type NationalFaultCode = keyof typeof NATIONAL_FAULTS;

/** Statuses with which the service itself says that it did not begin: session, right, shape, size, pace. */
const NOT_TAKEN = new Set([400, 401, 403, 413, 415, 429]);

export interface NationalFaultDetail {
  /** Seconds that the service asks to wait. */
  readonly retryAfter?: number | null;
  readonly status?: number;
  readonly problem?: Problem;
  readonly cause?: unknown;
  /** False when it is known that the service never took the request in hand. */
  readonly mayHaveArrived?: boolean;
}

export class NationalFault extends Error {
  readonly code: NationalFaultCode;
  readonly retryAfter: number | null;
  readonly status: number | null;
  readonly problem: Problem | null;
  readonly mayHaveArrived: boolean;
  constructor(
    code: NationalFaultCode,
    { retryAfter = null, status, problem, cause, mayHaveArrived }: NationalFaultDetail = {},
  ) {
    super(NATIONAL_FAULTS[code], { cause });
    this.name = 'NationalFault';
    this.code = code;
    this.retryAfter = retryAfter;
    this.status = status ?? null;
    this.problem = problem ?? null;
    this.mayHaveArrived = mayHaveArrived ?? !(problem !== undefined && NOT_TAKEN.has(status ?? 0));
  }
}
