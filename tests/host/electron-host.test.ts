/** What Electron alone has, on its double: order of the start, refusals, secrets, deep links. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bundleScript } from '../../scripts/bundle/bundle-script.ts';
import { WEB_PREFERENCES } from '../../src-main/host/electron-host/web-preferences.ts';
import { createElectronHost } from '../../src-main/host/electron-host.ts';
import type { ElectronDouble, ElectronDoubleSettings } from '../support/electron-double/create-electron-double.ts';
import { createElectronDouble } from '../support/electron-double/create-electron-double.ts';
import { browserForTests } from '../support/hosts/browser-for-tests.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LINK = 'renfortrh://mission/m-1';
const endings: (() => Promise<void>)[] = [];

async function start(settings: Partial<ElectronDoubleSettings> = {}, argv: readonly string[] = []) {
  const userData = await mkdtemp(join(tmpdir(), 'electron-host-'));
  const double = createElectronDouble({ executablePath: browserForTests(), userData, ...settings });
  const host = await createElectronHost(double.electron, {
    pages: join(ROOT, 'tests', 'host', 'page'),
    preload: join(userData, 'unused.cjs'),
    engineScript: '',
    platform: 'linux',
    environment: { HTTPS_PROXY: 'http://environment.example:3128' },
    argv,
    log: () => undefined,
  });
  endings.push(async () => {
    await host?.quit();
    await double.ended;
    await rm(userData, { recursive: true, force: true });
  });
  return { double, host, userData };
}

async function startHost(settings: Partial<ElectronDoubleSettings> = {}, argv: readonly string[] = []) {
  const started = await start(settings, argv);
  if (started.host === null) throw new Error('The double refused the lock.');
  return { ...started, host: started.host };
}

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

describe('the Electron host', () => {
  it('S14 refuses permissions and devices before any window, and every module is used in its time', async () => {
    const { double } = await startHost();
    expect(double.seen.calls).toEqual([
      'enableSandbox',
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'setApplicationMenu',
      'setAsDefaultProtocolClient renfortrh',
    ]);
  });

  it('S16 keeps every preference of a window on its safe side', () => {
    const { sandbox, contextIsolation, webSecurity, ...refused } = WEB_PREFERENCES;
    expect([sandbox, contextIsolation, webSecurity]).toEqual([true, true, true]);
    expect(Object.values(refused).every((value) => value === false)).toBe(true);
    expect(Object.keys(refused)).toEqual(
      expect.arrayContaining(['nodeIntegration', 'webviewTag', 'allowRunningInsecureContent', 'devTools']),
    );
  });

  it('S58 hides every window from screen recorders, before it shows anything', async () => {
    const { double, host, userData } = await startHost();
    await writeFile(join(userData, 'unused.cjs'), '');
    await host.openWindow({ id: 'one', window: 'missions', title: 'Missions', bounds: null });
    const [first] = double.seen.calls.slice(double.seen.calls.findIndex((call) => call.startsWith('setAsDefault')) + 1);
    expect(first).toBe('setContentProtection true');
  });

  it('S10 builds the preload into one file whose only require is electron', async () => {
    const entry = join(ROOT, 'src-preload', 'electron-preload.ts');
    const code = await bundleScript({ entry, format: 'cjs', given: ['electron'] });
    expect([...code.matchAll(/\brequire\s*\(([^)]*)\)/g)].map(([, name]) => name?.replace(/["'`]/g, ''))).toEqual([
      'electron',
    ]);
    expect(code).not.toMatch(/\bimport\b\s*[({"']/);
  });

  it('steps back when another instance runs', async () => {
    const { host } = await start({ hasLock: false });
    expect(host).toBeNull();
  });

  it('S34 takes an address of ours from a command line, and nothing else of it', async () => {
    const { double, host } = await startHost({}, ['electron', '.', '--flag', LINK]);
    const heard: string[] = [];
    host.onDeepLink((address) => heard.push(address));
    double.startAgain(['electron', '.', '--remote-debugging-port=9222', '--', 'file:///etc/hosts']);
    double.startAgain(['electron', '.', `${LINK}2`, '--decide=now', 'renfortrh://settings']);
    expect(heard).toEqual([LINK, `${LINK}2`]);
  });

  it('D8 takes a snapshot named on a command line, never a switch', async () => {
    const { double, host } = await startHost({}, ['electron', '.', '/nuit/cellule.renfort']);
    const heard: string[] = [];
    host.onOpenFile((path) => heard.push(path));
    double.startAgain(['electron', '.', '--x.renfort', '/jour/AUTRE.RENFORT', '/etc/hosts']);
    expect(heard).toEqual(['/nuit/cellule.renfort', '/jour/AUTRE.RENFORT']);
  });

  it('S15 S41 opens sign-in in the system browser, and only an address that is safe to open', async () => {
    const { double, host } = await startHost();
    await host.signIn.open('https://identite.example/auth?state=1', []);
    for (const address of ['http://identite.example/', 'file:///etc/hosts', 'ms-msdt:x', 'https://a@b.example/'])
      await expect(host.signIn.open(address, [])).rejects.toThrow(/adresse de connexion/);
    expect(double.seen.openedExternally).toEqual(['https://identite.example/auth?state=1']);
  });

  it('S51 writes no secret where the only store protects nothing', async () => {
    const { host, userData } = await startHost({ backend: 'basic_text' });
    await expect(host.secrets.write('refresh-token', Uint8Array.of(1))).rejects.toThrow(/coffre/);
    await expect(host.secrets.read('refresh-token')).rejects.toThrow(/coffre/);
    expect(await readdir(userData)).toEqual([]);
  });

  it('S52 says that a key is lost rather than to make another', async () => {
    const { host, userData } = await startHost();
    await host.secrets.write('database', Uint8Array.of(1, 2, 3));
    const again: ElectronDouble = createElectronDouble({ executablePath: browserForTests(), userData });
    const other = await createElectronHost(again.electron, {
      pages: join(ROOT, 'tests', 'host', 'page'),
      preload: '',
      engineScript: '',
      platform: 'linux',
      environment: {},
      argv: [],
      log: () => undefined,
    });
    await expect(other?.secrets.read('database')).rejects.toThrow(/ne reconnaît plus la clé/);
    await expect(other?.secrets.read('../database')).rejects.toThrow(/Not a name/);
    await other?.quit();
    await again.ended;
  });

  it('honours the system’s proxy, then the environment’s', async () => {
    const { host } = await startHost({ proxyAnswer: 'PROXY proxy.example:8080; DIRECT' });
    expect(await host.proxyFor('https://national.example/')).toBe('http://proxy.example:8080');
    const { host: direct } = await startHost();
    expect(await direct.proxyFor('https://national.example/')).toBe('http://environment.example:3128');
  });

  it('says what it has to say in a notification of the system', async () => {
    const { double, host } = await startHost();
    host.notify('Renfort', 'Une alerte attend.');
    expect(double.seen.notifications).toEqual([{ title: 'Renfort', body: 'Une alerte attend.' }]);
  });

  it('lets the person cancel a save', async () => {
    const { host } = await startHost();
    expect(await host.saveFile('export.tsv', Buffer.from('x'))).toBe(false);
  });

  it('finds out at once what the double does not know', async () => {
    const { double } = await startHost();
    expect(() => Reflect.get(double.electron, 'remote')).toThrow(/does not know electron.remote/);
    expect(() => double.electron.app.on('gpu-info-update', () => undefined)).toThrow(/does not know the event/);
    expect(() => double.electron.protocol.registerSchemesAsPrivileged([])).toThrow(/before the app is ready/);
    const early = createElectronDouble({ executablePath: browserForTests(), userData: '' });
    expect(() => early.electron.safeStorage.isEncryptionAvailable()).toThrow(/before the app is ready/);
    expect(() => new early.electron.BrowserWindow({})).toThrow(/before the app is ready/);
  });
});
