import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readServiceSettings } from './service-settings.ts';

describe('the settings file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'renfort-settings-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (text: string): string => {
    const path = join(folder, 'service.json');
    writeFileSync(path, text);
    return path;
  };

  it('reads an upstream provider and a mail server', () => {
    const settings = {
      publicUrl: 'https://renfort.example',
      upstream: {
        label: 'ProConnect',
        issuer: 'https://proconnect.example/api/v2',
        clientId: 'renfort',
        clientSecret: 'un-secret',
        scope: 'openid given_name usual_name email',
        acrValues: 'eidas1',
        idTokenAlgorithm: 'RS256',
      },
      smtp: {
        host: 'mail.example',
        port: 587,
        secure: false,
        user: null,
        password: null,
        sender: 'noreply@renfort.example',
      },
    };
    expect(readServiceSettings(write(JSON.stringify(settings)))).toEqual(settings);
    expect(readServiceSettings(write('{}'))).toEqual({});
  });

  it('names the fields at fault and never repeats a secret', () => {
    const path = write(
      JSON.stringify({ upstream: { clientSecret: 'tres-secret', issuer: 'pas une adresse' }, autre: 1 }),
    );
    const message = (): string => {
      try {
        readServiceSettings(path);
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(message()).toContain('upstream.issuer');
    expect(message()).not.toContain('tres-secret');
    expect(() => readServiceSettings(write('{'))).toThrow('n’est pas lisible');
    expect(() => readServiceSettings(join(folder, 'absent.json'))).toThrow('n’est pas lisible');
  });
});
