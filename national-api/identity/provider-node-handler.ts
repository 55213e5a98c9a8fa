/**
 * Lets an oidc-provider answer under a path of the service. It keeps no session: its cookie is dropped, so that each
 * sign-in asks who is there. Single sign-on is the upstream provider's affair, and a shared workstation of a crisis
 * cell never signs in as the person before.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';

const SESSION_COOKIES = /^_session(?:\.sig|\.legacy|\.legacy\.sig)?$/;

function withoutSession(cookies: string): string {
  return cookies
    .split(';')
    .filter((cookie) => !SESSION_COOKIES.test((cookie.split('=', 1)[0] ?? '').trim()))
    .join(';');
}

/**
 * Cleans a request before the provider reads it: the address is the one we publish, whatever the caller's headers say.
 */
export function cleanRequest(request: IncomingMessage, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl);
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name];
  }
  request.headers.host = host;
  // Read because the provider is told that it stands behind a proxy: ours is this very function.
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  if (request.headers.cookie !== undefined) request.headers.cookie = withoutSession(request.headers.cookie);
}

/** Hands a request to the provider mounted under `path`; the promise settles when the answer has left or was cut. */
export function answerWithProvider(
  provider: Provider,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const original = request.url ?? '/';
  (request as IncomingMessage & { originalUrl?: string }).originalUrl = original;
  request.url = original.slice(path.length) || '/';
  const ended = new Promise<void>((resolve) => {
    response.once('close', resolve);
  });
  void provider.callback()(request, response);
  return ended;
}
