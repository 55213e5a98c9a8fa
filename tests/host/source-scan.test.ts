/** What the application's own source may never say (TRUST S10-S16, S31, S40, S70), whatever runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

const sources = (...folders: readonly string[]): { name: string; text: string }[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => ({ name: join(folder, name), text: readFileSync(join(ROOT, folder, name), 'utf8') })),
  );

const saying = (pattern: RegExp, ...folders: readonly string[]): string[] =>
  sources(...folders)
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name);

describe('the source of the application', () => {
  it('S40 never lets a certificate pass unchecked', () => {
    const bypass =
      /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|ignoreHTTPSErrors|ignore-certificate-errors|setCertificateVerifyProc|'certificate-error'/;
    expect(saying(bypass, 'src-main', 'src-preload')).toEqual([]);
  });

  it('S16 never turns a protection of Electron off, and never loads a page from a file', () => {
    const weakened =
      /\b(sandbox|contextIsolation|webSecurity)\s*:\s*false|\b(nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures)\s*:\s*true|appendSwitch\(|no-sandbox|loadFile\(|file:\/\//;
    expect(saying(weakened, 'src-main', 'src-preload').filter((name) => !name.includes('web-preferences'))).toEqual([
      // Says in a comment which scheme is not used.
      join('src-main', 'host', 'electron-host', 'app-scheme.ts'),
    ]);
  });

  it('S10 gives Electron’s inner modules to one preload, which exposes one thing', () => {
    expect(saying(/\bipcRenderer\b/, 'src-main', 'src-preload', 'src-renderer')).toEqual([
      join('src-preload', 'electron-preload.ts'),
    ]);
    const exposures = sources('src-preload').flatMap(({ text }) => [
      ...text.matchAll(/exposeInMainWorld\(\s*'(\w+)'/g),
    ]);
    expect(exposures.map(([, name]) => name)).toEqual(['renfort']);
  });

  it('S31 has no sink of HTML and no script address in the windows', () => {
    const sink =
      /\.(inner|outer)HTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|new DOMParser|javascript:|\beval\(|new Function\(/;
    expect(saying(sink, 'src-renderer', 'src-preload')).toEqual([]);
  });

  it('S15 opens an outside address in one place, behind its check', () => {
    expect(saying(/openExternal/, 'src-main')).toEqual([join('src-main', 'host', 'electron-host.ts')]);
  });

  it('S70 sets every fuse of the package on its safe side', () => {
    const text = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
    const fuses = Object.fromEntries(
      [...text.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value]),
    );
    expect(fuses).toEqual({
      runAsNode: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      grantFileProtocolExtraPrivileges: 'false',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      enableCookieEncryption: 'true',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
    });
  });
});
