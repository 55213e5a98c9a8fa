import type { ChromiumSignIn } from './chromium-sign-in.ts';

const PATIENCE_MS = 60_000;

/**
 * Chooses who to be on the demonstration's sign-in page, where nobody sits in front of it: pictures and tests. A real
 * provider has no such page, and nothing is chosen there.
 *
 * @param name as the page shows it
 * @throws Error with a French sentence when the page does not come or does not know that name
 */
export async function chooseDemoPerson(signIn: ChromiumSignIn, name: string): Promise<void> {
  const page = signIn.page();
  if (page === null) throw new Error('Aucune page de connexion n’est ouverte.');
  const button = page.locator('button[name="person"]').filter({ hasText: name }).first();
  await button.click({ timeout: PATIENCE_MS }).catch(() => {
    throw new Error(`La page de connexion ne propose pas « ${name} » : --person ne vaut que pour la démonstration.`);
  });
}
