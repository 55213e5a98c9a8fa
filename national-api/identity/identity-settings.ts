/** What the identity part must be told; nothing is read from the environment. */

/** An OpenID Connect provider that knows the people of the cells: ProConnect, Pro Santé Connect, an agency's own. */
export interface UpstreamSettings {
  /** Said to people: "ProConnect". */
  readonly label: string;
  /** Issuer, as its discovery document says it. */
  readonly issuer: string;
  /** Name under which its people are known here for ever; its issuer, unless its address may change. */
  readonly knownAs?: string;
  /** This service is its confidential client: the secret never leaves the server (TRUST, result 9). */
  readonly clientId: string;
  readonly clientSecret: string;
  /** For instance 'openid given_name usual_name email'. */
  readonly scope: string;
  /** Level of assurance asked for, for instance 'eidas1'; null when the provider has none. */
  readonly acrValues: string | null;
  readonly idTokenAlgorithm: 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
}

export interface IdentitySettings {
  /**
   * Address at which browsers reach the service, without a final slash; asked at the first request, when the port is
   * known. https everywhere but on a loopback address.
   */
  readonly publicUrl: () => string;
  /** Folder of the keys. */
  readonly dataFolder: string;
  /** 'demo' mounts the demonstration's provider and uses it. */
  readonly upstream: UpstreamSettings | 'demo';
  readonly lifetimes?: Partial<TokenLifetimes>;
}

/** Seconds. */
export interface TokenLifetimes {
  readonly accessToken: number;
  /** Each use gives a new one: this is how long a workstation may stay silent. */
  readonly refreshToken: number;
  /** From sign-in to the next sign-in, whatever the use. */
  readonly grant: number;
}

export const DEFAULT_LIFETIMES: TokenLifetimes = {
  accessToken: 600,
  refreshToken: 12 * 3600,
  grant: 7 * 24 * 3600,
};

/** True for the addresses at which plain http is acceptable: the machine itself. */
export function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost');
}

/** @throws when the address is plain http elsewhere than on the machine itself. */
export function checkAddress(what: string, url: string): string {
  if (!url.startsWith('https://') && !isLoopback(url)) throw new Error(`${what} must be https: ${url}`);
  return url.replace(/\/$/, '');
}
