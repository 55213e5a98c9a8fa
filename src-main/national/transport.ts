/** One exchange of bytes with the national service: what the client needs of HTTP, and all that a simulation must play. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST';
  /** From the root: '/v1/feed?after=12'. The origin is the session's, never a caller's (TRUST S40). */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the exchange is given up. */
  readonly patience: number;
}

export interface TransportAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface Transport {
  /** @throws NationalFault 'unreachable' | 'timeout'; while the body is read also 'truncated' */
  exchange(request: TransportRequest): Promise<TransportAnswer>;
  close(): Promise<void>;
}
