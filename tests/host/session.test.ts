/** Sign-in of the workspace against the real service's provider (TRUST S41, S62). */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningService } from '../../national-api/start-service.ts';
import { startService } from '../../national-api/start-service.ts';
import { createUuidMaker } from '../../national-api/uuid-maker.ts';
import type { EngineSession } from '../../src-main/engine/engine-control.ts';
import type { SecretStore } from '../../src-main/host/host.ts';
import { listenForAnswer } from '../../src-main/host/loopback-listener.ts';
import { createMemorySecrets } from '../../src-main/host/secrets/memory-secrets.ts';
import { VaultFault } from '../../src-main/host/secrets/vault-fault.ts';
import { askWhoIAm } from '../../src-main/national/identity/ask-who-i-am.ts';
import { createIdentityClient } from '../../src-main/national/identity/identity-client.ts';
import { createIdentityFetch } from '../../src-main/national/identity/identity-fetch.ts';
import { readKeptSession } from '../../src-main/session/kept-session.ts';
import type { Session, SessionParts } from '../../src-main/session/session.ts';
import { createSession } from '../../src-main/session/session.ts';
import type { PersonAtSignIn } from '../support/person-at-sign-in.ts';
import { personAtSignIn } from '../support/person-at-sign-in.ts';

interface Desk {
  readonly session: Session;
  readonly told: (EngineSession | null)[];
  /** What was put off, shortest first. */
  readonly delays: { readonly ms: number; readonly work: () => void; cancelled: boolean }[];
  readonly secrets: SecretStore;
}

