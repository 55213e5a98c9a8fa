/**
 * One process at a time, by a file that names its holder. Built-ins of Node 20 only: the bootstrap needs it before anything is installed.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const POLL_MS = 200;
/** A lock whose holder died between creating the file and signing it stays unsigned: after this long it is nobody's. */
const UNSIGNED_MS = 5_000;

/**
 * Runs `work` while no other process holds `path`. A lock left by a dead process is taken over.
 * `onWait` is called once when somebody else holds it.
 *
 * @template T
 * @param {string} path
 * @param {() => void} onWait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function underLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !take(path); ) {
    if (!told) onWait();
    told = true;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.removeListener('exit', release);
  }
}

/**
 * True while a process of this machine has that number.
 *
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (failure) {
    if (failure.code !== 'EEXIST') throw failure;
  }
  const holder = holderOf(path);
  if (isAbandoned(path, holder)) setAside(path, holder);
  return false;
}

function isAbandoned(path, holder) {
  if (holder !== '') return !isAlive(Number(holder));
  return existsSync(path) && Date.now() - statSync(path).mtimeMs > UNSIGNED_MS;
}

/** Moves the dead lock away in one step; if another process had just taken it, gives it back. */
function setAside(path, deadHolder) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) !== deadHolder) renameSync(aside, path);
    else rmSync(aside, { force: true });
  } catch (failure) {
    if (failure.code !== 'ENOENT') throw failure;
  }
}

function holderOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (failure) {
    if (failure.code === 'ENOENT') return '';
    throw failure;
  }
}
