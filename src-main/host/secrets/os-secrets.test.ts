import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOsSecrets } from './os-secrets.ts';
import type { ProgramResult, RunProgram } from './run-program.ts';
import { runProgram } from './run-program.ts';

const place = { folder: '' };
beforeEach(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'os-secrets-'));
});
afterEach(() => rm(place.folder, { recursive: true, force: true }));

const said = (code: number, output = '', errors = ''): ProgramResult => ({ code, output, errors });

interface Double {
  readonly run: RunProgram;
  readonly held: Map<string, string>;
  /** Every argument that any program was given: all that a neighbour could list. */
  readonly args: string[];
  closed: boolean;
}

function doubleOf(
  answer: (double: Double, program: string, args: readonly string[], input: string) => ProgramResult,
): Double {
  const double: Double = {
    held: new Map(),
    args: [],
    closed: false,
    async run(program, args, input) {
      double.args.push(program, ...args);
      return answer(double, program, args, input);
    },
  };
  return double;
}

/** libsecret's secret-tool, as its manual has it: attributes in pairs, the secret on the input. */
const secretTool = () =>
  doubleOf(({ held, closed }, program, [command, ...rest], input) => {
    if (program !== 'secret-tool') throw new Error(`Unknown program ${program}`);
    if (closed) return said(1, '', 'secret-tool: Cannot get secret of a locked object');
    const pairs = rest.filter((one) => !one.startsWith('--label='));
    if (pairs.length !== 6 || pairs[0] !== 'service' || pairs[2] !== 'installation' || pairs[4] !== 'name')
      throw new Error(`Not attributes: ${rest.join(' ')}`);
    const key = pairs.join('\n');
    if (command === 'store') {
      if (pairs.length === rest.length) throw new Error('secret-tool store needs a label');
      held.set(key, input);
      return said(0);
    }
    if (command === 'lookup') return held.has(key) ? said(0, held.get(key)) : said(1);
    if (command === 'clear') return said(held.delete(key) ? 0 : 1);
    throw new Error(`Unknown command ${command}`);
  });

/** macOS's security: -i reads commands, one a line; find and delete by service and account. */
const security = () =>
  doubleOf(({ held, closed }, program, args, input) => {
    if (program !== '/usr/bin/security') throw new Error(`Unknown program ${program}`);
    if (closed) return said(36, '', 'User interaction is not allowed.');
    if (args.length === 1 && args[0] === '-i') {
      const found = /^add-generic-password -U -s (\S+) -a (\S+) -w (\S+)\n$/.exec(input);
      if (found === null) return said(0, '', 'usage: add-generic-password');
      held.set(`${found[1]} ${found[2]}`, found[3] ?? '');
      return said(0);
    }
    const [command, s, service, a, account, w] = args;
    if (s !== '-s' || a !== '-a') throw new Error(`Not understood: ${args.join(' ')}`);
    const key = `${service} ${account}`;
    if (command === 'find-generic-password' && w === '-w')
      return held.has(key) ? said(0, `${held.get(key)}\n`) : said(44, '', 'The specified item could not be found');
    if (command === 'delete-generic-password') return said(held.delete(key) ? 0 : 44);
    throw new Error(`Unknown command ${command}`);
  });

/** PowerShell with DPAPI: a wrapping that opens only under the name to which it was bound. */
const powershell = () =>
  doubleOf(({ closed }, program, args, input) => {
    if (program !== 'powershell.exe' || args.at(-1) !== '-') throw new Error(`Unknown program ${program}`);
    if (closed) return said(1, '', 'Key not valid for use in specified state.');
    const bytes = Buffer.from(/FromBase64String\('([^']+)'\)/.exec(input)?.[1] ?? '', 'base64');
    const bound = /GetBytes\('([^']+)'\)/.exec(input)?.[1] ?? '';
    const act = /ProtectedData\]::(Protect|Unprotect)\(\$bytes, \$bound, 'CurrentUser'\)/.exec(input)?.[1];
    const mark = Buffer.from(`dpapi:${bound}:`);
    if (act === 'Protect')
      return said(0, `${Buffer.concat([mark, bytes.map((byte) => byte ^ 0xa5)]).toString('base64')}\r\n`);
    if (act !== 'Unprotect') throw new Error(`Not understood: ${input}`);
    if (!bytes.subarray(0, mark.length).equals(mark)) return said(1, '', 'The data is invalid.');
    return said(0, `${Buffer.from(bytes.subarray(mark.length).map((byte) => byte ^ 0xa5)).toString('base64')}\r\n`);
  });