describe('the session of a workstation', () => {
  const house: { service: RunningService | null; folder: string } = { service: null, folder: '' };
  const sessions: Session[] = [];
  const url = () => house.service?.url ?? '';

  beforeAll(async () => {
    house.folder = mkdtempSync(join(tmpdir(), 'session-'));
    house.service = await startService({
      databaseAddress: join(house.folder, 'national.sqlite'),
      dataFolder: house.folder,
      port: 0,
      clock: Date.now,
      makeId: createUuidMaker(Date.now, randomBytes),
      randomBytes,
      log: () => undefined,
      upstream: 'demo',
    });
  });
  afterEach(() => {
    for (const session of sessions.splice(0)) session.stop();
  });
  afterAll(async () => {
    await house.service?.close();
    rmSync(house.folder, { recursive: true, force: true });
  });

  function desk(
    at: PersonAtSignIn,
    { server = url(), secrets = createMemorySecrets(), ...patch }: Partial<SessionParts> = {},
  ): Desk {
    const told: (EngineSession | null)[] = [];
    const delays: Desk['delays'] = [];
    const fetch = createIdentityFetch(server, async () => null);
    const session = createSession({
      server,
      secrets,
      window: at.window,
      signInOrigins: [],
      identity: createIdentityClient(server, fetch),
      whoAmI: (token) => askWhoIAm(server, token, fetch),
      listen: listenForAnswer,
      proxyFor: async () => null,
      clock: Date.now,
      later(ms, work) {
        const delay = { ms, work, cancelled: false };
        delays.push(delay);
        return () => {
          delay.cancelled = true;
        };
      },
      log: () => undefined,
      onChange: async (next) => void told.push(next),
      ...patch,
    });
    sessions.push(session);
    return { session, told, delays, secrets };
  }

  it('S41 signs in as the person says, who is told to the engine and kept for the next start', async () => {
    const at = personAtSignIn(url(), 'demo-camille-aubepine');
    const { session, told, secrets } = desk(at);
    await session.signIn();
    expect(told).toMatchObject([
      {
        server: url(),
        proxy: null,
        person: { id: 'demo-camille-aubepine', role: 'ars-regulator', agency: 6, departements: null },
      },
    ]);
    const [{ address, mayReach } = { address: '', mayReach: [] }] = at.opened;
    const asked = new URL(address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.has('state'), asked.has('nonce'), asked.has('client_secret')]).toEqual([true, true, false]);
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/retour$/);
    expect(mayReach).toEqual([url(), new URL(asked.get('redirect_uri') ?? '').origin]);
    expect(await readKeptSession(secrets, url())).toMatchObject({ person: { id: 'demo-camille-aubepine' } });
    expect(await readKeptSession(secrets, 'https://autre.example')).toBeNull();
  });

  it('renews before the end, with another refresh token, and the former one is worth nothing', async () => {
    const { session, told, delays, secrets } = desk(personAtSignIn(url(), 'demo-ariel-cedre'));
    await session.signIn();
    const before = await readKeptSession(secrets, url());
    const renewal = delays.find(({ cancelled }) => !cancelled);
    renewal?.work();
    await expect.poll(() => told.length).toBe(2);
    const [first, second] = told;
    expect(second?.accessToken).not.toBe(first?.accessToken);
    expect(renewal?.ms).toBeLessThan(Date.parse(first?.expiresAt ?? '') - Date.now());
    expect((await readKeptSession(secrets, url()))?.refreshToken).not.toBe(before?.refreshToken);
  });

  it('comes back at the next start as the same person', async () => {
    const secrets = createMemorySecrets();
    const first = desk(personAtSignIn(url(), 'demo-noa-mirabelle'), { secrets });
    await first.session.signIn();
    first.session.stop();
    const again = desk(personAtSignIn(url(), null), { secrets });
    expect(await again.session.resume()).toBe(true);
    expect(again.told).toMatchObject([
      { accessToken: 'none-yet', person: { id: 'demo-noa-mirabelle' } },
      { person: { id: 'demo-noa-mirabelle', role: 'ars-lead' } },
    ]);
    expect(again.told[1]?.accessToken).not.toBe('none-yet');
  });

  it('comes back without network too, and tries again later and later', async () => {
    const secrets = createMemorySecrets();
    const first = desk(personAtSignIn(url(), 'demo-eva-acacia'), { secrets });
    await first.session.signIn();
    const unreachable = createIdentityFetch(url(), async () => 'http://127.0.0.1:9');
    const offline = desk(personAtSignIn(url(), null), { secrets, identity: createIdentityClient(url(), unreachable) });
    expect(await offline.session.resume()).toBe(true);
    expect(offline.told).toMatchObject([{ accessToken: 'none-yet', person: { id: 'demo-eva-acacia' } }]);
    for (const expected of [5_000, 15_000, 60_000, 300_000, 300_000]) {
      const delay = offline.delays.at(-1);
      expect(delay?.ms).toBe(expected);
      const count = offline.delays.length;
      delay?.work();
      await expect.poll(() => offline.delays.length).toBe(count + 1);
    }
    expect(await readKeptSession(secrets, url())).not.toBeNull();
  });

  it('S41 a refresh token that comes back a second time ends the session, and nothing else is forgotten', async () => {
    const secrets = createMemorySecrets();
    await secrets.write('base-x', Uint8Array.of(1));
    const first = desk(personAtSignIn(url(), 'demo-sacha-bleuet'), { secrets });
    await first.session.signIn();
    const kept = await secrets.read('session');
    first.session.tokenRefused();
    await expect.poll(() => first.told.length).toBe(2);
    if (kept) await secrets.write('session', kept);
    const stolen = desk(personAtSignIn(url(), null), { secrets });
    await stolen.session.resume();
    expect(stolen.told).toHaveLength(1);
    expect(await secrets.read('session')).toBeNull();
    expect(await secrets.read('base-x')).toEqual(Uint8Array.of(1));
  });

  it('signs out: the provider forgets, the workstation forgets, whoever listens is told', async () => {
    const { session, told, secrets } = desk(personAtSignIn(url(), 'demo-morgan-tamaris'));
    await session.signIn();
    const kept = await readKeptSession(secrets, url());
    await session.signOut();
    expect(told.at(-1)).toBeNull();
    expect(await secrets.read('session')).toBeNull();
    const identity = createIdentityClient(
      url(),
      createIdentityFetch(url(), async () => null),
    );
    await expect(identity.refresh(kept?.refreshToken ?? '')).rejects.toMatchObject({ code: 'session-ended' });
  });

  it('S41 refuses an answer with another state, and one that says nothing', async () => {
    const otherState = personAtSignIn(url(), 'demo-gwenn-ajonc', (address) => {
      address.searchParams.set('state', 'another');
      return address;
    });
    await expect(desk(otherState).session.signIn()).rejects.toMatchObject({ code: 'refused' });
    const denied = personAtSignIn(url(), 'demo-gwenn-ajonc', (address) => {
      const state = address.searchParams.get('state') ?? '';
      return new URL(`/retour?error=access_denied&state=${state}&iss=${encodeURIComponent(`${url()}/oidc`)}`, address);
    });
    await expect(desk(denied).session.signIn()).rejects.toMatchObject({ code: 'refused' });
  });

  it('S41 refuses an answer of another issuer (mix-up)', async () => {
    const mixed = personAtSignIn(url(), 'demo-gwenn-ajonc', (address) => {
      address.searchParams.set('iss', 'https://autre.example');
      return address;
    });
    await expect(desk(mixed).session.signIn()).rejects.toMatchObject({ code: 'refused' });
  });

  it('gives a sign-in up when another is begun, or after ten minutes', async () => {
    const at = personAtSignIn(url(), null);
    const { session, delays } = desk(at);
    const first = session.signIn();
    await expect.poll(() => at.opened.length).toBe(1);
    const second = session.signIn();
    await expect(first).rejects.toMatchObject({ code: 'given-up' });
    await expect.poll(() => at.opened.length).toBe(2);
    const limit = delays.filter(({ cancelled }) => !cancelled).at(-1);
    expect(limit?.ms).toBe(600_000);
    limit?.work();
    await expect(second).rejects.toMatchObject({ code: 'given-up' });
  });

  it('says that a vault cannot keep the session', async () => {
    const secrets: SecretStore = {
      ...createMemorySecrets(),
      write: () => Promise.reject(new VaultFault('Ce poste n’a pas de coffre.')),
    };
    const { session, told } = desk(personAtSignIn(url(), 'demo-gwenn-ajonc'), { secrets });
    await expect(session.signIn()).rejects.toMatchObject({ code: 'no-vault', message: 'Ce poste n’a pas de coffre.' });
    expect(told).toEqual([]);
  });

  it('S40 speaks to the configured origin alone, and follows no redirection', async () => {
    const fetch = createIdentityFetch(url(), async () => null);
    await expect(fetch('https://autre.example/', { method: 'GET', headers: {} })).rejects.toThrow(/origin/);
    const redirecting = new URL('/oidc/auth?client_id=poste-de-regulation&response_type=code&scope=openid', url());
    redirecting.searchParams.set('redirect_uri', 'http://127.0.0.1:1/retour');
    redirecting.searchParams.set('code_challenge', 'x'.repeat(43));
    redirecting.searchParams.set('code_challenge_method', 'S256');
    await expect(fetch(redirecting.href, { method: 'GET', headers: {} })).rejects.toThrow();
  });
});
