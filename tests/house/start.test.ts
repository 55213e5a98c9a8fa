import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StartOptions } from '../../scripts/start/start-demo.ts';
import { startDemo } from '../../scripts/start/start-demo.ts';

const STAND_IN = join(import.meta.dirname, 'stand-in-service.ts');

/** One `npm start`: what it wrote, how to stop it, how it ended. */
function start(stateFolder: string, behaviour: string, desk?: StartOptions['desk']) {
  const written: string[] = [];
  const stop = new AbortController();
  const listeners: (() => void)[] = [];
  const write = (text: string) => {
    written.push(text);
    for (const listener of listeners) listener();
  };
  const service = { serviceScript: STAND_IN, serviceArguments: [behaviour], stateFolder, write };
  const ended = startDemo({ ...service, ...(desk ? { desk } : {}) }, stop.signal);
  const output = () => written.join('');
  const ready = () =>
    new Promise<void>((resolve, reject) => {
      const look = () => output().includes('OpenAPI') && resolve();
      listeners.push(look);
      look();
      ended.catch(reject);
    });
  return { output, ready, ended, stop: () => stop.abort() };
}

const addressIn = (output: string) => /Adresse\s+(\S+)/.exec(output)?.[1];

describe('npm start', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'renfort é-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says in French what runs, where, and with which demo people', async () => {
    const one = start(folder, 'serves');
    await one.ready();
    one.stop();
    expect(await one.ended).toBe(0);
    expect(one.output()).toMatch(/Contrat \(OpenAPI\) http:\/\/127\.0\.0\.1:\d+\/v1\/openapi\.json/);
    expect(one.output()).toContain('Camille Exemple · Régulation · camille@demo.example');
    expect(one.output()).toContain('Service national arrêté.');
  });

  it('joins the one that runs, and starts anew after it', async () => {
    const first = start(folder, 'serves');
    await first.ready();
    const second = start(folder, 'serves');
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain('tourne déjà');
    expect(addressIn(second.output())).toBe(addressIn(first.output()));
    first.stop();
    await first.ended;
    const third = start(folder, 'serves');
    await third.ready();
    third.stop();
    await third.ended;
    expect(third.output()).toContain('est prêt');
  });

  it('starts once when asked twice at the same time', async () => {
    const both = [start(folder, 'serves'), start(folder, 'serves')];
    await Promise.all(both.map(({ ready }) => ready()));
    for (const one of both) one.stop();
    await Promise.all(both.map(({ ended }) => ended));
    expect(both.filter((one) => one.output().includes('tourne déjà'))).toHaveLength(1);
    expect(new Set(both.map((one) => addressIn(one.output()))).size).toBe(1);
  });

  it('does not believe the record of a service that is gone', async () => {
    const first = start(folder, 'serves');
    await first.ready();
    const record = readFileSync(join(folder, 'running.json'), 'utf8');
    first.stop();
    await first.ended;
    writeFileSync(join(folder, 'running.json'), record.replace(/"pid":\d+/, `"pid":${process.pid}`));
    const second = start(folder, 'serves');
    await second.ready();
    second.stop();
    await second.ended;
    expect(second.output()).toContain('est prêt');
  });

  it('says so when the service ends before it is ready', async () => {
    await expect(start(folder, 'dies').ended).rejects.toThrow(/arrêté avant d'être prêt \(code 4\)/);
  });

  it('opens the windows on the service, and stops it when they are closed, not when it was only joined', async () => {
    const closed = Promise.withResolvers<number>();
    const opened: string[] = [];
    const first = start(folder, 'serves', async ({ url }) => {
      opened.push(url);
      return closed.promise;
    });
    await first.ready();
    const second = start(folder, 'serves', async ({ url }) => {
      opened.push(url);
      return 3;
    });
    expect(await second.ended).toBe(3);
    expect(second.output()).not.toContain('Service national arrêté.');
    closed.resolve(0);
    expect(await first.ended).toBe(0);
    expect(first.output()).toContain('Service national arrêté.');
    expect(opened).toEqual([addressIn(first.output()), addressIn(first.output())]);
  });

  it('stops the service when the windows cannot open, and says why', async () => {
    const one = start(folder, 'serves', async () => {
      throw new Error('Aucun navigateur.');
    });
    expect(await one.ended).toBe(1);
    expect(one.output()).toMatch(/Aucun navigateur\.[\s\S]*Service national arrêté\./);
  });

  it('says so when the service ends by itself later', async () => {
    const one = start(folder, 'leaves');
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain("s'est arrêté de lui-même (code 6)");
  });
});
