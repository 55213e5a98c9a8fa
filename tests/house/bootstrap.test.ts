import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from './fixture-tree.ts';
import { runScript } from './run-script.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Stands for npm: notes how it was called, then lays the pinned Node down as `npm ci` would. */
const FAKE_NPM = `
const fs = require('node:fs');
const path = require('node:path');
const root = process.cwd();
fs.appendFileSync(path.join(root, 'calls.txt'), JSON.stringify([process.argv.slice(2), process.env.NODE_ENV ?? null]) + '\\n');
const target = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
if (process.env.FAKE_NPM === 'fails') process.exit(3);
fs.rmSync(path.join(root, 'node_modules'), { recursive: true, force: true });
fs.mkdirSync(path.dirname(target), { recursive: true });
const wait = Number(process.env.FAKE_NPM_MS ?? 0);
setTimeout(() => {
  if (process.env.FAKE_NPM !== 'without-node') fs.symlinkSync(process.execPath, target);
}, wait);
`;

type Clone = { readonly root: string; readonly calls: () => unknown[]; readonly env: NodeJS.ProcessEnv };

/** A fresh clone with one command (\`check\`) that tells which Node runs it, under a stand-in for npm. */
function clone(script: string, pinned = process.versions.node): Clone {
  const root = join(mkdtempSync(join(tmpdir(), 'renfort-')), 'clone é');
  folders.push(dirname(root));
  mkdirSync(join(root, 'scripts'), { recursive: true });
  for (const name of ['bootstrap.mjs', 'process-lock.mjs']) {
    cpSync(join(REPOSITORY, 'scripts', name), join(root, 'scripts', name));
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', devDependencies: { node: pinned } }));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'scripts', 'check.ts'), script);
  mkdirSync(join(dirname(root), 'npm é'));
  const cli = join(dirname(root), 'npm é', 'npm-cli.cjs');
  writeFileSync(cli, FAKE_NPM);
  const calls = () =>
    existsSync(join(root, 'calls.txt'))
      ? readFileSync(join(root, 'calls.txt'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
  const env = { ...process.env, npm_execpath: cli, npm_node_execpath: process.execPath, NODE_ENV: 'production' };
  return { root, calls, env };
}

const bootstrap = ({ root, env }: Clone, args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  runScript(join(root, 'scripts', 'bootstrap.mjs'), args, { env: { ...env, ...more } });

const TELL = "process.stdout.write('runs ' + process.argv.slice(2).join('+') + ' on ' + process.execPath + '\\n');\n";

describe('the bootstrap', () => {
  it('installs with the lock file, without NODE_ENV, then runs the script with its arguments', async () => {
    const tree = clone(TELL);
    const { code, output } = await bootstrap(tree, ['check', '--one', 'two é']).ended;
    expect(code).toBe(0);
    expect(output).toContain('runs --one+two é on ');
    expect(tree.calls()).toEqual([[['ci', '--include=dev', '--no-audit', '--no-fund'], null]]);
  });

  it('installs once for one lock file, and again when it changed', async () => {
    const tree = clone(TELL);
    await bootstrap(tree, ['check']).ended;
    await bootstrap(tree, ['check']).ended;
    expect(tree.calls()).toHaveLength(1);
    writeFileSync(join(tree.root, 'package-lock.json'), '{ "changed": true }');
    await bootstrap(tree, ['check']).ended;
    expect(tree.calls()).toHaveLength(2);
  });

  it('installs again after an installation that failed', async () => {
    const tree = clone(TELL);
    const failed = await bootstrap(tree, ['check'], { FAKE_NPM: 'fails' }).ended;
    expect(failed).toMatchObject({ code: 3, output: expect.stringContaining("L'installation a échoué") });
    expect((await bootstrap(tree, ['check']).ended).code).toBe(0);
  });

  it('lets two commands at once install once', async () => {
    const tree = clone(TELL);
    const both = [
      bootstrap(tree, ['check'], { FAKE_NPM_MS: '600' }),
      bootstrap(tree, ['check'], { FAKE_NPM_MS: '600' }),
    ];
    const codes = (await Promise.all(both.map(({ ended }) => ended))).map(({ code }) => code);
    expect(codes).toEqual([0, 0]);
    expect(tree.calls()).toHaveLength(1);
  });

  it('takes over the lock of a process that died', async () => {
    const tree = clone(TELL);
    writeFileSync(join(tree.root, '.bootstrap.lock'), '999999999');
    expect((await bootstrap(tree, ['check']).ended).code).toBe(0);
    expect(existsSync(join(tree.root, '.bootstrap.lock'))).toBe(false);
  });

  it('gives the exit code of the script', async () => {
    const tree = clone('process.exitCode = 7;\n');
    expect((await bootstrap(tree, ['check']).ended).code).toBe(7);
  });

  it('serves with this Node when the pinned one is missing and this one has the same major', async () => {
    const [major] = process.versions.node.split('.');
    const tree = clone(TELL, `${major}.999.0`);
    const { output } = await bootstrap(tree, ['check'], { FAKE_NPM: 'without-node' }).ended;
    expect(output).toContain(`on ${process.execPath}`);
  });

  it('says so, and runs nothing, when the pinned Node is missing and this one is of another major', async () => {
    const tree = clone(TELL, '99.0.0');
    const { code, output } = await bootstrap(tree, ['check'], { FAKE_NPM: 'without-node' }).ended;
    expect(code).toBe(1);
    expect(output).toContain("n'a pas pu être installé");
    expect(output).not.toContain('runs');
  });

  it.each([['inconnue'], ['start']])(
    'answers to the command « %s » that it cannot run, installing nothing',
    async (command) => {
      const tree = clone(TELL);
      const { code, output } = await bootstrap(tree, [command]).ended;
      expect(code).toBe(1);
      expect(output).toMatch(/Commande inconnue|n'existe pas encore/);
      expect(tree.calls()).toEqual([]);
    },
  );

  // A process cannot be asked to stop on Windows: there Ctrl+C reaches the script by the console itself (docs/not-run.md).
  if (process.platform !== 'win32') {
    const WAITS =
      "process.on('SIGTERM', () => { process.stdout.write('stopped well\\n'); process.exit(5); });\nprocess.stdout.write('ready\\n');\nsetInterval(() => {}, 1000);\n";

    it('passes a stop on to the script and waits for it', async () => {
      const tree = clone(WAITS);
      const running = bootstrap(tree, ['check']);
      await running.says(/ready/);
      running.child.kill('SIGTERM');
      expect(await running.ended).toMatchObject({ code: 5, output: expect.stringContaining('stopped well') });
    });

    it('stops the script when npm, its parent, was killed', async () => {
      const tree = clone(WAITS);
      const parent = join(tree.root, 'parent.cjs');
      writeFileSync(
        parent,
        "require('node:child_process').spawn(process.execPath, ['scripts/bootstrap.mjs', 'check'], { cwd: __dirname, stdio: 'inherit' });\n",
      );
      const running = runScript(parent, [], { env: { ...tree.env, npm_lifecycle_event: 'check' } });
      await running.says(/ready/);
      running.child.kill('SIGKILL');
      expect(await running.ended).toMatchObject({ output: expect.stringContaining('stopped well') });
    });
  }
});
