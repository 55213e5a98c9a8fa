/** Signs in as the desktop application does: PKCE S256, loopback redirection, through the demonstration's provider. */
import { createHash, randomBytes } from 'node:crypto';
import { WORKSPACE_CLIENT } from '../../national-api/identity/clients.ts';
import type { Answer, Browser } from './browser.ts';
import { createBrowser } from './browser.ts';

export const REDIRECT = 'http://127.0.0.1:49152/retour';

export interface Attempt {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly url: URL;
}

/** A new authorization request, any parameter of which a test may bend (null removes it). */
export function authorizationRequest(serviceUrl: string, bend: Record<string, string | null> = {}): Attempt {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const nonce = randomBytes(16).toString('base64url');
  const parameters: Record<string, string | null> = {
    client_id: WORKSPACE_CLIENT,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...bend,
  };
  const url = new URL('/oidc/auth', serviceUrl);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return { verifier, state, nonce, url };
}

/** From the request to the list of people of the demonstration. */
export async function openDemoList(browser: Browser, serviceUrl: string, attempt: Attempt): Promise<Answer> {
  return browser.follow(await browser.get(attempt.url), serviceUrl);
}

/** Chooses a person and follows to the loopback address; returns the parameters that arrive there. */
export async function chooseDemoPerson(
  browser: Browser,
  serviceUrl: string,
  list: Answer,
  person: string,
): Promise<URLSearchParams> {
  const chosen = await browser.follow(await browser.post(list.url, { person }), serviceUrl);
  const location = chosen.headers.get('location');
  if (location === null || !location.startsWith(REDIRECT)) {
    throw new Error(`No return to the workspace: ${chosen.status} ${chosen.body.slice(0, 200)}`);
  }
  return new URL(location).searchParams;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export async function askToken(serviceUrl: string, form: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(new URL('/oidc/token', serviceUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** The exchange of a code, any field of which a test may bend. */
export function codeForm(code: string, verifier: string, bend: Record<string, string> = {}): Record<string, string> {
  return {
    grant_type: 'authorization_code',
    client_id: WORKSPACE_CLIENT,
    redirect_uri: REDIRECT,
    code,
    code_verifier: verifier,
    ...bend,
  };
}

/** The whole of it. @example const { accessToken } = await signIn(url, 'demo-camille-aubepine'); */
export async function signIn(
  serviceUrl: string,
  person: string,
): Promise<{ accessToken: string; refreshToken: string; idToken: string; attempt: Attempt }> {
  const browser = createBrowser();
  const attempt = authorizationRequest(serviceUrl);
  const list = await openDemoList(browser, serviceUrl, attempt);
  const returned = await chooseDemoPerson(browser, serviceUrl, list, person);
  const code = returned.get('code');
  if (code === null) throw new Error(`No code: ${returned.toString()}`);
  const { status, body } = await askToken(serviceUrl, codeForm(code, attempt.verifier));
  if (status !== 200) throw new Error(`No token: ${JSON.stringify(body)}`);
  return {
    accessToken: String(body['access_token']),
    refreshToken: String(body['refresh_token']),
    idToken: String(body['id_token']),
    attempt,
  };
}
