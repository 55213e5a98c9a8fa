/** The shipped entry, as it is built, run from its first line: by Electron where it is, else against its double. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPreloads } from '../../scripts/bundle/build-desk.ts';
import { bundleForNode } from '../../scripts/bundle/bundle-main.ts';
import { bundleScript } from '../../scripts/bundle/bundle-script.ts';
import { CAPTURED_WINDOWS } from '../../src-main/run-desk.ts';
import type { DemoServiceForTests } from '../support/demo-service.ts';
import { startDemoServiceForTests } from '../support/demo-service.ts';
import { entryProgram } from '../support/electron-double/entry-program.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe('main.electron', () => {
  const place: { folder: string; service: DemoServiceForTests | null } = { folder: '', service: null };
  const appPath = () => join(place.folder, 'application');
  const main = () => join(appPath(), 'out', 'main');

  beforeAll(async () => {
    place.folder = mkdtempSync(join(tmpdir(), 'electron-entry-'));
    place.service = await startDemoServiceForTests();
    const pages = join(appPath(), 'out', 'renderer');
    const source = join(ROOT, 'tests', 'host', 'desk-page');
    mkdirSync(pages, { recursive: true });
    const manifest = { name: 'renfort-regulation', version: '0.0.0', main: 'out/main/main.electron.cjs' };
    writeFileSync(join(appPath(), 'package.json'), JSON.stringify(manifest));
    const html = readFileSync(join(source, 'index.html'), 'utf8');
    const alone = '<script src="/desk-page.js"></script>\n    <script src="/sign-in.js"></script>';
    writeFileSync(join(pages, 'index.html'), html.replace('<script src="/desk-page.js"></script>', alone));
    cpSync(join(source, 'sign-in.js'), join(pages, 'sign-in.js'));
    const page = await bundleScript({ entry: join(source, 'desk-page.ts'), format: 'iife', given: [] });
    writeFileSync(join(pages, 'desk-page.js'), page);
    await buildPreloads(ROOT, join(appPath(), 'out', 'preload'));
    await bundleForNode(join(ROOT, 'src-main', 'main.electron.ts'), 'main.electron', main());
    const engine = join(ROOT, 'tests', 'support', 'hosts', 'stand-in-engine-room.ts');
    await bundleForNode(engine, 'engine', main());
    const planWorker = join(ROOT, 'src-main', 'engine', 'arbitration', 'plan-worker.ts');
    await bundleForNode(planWorker, 'plan-worker', main());
    const exportThread = join(ROOT, 'src-main', 'engine', 'snapshots', 'export-thread.ts');
    await bundleForNode(exportThread, 'export-thread', main());
  });
  afterAll(async () => {
    await place.service?.close();
    rmSync(place.folder, { recursive: true, force: true });
  });

  function run(args: readonly string[], name: string): Promise<{ code: number; output: string }> {
    const userData = join(place.folder, name);
    mkdirSync(userData);
    const service = place.service?.url ?? '';
    const entry = entryProgram({ appPath: appPath(), userData, service, person: 'Camille Aubépine' });
    const child = spawn(entry.program, [...entry.args, ...args], { env: entry.env });
    const said: string[] = [];
    child.stdout.on('data', (data) => said.push(String(data)));
    child.stderr.on('data', (data) => said.push(String(data)));
    return new Promise((done) => child.once('exit', (code) => done({ code: code ?? -1, output: said.join('') })));
  }

  it('is one file that asks the outside for Electron, Node and the database alone', () => {
    const required = ['main.electron.cjs', 'engine.cjs', 'plan-worker.cjs', 'export-thread.cjs'].flatMap((name) =>
      [...readFileSync(join(main(), name), 'utf8').matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(
        ([, one]) => one ?? '',
      ),
    );
    const outside = new Set(required.filter((name) => !name.startsWith('node:')));
    expect([...outside].filter((name) => !['electron', 'better-sqlite3'].includes(name))).toEqual([]);
    expect(readdirSync(main()).sort()).toEqual([
      'engine.cjs',
      'export-thread.cjs',
      'main.electron.cjs',
      'plan-worker.cjs',
    ]);
  });

  it('opens every window, signs in by the system browser, takes pictures, leaves with 0', {
    timeout: 300_000,
  }, async () => {
    const pictures = join(place.folder, 'pictures');
    const { code, output } = await run(['--server', place.service?.url ?? '', '--capture', pictures], 'first');
    expect({ code, output }).toEqual({ code: 0, output: `Images des fenêtres : ${pictures}\n` });
    const windows = JSON.parse(readFileSync(join(pictures, 'windows.json'), 'utf8')) as Record<string, unknown>[];
    expect(windows.map(({ window }) => window)).toEqual([...CAPTURED_WINDOWS]);
    for (const window of windows)
      expect(window).toMatchObject({
        scope: 'ARS Grand-Est',
        syncState: 'up-to-date',
        consoleErrors: [],
        cspViolations: [],
      });
    const kept = readdirSync(join(place.folder, 'first', 'poste'), { recursive: true })
      .map(String)
      .sort();
    const secrets = kept.flatMap((name) => name.split(/secrets[\\/]/)[1] ?? []);
    expect(secrets).toEqual(expect.arrayContaining(['fenetres', 'instantane-signature', 'session']));
    // Nothing else than these: the base's, and what is sealed once something was told or the register was read.
    const others = secrets.filter((name) => !['fenetres', 'instantane-signature', 'session'].includes(name));
    expect(others.filter((name) => !/^(base-|signataires$|notifications$|main-courante$)/.test(name))).toEqual([]);
    expect(others.some((name) => name.startsWith('base-'))).toBe(true);
    expect(existsSync(join(place.folder, 'first', 'journal.log'))).toBe(true);
    expect(readFileSync(join(place.folder, 'first', 'journal.log'), 'utf8')).not.toMatch(/Camille|Aubépine|eyJ/);
  });

  it('S40 says that a workstation is not configured, and stops', async () => {
    const { code, output } = await run([], 'second');
    expect(code).toBe(1);
    expect(output).toContain("n'est pas configuré");
  });
});
