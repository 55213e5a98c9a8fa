/**
 * The files of the windows, as a closed list made when the application starts: an address is in the list or it is not
 * found, and no address is ever joined to a path (TRUST S06).
 */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pagePolicy } from './page-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Where the page's HTML has room for the nonce of its styles. */
const NONCE_MARK = '__NONCE__';

export interface PageAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface PageFiles {
  /** Answers the path of an address, as it came, without its query. */
  answer(path: string): Promise<PageAnswer>;
}

/**
 * Lists a built folder.
 *
 * @throws Error with a French sentence when the folder holds no `index.html`
 */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length).replaceAll('\\', '/'), path]),
  );
  if (!files.has('/index.html')) throw new Error('Les fenêtres ne sont pas construites : index.html est introuvable.');
  return {
    async answer(path) {
      const file = files.get(path === '/' ? '/index.html' : path);
      if (file === undefined) return { status: 404, headers: HEADERS, body: Buffer.alloc(0) };
      const content = await readFile(file);
      const headers = { ...HEADERS, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' };
      if (extname(file) !== '.html') return { status: 200, headers, body: content };
      const nonce = randomBytes(16).toString('base64');
      const body = Buffer.from(content.toString('utf8').replaceAll(NONCE_MARK, nonce));
      return { status: 200, headers: { ...headers, 'content-security-policy': pagePolicy(nonce) }, body };
    },
  };
}
