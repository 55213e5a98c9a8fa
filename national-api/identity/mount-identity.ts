/** Mounts sign-in on the service: the broker under /oidc and, in the demonstration, its provider under /demo-idp. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import type { Ground } from '../kernel/ground.ts';
import { ACTIVATION_PATH, createAccountPages, RENEWAL_PATH } from './account-pages.ts';
import { BROKER_PATH, createBroker } from './broker-provider.ts';
import { createDemoProvider, DEMO_PATH, demoUpstream } from './demo-provider.ts';
import { loadIdentityKeys } from './identity-keys.ts';
import type { IdentitySettings } from './identity-settings.ts';
import { checkAddress, DEFAULT_LIFETIMES } from './identity-settings.ts';
import { PAGE_HEADERS } from './page.ts';
import { answerWithProvider, cleanRequest } from './provider-node-handler.ts';
import { FormRefused } from './read-form.ts';
import { createSignIn } from './sign-in.ts';
import { refusalPage } from './sign-in-pages.ts';
import { createUpstreamSignIn } from './upstream-sign-in.ts';

/** Registered with the upstream provider, after the public address. */
export const UPSTREAM_CALLBACK_PATH = `${BROKER_PATH}/retour-fournisseur`;

function createParts(ground: Ground, settings: IdentitySettings) {
  const keys = loadIdentityKeys(settings.dataFolder);
  const publicUrl = checkAddress('The public address', settings.publicUrl());
  const callbackUrl = `${publicUrl}${UPSTREAM_CALLBACK_PATH}`;
  const demo = settings.upstream === 'demo' ? createDemoProvider(ground, publicUrl, keys, callbackUrl) : null;
  const upstreamSettings = settings.upstream === 'demo' ? demoUpstream(publicUrl, keys) : settings.upstream;
  checkAddress('The upstream provider', upstreamSettings.issuer);
  const broker = createBroker(ground, `${publicUrl}${BROKER_PATH}`, keys, {
    ...DEFAULT_LIFETIMES,
    ...settings.lifetimes,
  });
  const upstream = createUpstreamSignIn({ ground, settings: upstreamSettings, callbackUrl });
  return {
    publicUrl,
    broker,
    demo,
    signIn: createSignIn({ ground, publicUrl, broker, demo, upstream }),
    pages: createAccountPages(ground, new URL(publicUrl).origin),
  };
}

function answerPage(response: ServerResponse, status: number, html: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(html);
}

/** A fault that the person caused or suffers ends on a page, in French; the log says which kind it was. */
function answerFault(ground: Ground, response: ServerResponse, error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  const expected = error instanceof FormRefused || name === 'SessionNotFound';
  ground.log(expected ? 'identity.refused' : 'identity.fault', {
    error: error instanceof FormRefused ? error.message : name,
  });
  answerPage(
    response,
    expected ? 400 : 500,
    refusalPage(
      expected
        ? 'Cette demande de connexion est incomplète, trop ancienne ou déjà utilisée.'
        : 'Un incident empêche la connexion. Réessayez dans un instant.',
    ),
  );
}

/**
 * @example
 * await mountIdentity(fastify, ground, { publicUrl: () => url, dataFolder, upstream: 'demo' });
 */
export async function mountIdentity(
  fastify: FastifyInstance,
  ground: Ground,
  settings: IdentitySettings,
): Promise<void> {
  let made: ReturnType<typeof createParts> | null = null;
  const parts = (): ReturnType<typeof createParts> => {
    made ??= createParts(ground, settings);
    return made;
  };

  await fastify.register(async (scope) => {
    // The providers and our forms read the body themselves, within their own limits.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));

    type Answer = (request: IncomingMessage, response: ServerResponse, uid: string) => Promise<void>;
    const route = (method: 'GET' | 'POST', url: string, answer: Answer): void => {
      scope.route({
        method,
        url,
        exposeHeadRoute: false,
        handler: async (request: FastifyRequest, reply) => {
          reply.hijack();
          const { uid = '' } = (request.params ?? {}) as { uid?: string };
          for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.raw.setHeader(name, value);
          try {
            cleanRequest(request.raw, parts().publicUrl);
            await answer(request.raw, reply.raw, uid);
          } catch (error) {
            answerFault(ground, reply.raw, error);
          }
        },
      });
    };
    const provided = (path: string, provider: () => Provider | null): void => {
      const answer: Answer = async (request, response) => {
        const found = provider();
        if (found === null) answerPage(response, 404, refusalPage('Cette page n’existe pas.'));
        else await answerWithProvider(found, path, request, response);
      };
      route('GET', `${path}/*`, answer);
      route('POST', `${path}/*`, answer);
    };

    route('GET', `${BROKER_PATH}/interaction/:uid`, (...given) => parts().signIn.begin(...given));
    route('POST', `${BROKER_PATH}/interaction/:uid`, (...given) => parts().signIn.password(...given));
    route('GET', UPSTREAM_CALLBACK_PATH, (...given) => parts().signIn.callback(...given));
    route('GET', `${BROKER_PATH}/interaction/:uid/retour`, (...given) => parts().signIn.finish(...given));
    route('GET', ACTIVATION_PATH, (request, response) => parts().pages.activationForm(request, response));
    route('POST', ACTIVATION_PATH, (request, response) => parts().pages.activate(request, response));
    route('GET', RENEWAL_PATH, (request, response) => parts().pages.renewalForm(request, response));
    route('POST', RENEWAL_PATH, (request, response) => parts().pages.renew(request, response));
    provided(BROKER_PATH, () => parts().broker);
    if (settings.upstream === 'demo') {
      route('GET', `${DEMO_PATH}/interaction/:uid`, (...given) => parts().signIn.demoList(...given));
      route('POST', `${DEMO_PATH}/interaction/:uid`, (...given) => parts().signIn.demoChoose(...given));
      provided(DEMO_PATH, () => parts().demo);
    }
  });
}
