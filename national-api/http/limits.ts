/** How much one caller may ask, and how much one request may carry (TRUST S43, S45). */

export interface HttpLimits {
  /** Requests that read, per principal and minute. */
  readonly readsPerMinute: number;
  /** Requests that write, per principal and minute. */
  readonly writesPerMinute: number;
  /** Commands judged, per principal and minute: an outbox of offline days must pass in one. */
  readonly commandsPerMinute: number;
  /** Whole transfers (bulk, snapshot), per principal and hour. */
  readonly transfersPerHour: number;
  /** Requests without a session, per address and minute: public forms, refused tokens. */
  readonly anonymousPerMinute: number;
  /** Distinct people whose contact details or documents one person looks at in a day. */
  readonly peoplePerDay: number;
  readonly headerBytes: number;
  readonly urlCharacters: number;
  readonly jsonBytes: number;
  /** A batch of 1,000 commands with long notes. */
  readonly batchBytes: number;
  /** Milliseconds for the headers of a request, and for a connection that says nothing. */
  readonly headersTimeout: number;
  /** Milliseconds for a whole request. */
  readonly requestTimeout: number;
  /** Milliseconds that a body may take whatever its pace; beyond, it must keep the pace below. */
  readonly bodyGrace: number;
  /** Bytes a second that a body must keep on average after the grace. */
  readonly bodyPace: number;
}

export const DEFAULT_LIMITS: HttpLimits = {
  readsPerMinute: 600,
  writesPerMinute: 300,
  commandsPerMinute: 20_000,
  transfersPerHour: 30,
  anonymousPerMinute: 300,
  peoplePerDay: 2000,
  headerBytes: 16 * 1024,
  urlCharacters: 2048,
  jsonBytes: 256 * 1024,
  batchBytes: 4 * 1024 * 1024,
  headersTimeout: 7000,
  requestTimeout: 120_000,
  bodyGrace: 6000,
  bodyPace: 2048,
};
