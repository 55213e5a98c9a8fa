/**
 * The first door of every command: `node scripts/bootstrap.mjs <command> [arguments]`.
 *
 * Uses only what Node 20 has built in, because nothing else may be installed yet. It installs the locked packages when the lock file
 * changed, then runs the command's script under the Node that the lock file pins, by its absolute path.
 *
 *   lock ──▶ stamp differs? ──yes──▶ npm ci ──▶ stamp written last ──▶ unlock ──▶ pinned Node runs the script
 *              └──no───────────────────────────────────────────────────▲
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { underLock } from './process-lock.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const LOCK = join(ROOT, '.bootstrap.lock');
const STAMP = join(ROOT, 'node_modules', '.renfort-regulation-stamp');
const OLDEST_SYSTEM_NODE = [20, 0];
/** Types are stripped without a warning from here on: a system Node of the same major, this recent, may serve. */
const OLDEST_SERVING_MINOR = 12;
const PARENT_POLL_MS = 500;

/** The command table: what `npm run <name>` runs. */
const COMMANDS = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  check: 'scripts/check.ts',
  features: 'scripts/features.ts',
  national: 'national-api/main.ts',
  bench: 'tests/bench/main.ts',
  snapshot: 'scripts/snapshot.ts',
  pictures: 'tests/pictures/main.ts',
};

const say = (sentence) => process.stderr.write(`${sentence}\n`);

const tellWaiting = () => say('Une autre commande installe les dépendances : attente…');

async function main([command, ...rest]) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_SYSTEM_NODE[0]) {
    say(`Node ${process.versions.node} est trop ancien : installez Node 20 ou plus récent (https://nodejs.org).`);
    return 1;
  }
  const script = COMMANDS[command];
  if (!script) {
    say(`Commande inconnue : « ${command ?? ''} ». Commandes : ${Object.keys(COMMANDS).join(', ')}.`);
    return 1;
  }
  if (!existsSync(join(ROOT, script))) {
    say(`La commande « ${command} » n'existe pas encore (${script}).`);
    return 1;
  }
  const installed = await underLock(LOCK, tellWaiting, installWhenChanged);
  if (installed !== 0) return installed;
  const node = pinnedNode();
  return node ? run(node, [join(ROOT, script), ...rest]) : 1;
}

async function installWhenChanged() {
  const wanted = fingerprint();
  if (readWhenPresent(STAMP) === wanted) return 0;
  const npm = findNpm();
  if (!npm) {
    say('npm est introuvable : lancez la commande par npm (par exemple « npm start »).');
    return 1;
  }
  say('Installation des dépendances (une fois par version du fichier package-lock.json)…');
  const { NODE_ENV: _, ...environment } = process.env;
  const code = await run(npm.node, [npm.cli, 'ci', '--include=dev', '--no-audit', '--no-fund'], environment);
  if (code !== 0) {
    say("L'installation a échoué. Vérifiez l'accès au registre npm, puis relancez la même commande.");
    return code;
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
  return 0;
}

function fingerprint() {
  const lockFile = readFileSync(join(ROOT, 'package-lock.json'));
  return createHash('sha256').update(lockFile).update(`\n${process.platform}\n${process.arch}\n`).digest('hex');
}

/** npm as the caller ran it; else the npm that came with this Node. */
function findNpm() {
  const { npm_node_execpath: node = process.execPath, npm_execpath: cli = '' } = process.env;
  if (/npm-cli\.[cm]?js$/.test(cli)) return { node, cli };
  const beside = dirname(process.execPath);
  const bundled = [
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => existsSync(path));
  return bundled ? { node: process.execPath, cli: bundled } : undefined;
}

/** The Node of the lock file, checked by asking it; else this one when it is of the same major and recent enough. */
function pinnedNode() {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies.node;
  const path = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const answer = spawnSync(path, ['-v'], { encoding: 'utf8' });
  if (answer.status === 0 && answer.stdout.trim() === `v${wanted}`) return path;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (String(major) === wanted.split('.')[0] && minor >= OLDEST_SERVING_MINOR) return process.execPath;
  say(
    `Node ${wanted} n'a pas pu être installé dans node_modules (réponse : ${answer.stdout?.trim() || answer.error?.message}).`,
  );
  say('Supprimez le dossier node_modules et relancez, ou utilisez un Node de la même version majeure.');
  return undefined;
}

/**
 * Runs a program to its end. A stop asked of us is passed on once, as SIGTERM, and we wait for the child: a Ctrl+C has already reached it
 * by the terminal, and a second SIGINT would cut its farewell short. npm that is killed takes its shell with it and tells us nothing: the
 * loss of that parent is a stop too.
 */
function run(program, args, env = process.env) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit' });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    let passed = false;
    const passOn = () => {
      if (!passed) child.kill('SIGTERM');
      passed = true;
    };
    for (const signal of signals) process.on(signal, passOn);
    const parent = process.ppid;
    const watch = setInterval(
      () => process.env.npm_lifecycle_event && process.ppid !== parent && passOn(),
      PARENT_POLL_MS,
    );
    const end = (code) => {
      clearInterval(watch);
      for (const signal of signals) process.removeListener(signal, passOn);
      done(code);
    };
    child.on('error', (failure) => {
      say(`Impossible de lancer ${program} : ${failure.message}`);
      end(1);
    });
    child.on('exit', (code, signal) => end(code ?? (signal === null ? 1 : 130)));
  });
}

function readWhenPresent(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

process.exitCode = await main(process.argv.slice(2));
