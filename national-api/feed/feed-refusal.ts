/** Why a pull or a first transfer is refused; the client shows the sentence and follows the code. */
export const FEED_REFUSALS = {
  /** This role sees nobody through the feed (DOMAIN §9). */
  'no-right': 'Votre habilitation ne donne pas accès aux données de régulation.',
  /** The person changed region since the cursor was given: start again with a first transfer. */
  'scope-changed': 'Votre périmètre a changé : les données doivent être rechargées entièrement.',
  /** The service never had this version of the scope: start again. */
  'unknown-scope-version': 'Le service ne reconnaît pas la version de votre périmètre : rechargez les données.',
  /** The caller has seen more than there is (a restored database): start again. */
  'cursor-ahead': 'Vos données sont en avance sur le service, qui a pu être restauré : rechargez les données.',
  /** The token of a difference or a transfer was not made by this service for this cursor: begin the phase again. */
  'unknown-resume': 'La reprise demandée est inconnue : recommencez le transfert.',
} as const;

export type FeedRefusalCode = keyof typeof FEED_REFUSALS;

/** Thrown by everything under feed/ and snapshot/ that answers a caller. */
export class FeedRefusal extends Error {
  readonly code: FeedRefusalCode;
  constructor(code: FeedRefusalCode) {
    super(FEED_REFUSALS[code]);
    this.name = 'FeedRefusal';
    this.code = code;
  }
}
