import { createBrowser } from '../browser.ts';

/** The system's browser, which is no window of ours: chooses a demo person by the name shown, and follows back. */
export async function chooseInSystemBrowser(address: string, service: string, name: string): Promise<void> {
  const browser = createBrowser();
  const list = await browser.follow(await browser.get(address), service);
  const button = [...list.body.matchAll(/name="person" value="([^"]+)"><b>([^<]+)</g)].find(
    ([, , shown]) => shown === name,
  );
  const chosen = await browser.follow(await browser.post(list.url, { person: button?.[1] ?? '' }), service);
  await fetch(chosen.headers.get('location') ?? '');
}
