/**
 * An upstream provider that misbehaves on demand (TRUST S41). Tokens are put together by hand: no library would sign
 * what these tests need signed.
 */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const UPSTREAM_CLIENT = 'service-national-test';
export const UPSTREAM_SECRET = 'un-secret-de-test-assez-long-pour-hs256';

type Claims = Record<string, unknown>;

/** How the next answers differ from good ones. */
export interface Misbehaviour {
  alg?: 'RS256' | 'ES256' | 'HS256' | 'none';
  /** HMAC key of HS256: the client's secret, or the public key that everybody knows. */
  hmacKey?: 'secret' | 'public-key';
  /** Signed by a key that is not published, under the published key's id. */
  strangerKey?: boolean;
  kid?: string;
  claims?: Claims;
  withoutIdToken?: boolean;
  tokenStatus?: number;
  userInfo?: Claims;
  userInfoStatus?: number;
}

export interface FakeUpstream {
  readonly issuer: string;
  /** Set before the step that it should spoil. */
  misbehaviour: Misbehaviour;
  /** The nonce of the authorization request, as a real provider remembers it. */
  nonce: string;
  /** Forms that reached the token endpoint. */
  readonly tokenRequests: readonly URLSearchParams[];
  close(): Promise<void>;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function startFakeUpstream(): Promise<FakeUpstream> {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const tokenRequests: URLSearchParams[] = [];

  function idToken(fake: FakeUpstream): string {
    const { alg = 'RS256', hmacKey = 'secret', strangerKey = false, kid, claims = {} } = fake.misbehaviour;
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      iss: fake.issuer,
      aud: UPSTREAM_CLIENT,
      sub: 'upstream-camille',
      nonce: fake.nonce,
      iat: now,
      exp: now + 300,
      ...claims,
    };
    const header = { alg, kid: kid ?? (alg === 'ES256' ? 'ec-1' : 'rsa-1'), typ: 'JWT' };
    const signed = `${encode(header)}.${encode(payload)}`;
    if (alg === 'none') return `${signed}.`;
    if (alg === 'HS256') {
      const key = hmacKey === 'secret' ? UPSTREAM_SECRET : rsa.publicKey.export({ type: 'spki', format: 'pem' });
      return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
    }
    const key = strangerKey ? stranger.privateKey : rsa.privateKey;
    const signature =
      alg === 'ES256'
        ? sign('sha256', Buffer.from(signed), { key: curve.privateKey, dsaEncoding: 'ieee-p1363' })
        : sign('sha256', Buffer.from(signed), key);
    return `${signed}.${signature.toString('base64url')}`;
  }

  const server = createServer(async (request, response) => {
    const json = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const path = new URL(request.url ?? '/', fake.issuer).pathname;
    if (path === '/.well-known/openid-configuration') {
      json(200, {
        issuer: fake.issuer,
        authorization_endpoint: `${fake.issuer}/authorize`,
        token_endpoint: `${fake.issuer}/token`,
        userinfo_endpoint: `${fake.issuer}/userinfo`,
        jwks_uri: `${fake.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none'],
        authorization_response_iss_parameter_supported: true,
      });
    } else if (path === '/jwks') {
      json(200, {
        keys: [
          { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa-1', use: 'sig' },
          { ...curve.publicKey.export({ format: 'jwk' }), kid: 'ec-1', use: 'sig' },
        ],
      });
    } else if (path === '/token') {
      tokenRequests.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      const { tokenStatus = 200, withoutIdToken = false } = fake.misbehaviour;
      if (tokenStatus !== 200) json(tokenStatus, { error: 'invalid_grant' });
      else {
        const body = { access_token: 'upstream-access', token_type: 'Bearer', expires_in: 60 };
        json(200, withoutIdToken ? body : { ...body, id_token: idToken(fake) });
      }
    } else if (path === '/userinfo') {
      const { userInfo = {}, userInfoStatus = 200 } = fake.misbehaviour;
      const good = { sub: 'upstream-camille', email: 'camille.aubepine@ars-grand-est-demo.example' };
      json(userInfoStatus, { ...good, ...userInfo });
    } else json(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeUpstream = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    misbehaviour: {},
    nonce: '',
    tokenRequests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return fake;
}
