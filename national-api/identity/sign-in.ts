/** What happens between "who is there?" and "it is this person": the interactions of both providers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { signInAccount } from '../accounts/sign-in-account.ts';
import type { Ground } from '../kernel/ground.ts';
import { BROKER_PATH, KEEP_SESSION } from './broker-provider.ts';
import { ESTABLISHMENT_CLIENT } from './clients.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { DEMO_PATH, demoPage } from './demo-provider.ts';
import { principalOfSubject } from './principal-of-subject.ts';
import { FormRefused, readForm } from './read-form.ts';
import { recognisePerson } from './recognise-person.ts';
import { passwordPage, refusalPage } from './sign-in-pages.ts';
import type { Subject } from './subject.ts';
import { formatSubject } from './subject.ts';
import type { UpstreamSignIn } from './upstream-sign-in.ts';

type Step = (request: IncomingMessage, response: ServerResponse, uid: string) => Promise<void>;

/** Each answers one route; a fault is thrown and becomes a page. */
export interface SignIn {
  readonly begin: Step;
  readonly password: Step;
  readonly callback: Step;
  readonly finish: Step;
  readonly demoList: Step;
  readonly demoChoose: Step;
}

export interface SignInParts {
  readonly ground: Ground;
  readonly publicUrl: string;
  readonly broker: Provider;
  readonly demo: Provider | null;
  readonly upstream: UpstreamSignIn;
}

function html(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

function redirect(response: ServerResponse, target: string): void {
  response.writeHead(303, { location: target, 'content-length': 0 }).end();
}

const searchOf = (request: IncomingMessage): string => {
  const at = (request.url ?? '').indexOf('?');
  return at < 0 ? '' : (request.url ?? '').slice(at);
};

export function createSignIn({ ground, publicUrl, broker, demo, upstream }: SignInParts): SignIn {
  const { origin } = new URL(publicUrl);

  /** The interaction of this browser (its cookie says so) and of this address. */
  async function interaction(provider: Provider, request: IncomingMessage, response: ServerResponse, uid: string) {
    const details = await provider.interactionDetails(request, response);
    if (details.uid !== uid) throw new FormRefused('another interaction');
    return details;
  }

  /** Tells the waiting program, by the protocol, that nobody was signed in: it shows the sentence of the code. */
  function deny(request: IncomingMessage, response: ServerResponse, code: string): Promise<void> {
    ground.log('identity.denied', { code });
    return broker.interactionFinished(request, response, { error: 'access_denied', error_description: code });
  }

  async function admit(request: IncomingMessage, response: ServerResponse, subject: Subject, amr: string[]) {
    const answer = await principalOfSubject(ground.database.read, subject, ground.clock());
    if (!answer.ok) return deny(request, response, answer.code);
    ground.log('identity.signed-in', { role: answer.principal.role, agency: answer.principal.agency });
    return broker.interactionFinished(request, response, {
      login: { accountId: formatSubject(subject), amr, remember: false },
    });
  }

  const passwordAction = (uid: string): string => `${BROKER_PATH}/interaction/${encodeURIComponent(uid)}`;

  return {
    async begin(request, response, uid) {
      const { params } = await interaction(broker, request, response, uid);
      if (params['client_id'] === ESTABLISHMENT_CLIENT) {
        html(response, 200, passwordPage({ action: passwordAction(uid), email: '', fault: null }));
        return;
      }
      redirect(response, (await upstream.begin(uid)).href);
    },
    async password(request, response, uid) {
      const { params } = await interaction(broker, request, response, uid);
      if (params['client_id'] !== ESTABLISHMENT_CLIENT) throw new FormRefused('no password for this client');
      const form = await readForm(request, origin);
      const email = form.get('email') ?? '';
      const answer = await signInAccount(ground, email, form.get('password') ?? '');
      if (!answer.ok) {
        html(response, 200, passwordPage({ action: passwordAction(uid), email, fault: answer.message }));
        return;
      }
      const amr = form.get('remember') === 'yes' ? ['pwd', KEEP_SESSION] : ['pwd'];
      await admit(request, response, { kind: 'account', id: answer.accountId }, amr);
    },
    async callback(request, response) {
      // One address is registered upstream; the interaction's cookie lives under its own path, so go there.
      const search = searchOf(request);
      const uid = await upstream.interactionOf(new URLSearchParams(search).get('state') ?? '');
      if (uid === null) throw new FormRefused('unknown state');
      redirect(response, `${BROKER_PATH}/interaction/${encodeURIComponent(uid)}/retour${search}`);
    },
    async finish(request, response, uid) {
      await interaction(broker, request, response, uid);
      let person: string | null;
      try {
        person = await recognisePerson(ground, await upstream.finish(uid, searchOf(request)));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        ground.log('identity.upstream-refused', { error: error instanceof Error ? error.name : 'unknown', code });
        return deny(request, response, 'upstream-refused');
      }
      if (person === null) return deny(request, response, 'no-habilitation');
      return admit(request, response, { kind: 'person', id: person }, ['upstream']);
    },
    async demoList(request, response, uid) {
      if (demo === null) return html(response, 404, refusalPage('Cette page n’existe pas.'));
      await interaction(demo, request, response, uid);
      html(response, 200, demoPage(`${DEMO_PATH}/interaction/${encodeURIComponent(uid)}`));
    },
    async demoChoose(request, response, uid) {
      if (demo === null) return html(response, 404, refusalPage('Cette page n’existe pas.'));
      await interaction(demo, request, response, uid);
      const chosen = (await readForm(request, origin)).get('person');
      const person = DEMO_PEOPLE.find(({ id }) => id === chosen);
      if (person === undefined) throw new FormRefused('nobody chosen');
      await demo.interactionFinished(request, response, { login: { accountId: person.id, remember: false } });
    },
  };
}
