/** A browser for tests: cookies by path, redirections followed by hand, nothing else. */

export interface Answer {
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Browser {
  get(url: string | URL): Promise<Answer>;
  post(url: string | URL, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Follows redirections while they stay on `origin`; the last answer may be a redirection that leaves it. */
  follow(answer: Answer, origin: string): Promise<Answer>;
}

/** @example const browser = createBrowser(); const page = await browser.follow(await browser.get(url), origin); */
export function createBrowser(): Browser {
  let jar: readonly Cookie[] = [];

  function keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const separator = pair.indexOf('=');
      const name = pair.slice(0, separator);
      const value = pair.slice(separator + 1);
      const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      const gone = attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one));
      jar = jar.filter((cookie) => cookie.name !== name || cookie.path !== path);
      if (!gone && value !== '') jar = [...jar, { name, value, path }];
    }
  }

  const cookiesFor = (path: string): string =>
    jar
      .filter((cookie) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');

  async function send(target: string | URL, init: RequestInit): Promise<Answer> {
    const url = new URL(target);
    const cookie = cookiesFor(url.pathname);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) },
    });
    keep(response.headers);
    return { status: response.status, url, headers: response.headers, body: await response.text() };
  }

  const browser: Browser = {
    get: (url) => send(url, {}),
    post: (url, form, headers = {}) =>
      send(url, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    async follow(answer, origin) {
      let last = answer;
      for (let hops = 0; hops < 20; hops += 1) {
        const location = last.headers.get('location');
        if (last.status < 300 || last.status > 399 || location === null) return last;
        const target = new URL(location, last.url);
        if (target.origin !== origin) return last;
        last = await browser.get(target);
      }
      throw new Error('Redirections without end');
    },
  };
  return browser;
}
