import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkEntry, registerLinks } from './register-links.ts';

describe('registering addresses on Linux', () => {
  it('S34 gives the address to the command as one word, whatever the folder is called', () => {
    const entry = linkEntry('/usr/bin/node', '/home/inès/"poste" $HOME 100 %/bootstrap.mjs');
    expect(entry).toContain('MimeType=x-scheme-handler/renfortrh;');
    expect(entry.split('\n').find((line) => line.startsWith('Exec='))).toBe(
      'Exec="/usr/bin/node" "/home/inès/\\\\"poste\\\\" \\\\$HOME 100 %%/bootstrap.mjs" start %u',
    );
  });

  it('writes for this user alone, and says what is left to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liens-'));
    const wanted = { root: '/poste', node: '/usr/bin/node', environment: { XDG_DATA_HOME: folder } };
    try {
      const said = registerLinks({ ...wanted, platform: 'linux' });
      expect(said).toContain('xdg-mime default renfort-regulation-liens.desktop x-scheme-handler/renfortrh');
      const text = readFileSync(join(folder, 'applications', 'renfort-regulation-liens.desktop'), 'utf8');
      expect(text).toBe(linkEntry('/usr/bin/node', '/poste/scripts/bootstrap.mjs'));
      expect(() => registerLinks({ ...wanted, platform: 'darwin' })).toThrow(/que sous Linux/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
