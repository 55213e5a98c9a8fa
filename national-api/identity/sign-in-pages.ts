/** The pages of the sign-in itself. French, one thing to do on each. F38 wording for establishments. */
import { escapeHtml, page } from './page.ts';

export interface PasswordPage {
  readonly action: string;
  readonly email: string;
  readonly fault: string | null;
}

/** "Compte → S'authentifier" of the guides (F38): "email utilisateur", "Garder la session ouverte", "Connexion". */
export function passwordPage({ action, email, fault }: PasswordPage): string {
  return page(
    "S'authentifier",
    `${fault === null ? '' : `<p class="fault" role="alert">${escapeHtml(fault)}</p>`}
<form method="post" action="${escapeHtml(action)}">
<label for="email">email utilisateur</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${escapeHtml(email)}">
<label for="password">Mot de passe</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<label class="tick"><input type="checkbox" name="remember" value="yes"> Garder la session ouverte</label>
<button class="main" type="submit">Connexion</button>
</form>
<p><a href="/oidc/nouveau-lien">Avez-vous oublié votre mot de passe (ou perdu/non reçu le lien d’activation) ?</a></p>`,
  );
}

/** The way out when nobody can be signed in; it says why and what to do. */
export function refusalPage(message: string): string {
  return page(
    'Connexion impossible',
    `<p class="fault" role="alert">${escapeHtml(message)}</p>
<p>Vous pouvez fermer cette page et recommencer depuis votre poste de régulation.</p>`,
  );
}
