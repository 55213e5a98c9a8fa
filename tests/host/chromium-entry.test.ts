/** The entry of the Chromium host as a process of its own: pictures, restart with a passphrase, refusals. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPreloads } from '../../scripts/bundle/build-desk.ts';
import { bundleScript } from '../../scripts/bundle/bundle-script.ts';
import { createPassphraseSecrets } from '../../src-main/host/secrets/passphrase-secrets.ts';
import { CAPTURED_WINDOWS } from '../../src-main/run-desk.ts';
import { createSealedFile } from '../../src-main/settings/sealed-file.ts';
import type { DemoServiceForTests } from '../support/demo-service.ts';
import { startDemoServiceForTests } from '../support/demo-service.ts';
import { browserForTests } from '../support/hosts/browser-for-tests.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PHRASE = 'une phrase de longueur suffisante';

describe('main.chromium', () => {
  const place: { folder: string; service: DemoServiceForTests | null } = { folder: '', service: null };
  const built = () => join(place.folder, 'built');

  beforeAll(async () => {
    place.folder = mkdtempSync(join(tmpdir(), 'chromium-entry-'));
    place.service = await startDemoServiceForTests();
    const source = join(ROOT, 'tests', 'host', 'desk-page');
    mkdirSync(join(built(), 'renderer'), { recursive: true });
    cpSync(join(source, 'index.html'), join(built(), 'renderer', 'index.html'));
    const page = await bundleScript({ entry: join(source, 'desk-page.ts'), format: 'iife', given: [] });
    writeFileSync(join(built(), 'renderer', 'desk-page.js'), page);
    await buildPreloads(ROOT, join(built(), 'preload'));
  });
  afterAll(async () => {
    await place.service?.close();
    rmSync(place.folder, { recursive: true, force: true });
  });

  const run = (args: readonly string[], passphrase: string | null = null) => begin(args, passphrase).ended;

  function begin(args: readonly string[], passphrase: string | null) {
    const usual = [
      ...['--headless', '--browser', browserForTests(), '--built', built(), '--data', join(place.folder, 'data')],
      ...['--engine', join(ROOT, 'tests', 'support', 'hosts', 'stand-in-engine-room.ts')],
      ...(passphrase === null ? [] : ['--passphrase-fd', '3']),
    ];
    const entry = join(ROOT, 'src-main', 'main.chromium.ts');
    const child = spawn(process.execPath, [entry, ...usual, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stdout?.on('data', (data) => said.push(String(data)));
    child.stderr?.on('data', (data) => said.push(String(data)));
    const input = child.stdio[3];
    // A run that needs no passphrase may be gone before it is offered one.
    input?.on('error', () => undefined);
    if (input && 'end' in input) input.end(passphrase ?? '');
    const ended = new Promise<{ code: number; output: string }>((done) =>
      child.once('exit', (code) => done({ code: code ?? -1, output: said.join('') })),
    );
    return { ended, stop: () => child.kill('SIGTERM') };
  }

  /** The windows that a desk remembers as open, from its sealed file. */
  const layoutIn = async (data: string) => {
    const secrets = createPassphraseSecrets(join(data, 'coffre.json'), async () => PHRASE);
    return createSealedFile(join(data, 'fenetres'), secrets, 'fenetres').read();
  };

  const server = () => ['--server', place.service?.url ?? ''];
  const picturesOf = (folder: string) =>
    JSON.parse(readFileSync(join(folder, 'windows.json'), 'utf8')) as { scope: string; syncState: string }[];

  it('takes its pictures as the person of the demonstration that is named, and leaves nothing behind', {
    timeout: 300_000,
  }, async () => {
    const pictures = join(place.folder, 'first');
    const { code, output } = await run([...server(), '--capture', pictures, '--person', 'Ariel Cèdre']);
    expect({ code, last: output.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: `Images des fenêtres : ${pictures}`,
    });
    expect(picturesOf(pictures)).toHaveLength(CAPTURED_WINDOWS.length);
    expect(new Set(picturesOf(pictures).map(({ scope, syncState }) => `${scope} ${syncState}`))).toEqual(
      new Set(['France entière up-to-date']),
    );
    expect(readdirSync(place.folder).includes('data')).toBe(false);
  });

  it('S51 comes back as the same person with the same passphrase, and not with another', {
    timeout: 300_000,
  }, async () => {
    const [first, second] = [join(place.folder, 'second'), join(place.folder, 'third')];
    const signedIn = await run([...server(), '--capture', first, '--person', 'Camille Aubépine'], PHRASE);
    expect(signedIn.code).toBe(0);
    const again = await run([...server(), '--capture', second], PHRASE);
    expect(again.code).toBe(0);
    expect(picturesOf(second)[0]).toMatchObject({ scope: 'ARS Grand-Est', syncState: 'up-to-date' });
    const wrong = await run([...server(), '--capture', second], 'une autre phrase, aussi longue');
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('n’ouvre pas le coffre') });
    const files = readdirSync(join(place.folder, 'data'), { recursive: true, withFileTypes: true });
    const texts = files
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.filter((text) => /Camille|Aub.{1,2}pine|suffisante/.test(text))).toEqual([]);
  });

  it('S34 shows an address in the desk that runs, and leaves; opens at it when none runs', {
    timeout: 300_000,
  }, async () => {
    const data = join(place.folder, 'links');
    const usual = [...server(), '--data', data];
    const shows = (kind: string) => expect.poll(() => layoutIn(data), { timeout: 60_000 }).toContain(`"${kind}"`);
    const first = begin([...usual, 'renfortrh://crisis'], PHRASE);
    try {
      await shows('crisis');
      const asked = ['renfortrh://mission/m-inconnue', 'renfortrh://outbox', join(place.folder, 'absent.renfort')];
      const second = await run([...usual, ...asked], PHRASE);
      expect(second).toEqual({
        ...{ code: 0, output: 'Le poste est déjà ouvert : il montre les 3 éléments que vous demandez.\n' },
      });
      await shows('outbox');
      const third = await run(usual, PHRASE);
      expect(third).toEqual({ code: 0, output: 'Le poste est déjà ouvert : il passe au premier plan.\n' });
      const refused = await run([...usual, 'renfortrh://mission/m-1?decide=accept'], PHRASE);
      expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('n’est pas une adresse du poste') });
    } finally {
      first.stop();
    }
    expect(await first.ended).toMatchObject({ code: 0, output: expect.stringContaining('ne peut pas être lu') });
    expect(readdirSync(data)).not.toContain('ouvert');
  });

  it('says in French what it cannot work with', async () => {
    const nowhere = await run(['--server', 'http://service.example']);
    expect(nowhere).toMatchObject({ code: 1, output: expect.stringContaining("n'est pas utilisable") });
    const noBrowser = await run([...server(), '--browser', join(place.folder, 'absent')]);
    expect(noBrowser).toMatchObject({ code: 1, output: expect.stringContaining('ne se laisse pas piloter') });
  });
});