const SYSTEMS = [
  ['linux', secretTool],
  ['darwin', security],
  ['win32', powershell],
] as const;
const SECRET = Uint8Array.from({ length: 32 }, (_, index) => (index * 37) % 256);

describe.each(SYSTEMS)('secrets in the store of the system, %s', (platform, start) => {
  it('S51 S50 keeps, gives back, replaces and forgets, and no secret is ever an argument', async () => {
    const double = start();
    const store = await findOsSecrets(platform, place.folder, double.run);
    if (store === null) throw new Error('No store');
    expect(store.kind).toBe('os');
    expect(await store.read('base-1')).toBeNull();
    await store.write('base-1', SECRET);
    await store.write('base-1', SECRET.toReversed());
    await store.write('session', SECRET);
    expect(await store.read('base-1')).toEqual(SECRET.toReversed());
    await store.remove('base-1');
    await store.remove('base-1');
    expect(await store.read('base-1')).toBeNull();
    expect(await store.read('session')).toEqual(SECRET);
    const listed = double.args.join(' ');
    for (const text of [Buffer.from(SECRET).toString('base64'), Buffer.from(SECRET).toString('hex')])
      expect(listed).not.toContain(text);
    await expect(store.write('../session', SECRET)).rejects.toThrow(/Not a name/);
    await expect(store.read('session -w')).rejects.toThrow(/Not a name/);
  });

  it('S52 says that it is closed rather than to find nothing', async () => {
    const double = start();
    const store = await findOsSecrets(platform, place.folder, double.run);
    await store?.write('base-1', SECRET);
    double.closed = true;
    await expect(store?.read('base-1')).rejects.toThrow(/coffre|Trousseau|DPAPI/);
    await expect(store?.write('base-1', SECRET)).rejects.toThrow(/coffre|Trousseau|DPAPI/);
    expect(await findOsSecrets(platform, place.folder, double.run)).toBeNull();
  });

  it('S51 is not taken where there is no such program', async () => {
    const none: RunProgram = async () => ({ code: null, output: '', errors: '' });
    expect(await findOsSecrets(platform, place.folder, none)).toBeNull();
  });
});

describe('the file of a secret on Windows', () => {
  it('S51 holds nothing readable, and does not open under another name', async () => {
    const double = powershell();
    const store = await findOsSecrets('win32', place.folder, double.run);
    await store?.write('base-1', new Uint8Array(Buffer.from('un secret très reconnaissable')));
    const folder = join(place.folder, 'coffre');
    expect(await readdir(folder)).toEqual(['base-1.dpapi']);
    const text = await readFile(join(folder, 'base-1.dpapi'), 'utf8');
    expect(Buffer.from(text, 'base64').toString('latin1')).not.toContain('reconnaissable');
    await writeFile(join(folder, 'base-2.dpapi'), text);
    await expect(store?.read('base-2')).rejects.toThrow(/DPAPI/);
  });
});

describe('runProgram', () => {
  it('gives the input, hears what comes back, and says when there is no such program', async () => {
    const echo = `process.stdin.on('data', (part) => process.stdout.write(part)); process.stdin.on('end', () => { process.stderr.write('dit'); process.exitCode = 3; })`;
    expect(await runProgram(process.execPath, ['-e', echo], 'bonjour')).toEqual({
      code: 3,
      output: 'bonjour',
      errors: 'dit',
    });
    expect(await runProgram(join(place.folder, 'absent'), [], '')).toMatchObject({ code: null });
  });
});
