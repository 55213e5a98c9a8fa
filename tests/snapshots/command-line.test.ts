import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SNAPSHOT_FAULTS } from '../../src-main/snapshots/format/snapshot-fault.ts';
import { confirm, entryOf } from '../support/desk-rows.ts';
import { exported, WHOLE } from './exported.ts';
import { containerOf, FACTS, SIGNER, sealed, TEST_WORK, trustIn } from './sample-snapshot.ts';
import { smallRegion } from './small-region.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/snapshot.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'renfort-snapshot-cli-'));
const at = (name: string) => join(folder, name);
const request = { ...WHOLE, expiresAt: '2099-01-01T00:00:00.000Z' };

beforeAll(async () => {
  const store = smallRegion();
  const pseudonymKey = new Uint8Array(32).fill(4);
  writeFileSync(at('before.renfort'), await exported(store, { request, pseudonymKey }));
  confirm(store, entryOf('mission', 'mission-3', { headcount: 99, establishmentName: 'EHPAD de démonstration 3' }, 9));
  const after = await exported(store, { request, pseudonymKey });
  writeFileSync(at('after.renfort'), after);
  writeFileSync(at('cut.renfort'), after.subarray(0, after.byteLength - 40));
  writeFileSync(at('altered.renfort'), after.with(after.byteLength - 40, (after.at(-40) ?? 0) ^ 4));
  writeFileSync(at('expired.renfort'), await containerOf(undefined, FACTS));
  writeFileSync(at('other.renfort'), 'PK and so on, for a while, to be long enough for a head of any kind');
  const words = { type: 'passphrase' as const, passphrase: 'phrase du test', logN: TEST_WORK };
  writeFileSync(at('sealed.renfort'), await sealed(after, words));
  writeFileSync(at('phrase.txt'), 'phrase du test\n');
  writeFileSync(at('trust.json'), JSON.stringify(trustIn(SIGNER)));
  writeFileSync(at('nobody.json'), JSON.stringify(trustIn()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
}
const trusted = ['--trust', at('trust.json')];

describe('npm run snapshot', () => {
  it('D8 tells what a proved snapshot says of itself', () => {
    const { status, stdout } = run('info', at('after.renfort'), ...trusted);
    expect([status, stdout.includes('Régulatrice Fictive'), stdout.includes('pseudonymisé')]).toEqual([0, true, true]);
    const said = JSON.parse(run('verify', at('after.renfort'), '--json', ...trusted).stdout) as { parts: object };
    expect(said.parts).toMatchObject({ mission: 60, proposal: 150 });
  });

  it('tells what changed between two', () => {
    const { status, stdout } = run('diff', at('before.renfort'), at('after.renfort'), ...trusted);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Nombre de postes modifié +1/);
    const same = run('diff', at('after.renfort'), at('after.renfort'), ...trusted);
    expect(same.stdout).toBe('Aucun changement.\n');
  });

  it('S21 refuses with an exit code and a sentence of its own for each cause', () => {
    const causes = [
      ['other.renfort', 'not-a-snapshot'],
      ['cut.renfort', 'truncated'],
      ['altered.renfort', 'altered'],
      ['expired.renfort', 'expired'],
      ['sealed.renfort', 'key-needed'],
    ] as const;
    for (const [file, code] of causes) {
      const { status, stdout, stderr } = run('verify', at(file), '--json', ...trusted);
      expect({ file, status, stdout }).toEqual({
        file,
        status: SNAPSHOT_FAULTS[code].exit,
        stdout: `${JSON.stringify({ refused: code })}\n`,
      });
      expect(stderr).toContain(SNAPSHOT_FAULTS[code].message);
    }
    expect(run('verify', at('after.renfort'), '--trust', at('nobody.json')).status).toBe(
      SNAPSHOT_FAULTS['unknown-signer'].exit,
    );
    expect(run('verify', at('expired.renfort'), '--archive', ...trusted).status).toBe(0);
  });

  it('opens a seal by a passphrase that is not on the command line', () => {
    const opened = run('verify', at('sealed.renfort'), '--passphrase-file', at('phrase.txt'), ...trusted);
    expect(opened).toMatchObject({
      status: 0,
      stdout: 'Instantané prouvé : signé par ARS de démonstration 1, contenu intact.\n',
    });
  });

  it('shows how it is used when it is not', () => {
    for (const args of [[], ['diff', 'one'], ['open', 'x'], ['info', 'x'], ['info', 'x', '--strange', ...trusted]])
      expect(run(...args)).toMatchObject({ status: 2, stdout: '' });
  });
});
