/** The two pages of an account's password: choose one by the link of the mail, or ask for a new link (F34-F37). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { activateAccount } from '../accounts/activate-account.ts';
import { FormRefusal } from '../accounts/form-refusal.ts';
import { renewActivation } from '../accounts/renew-activation.ts';
import type { Ground } from '../kernel/ground.ts';
import { escapeHtml, page } from './page.ts';
import { readForm } from './read-form.ts';

export const ACTIVATION_PATH = '/oidc/activation';
export const RENEWAL_PATH = '/oidc/nouveau-lien';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface AccountPages {
  readonly activationForm: Answer;
  readonly activate: Answer;
  readonly renewalForm: Answer;
  readonly renew: Answer;
}

const RULE = 'Douze caractères au moins, avec une majuscule, une minuscule, un chiffre et un caractère spécial.';

const faultOf = (fault: string | null): string =>
  fault === null ? '' : `<p class="fault" role="alert">${escapeHtml(fault)}</p>`;

function activationPage(token: string, fault: string | null): string {
  return page(
    'Choisissez votre mot de passe',
    `${faultOf(fault)}
<form method="post" action="${ACTIVATION_PATH}">
<input type="hidden" name="jeton" value="${escapeHtml(token)}">
<label for="password">Mot de passe</label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="12">
<label for="again">Le même, une seconde fois</label>
<input id="again" name="again" type="password" autocomplete="new-password" required>
<p>${RULE}</p>
<button class="main" type="submit">Valider</button>
</form>
<p><a href="${RENEWAL_PATH}">Lien expiré ou déjà utilisé ? Demander un nouveau lien</a></p>`,
  );
}

function renewalPage(fault: string | null): string {
  return page(
    'Demander un nouveau lien',
    `${faultOf(fault)}
<p>Avez-vous oublié votre mot de passe (ou perdu, ou non reçu le lien d’activation) ? Indiquez l’adresse de votre compte :
un nouveau lien, valable 72 heures, y sera envoyé.</p>
<form method="post" action="${RENEWAL_PATH}">
<label for="email">email utilisateur</label>
<input id="email" name="email" type="email" autocomplete="username" required>
<button class="main" type="submit">Envoyer un nouveau lien</button>
</form>`,
  );
}

function answer(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

const donePage = (title: string, message: string): string =>
  page(title, `<p class="notice">${escapeHtml(message)}</p>`);

export function createAccountPages(ground: Ground, origin: string): AccountPages {
  /** A refusal is shown on the form that it is about; anything else is a fault. */
  function sentenceOf(error: unknown): string {
    if (error instanceof FormRefusal) return error.message;
    throw error;
  }
  return {
    async activationForm(request, response) {
      const token = new URL(request.url ?? '/', origin).searchParams.get('jeton') ?? '';
      answer(response, 200, activationPage(token, null));
    },
    async activate(request, response) {
      const form = await readForm(request, origin);
      const [token, password] = [form.get('jeton') ?? '', form.get('password') ?? ''];
      if (password !== form.get('again')) {
        answer(response, 422, activationPage(token, 'Les deux mots de passe ne sont pas les mêmes.'));
        return;
      }
      try {
        const { message } = await activateAccount(ground, { token, password });
        answer(response, 200, donePage('Compte activé', message));
      } catch (error) {
        answer(response, 422, activationPage(token, sentenceOf(error)));
      }
    },
    async renewalForm(_request, response) {
      answer(response, 200, renewalPage(null));
    },
    async renew(request, response) {
      const form = await readForm(request, origin);
      try {
        const { message } = await renewActivation(ground, form.get('email') ?? '');
        answer(response, 202, donePage('Demande enregistrée', message));
      } catch (error) {
        answer(response, 422, renewalPage(sentenceOf(error)));
      }
    },
  };
}
