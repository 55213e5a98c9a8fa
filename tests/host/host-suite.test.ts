/** The port src-main/host/host.ts, held by every host alike (ARCHITECTURE §3-4). */
import { mkdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connections } from '../support/hosts/heard.ts';
import { hearConnections } from '../support/hosts/heard.ts';
import { hostKinds } from '../support/hosts/host-kinds.ts';
import type { RunningHost } from '../support/hosts/running-host.ts';
import { aWindow } from '../support/hosts/running-host.ts';

const READY = JSON.stringify({ ready: true });
const sumOf = (bytes: Uint8Array) =>
  bytes.reduce((total, byte, index) => (total + byte * ((index % 97) + 1)) % 1_000_003, 0);

describe.each(hostKinds())('$name host', (kind) => {
  const state: { running: RunningHost | null; connections: Connections | null; opened: number } = {
    running: null,
    connections: null,
    opened: 0,
  };
  const running = () => {
    if (state.running === null) throw new Error('The host did not start');
    return state.running;
  };
  /** A new window and the first connection of its page. */
  const open = async (patch: Parameters<typeof aWindow>[0] = {}) => {
    const connections = state.connections ?? hearConnections(running().host);
    const before = connections.all.length;
    state.opened += 1;
    const window = await running().host.openWindow(aWindow({ id: `window-${state.opened}`, ...patch }));
    const heard = await connections.nth(before);
    return { window, heard, next: () => connections.nth(before + 1), page: running().pageOf(window) };
  };

  beforeAll(async () => {
    state.running = await kind.start();
    state.connections = hearConnections(state.running.host);
  });
  afterAll(async () => state.running?.dispose());

  it('hands over a connection of the window that opened, and what its page said first', async () => {
    const { window, heard } = await open();
    expect(await heard.first(1)).toEqual([READY]);
    expect(heard.window.id).toBe(window.id);
    window.close();
    await heard.closed();
    expect(heard.closedTimes()).toBe(1);
  });

  it('keeps the order of 1,000 messages from the page', async () => {
    const { window, heard } = await open();
    heard.ask({ ask: 'count', upTo: 1000 });
    const [, ...messages] = await heard.first(1001);
    expect(messages.map((message) => JSON.parse(String(message)).number)).toEqual(
      Array.from({ length: 1000 }, (_, number) => number),
    );
    window.close();
  });

  it('keeps the order of 1,000 messages to the page', async () => {
    const { window, heard } = await open();
    const sent = Array.from({ length: 1000 }, (_, number) => ({ number }));
    for (const message of sent) heard.ask(message);
    heard.ask({ ask: 'heard' });
    const [, answer] = await heard.first(2);
    expect(JSON.parse(String(answer)).heard).toEqual(sent);
    window.close();
  });

  it('carries 1 MB of bytes both ways, unchanged', async () => {
    const { window, heard } = await open();
    const length = 1024 * 1024;
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    heard.connection.postMessage(bytes);
    heard.ask({ ask: 'heard' });
    heard.ask({ ask: 'bytes', length });
    const [, told, came] = await heard.first(3);
    expect(JSON.parse(String(told)).heard).toEqual([{ bytes: length, sum: sumOf(bytes) }]);
    if (!(came instanceof Uint8Array)) throw new Error('The page sent text');
    expect(came).toHaveLength(length);
    expect(came.every((byte, index) => byte === index % 251)).toBe(true);
    window.close();
  });

  it('closes the connection at a reload in mid-stream, once, before the next one opens', async () => {
    const { window, heard, next, page } = await open();
    heard.ask({ ask: 'count', upTo: 1000 });
    await heard.first(2);
    const reloaded = page.reload();
    const successor = await next();
    expect(heard.closedTimes()).toBe(1);
    const atClose = heard.messages.length;
    heard.connection.postMessage(JSON.stringify({ late: true }));
    await reloaded;
    successor.ask({ ask: 'heard' });
    expect(await successor.first(2)).toEqual([READY, JSON.stringify({ heard: [] })]);
    expect(heard.messages).toHaveLength(atClose);
    expect(successor.window.id).toBe(window.id);
    window.close();
  });

  it('closes the connection when the page crashes, and says that it crashed', async () => {
    const { window, heard } = await open();
    const crashed = new Promise<void>((resolve) => window.onCrashed(resolve));
    await running().crash(window);
    await crashed;
    expect(heard.closedTimes()).toBe(1);
    const closed = new Promise<void>((resolve) => window.onClosed(resolve));
    window.close();
    await closed;
    expect(heard.closedTimes()).toBe(1);
  });

  it('opens where it is told, and says where it is moved', async () => {
    const bounds = { x: 40, y: 30, width: 900, height: 640 };
    const { window } = await open({ bounds });
    expect(await window.bounds()).toEqual(bounds);
    const moved = new Promise((resolve) => window.onMoved(resolve));
    await running().resize(window, { ...bounds, width: 1000 });
    expect(await moved).toEqual({ ...bounds, width: 1000 });
    window.close();
  });

  it('takes a picture and tells what the window shows', async () => {
    const { window } = await open();
    const png = await window.capture();
    expect(Buffer.from(png.subarray(0, 4)).toString('latin1')).toBe('\u0089PNG');
    const facts = await window.facts();
    expect(facts).toMatchObject({ rows: 1, consoleErrors: [], cspViolations: [] });
    expect(facts.title).toContain('Missions');
    window.close();
  });

  it('S10 shows the page one thing: its connection', async () => {
    const { window, page } = await open();
    const shown = await page.evaluate(() => ({
      own: Object.keys(globalThis).filter((name) => /renfort|ipc|electron|require|process|playwright/i.test(name)),
      connection: Object.keys((globalThis as unknown as { renfort: object }).renfort).sort(),
      require: typeof (globalThis as { require?: unknown }).require,
    }));
    expect(shown).toEqual({
      own: ['renfort'],
      connection: ['onClose', 'onMessage', 'postMessage'],
      require: 'undefined',
    });
    window.close();
  });

  it('S12 believes the top frame alone', async () => {
    const { window, heard, page } = await open();
    await heard.first(1);
    const spoke = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentWindow as unknown as Record<string, { postMessage?: (message: string) => void }>;
      inner['renfort']?.postMessage?.('{"from":"frame"}');
      return Object.keys(inner).filter((name) => name.startsWith('renfort'));
    });
    heard.ask({ ask: 'heard' });
    const messages = await heard.first(2);
    expect(messages[1]).toBe(JSON.stringify({ heard: [] }));
    expect(spoke.length === 0 || running().logged.some((line) => line.includes('inner-frame'))).toBe(true);
    window.close();
  });

  it('S14 S30 reaches nothing, compiles nothing, opens nothing, leaves for nowhere', async () => {
    const { window, heard, page } = await open();
    for (const script of ['reach', 'compile', 'open']) heard.ask({ ask: 'run', script });
    const outcomes = (await heard.first(4)).slice(1).map((message) => JSON.parse(String(message)).outcome);
    expect(outcomes.sort()).toEqual(['no window', 'refused: EvalError', 'refused: TypeError']);
    const origin = await page.evaluate(() => location.origin);
    await page.evaluate(() => location.assign('https://example.com/')).catch(() => undefined);
    await page.evaluate(() => location.assign('/elsewhere.html')).catch(() => undefined);
    await expect.poll(() => page.evaluate(() => `${location.origin}${location.pathname}`)).toBe(`${origin}/`);
    window.close();
  });

  it('S30 lets neither inline script, nor remote image, nor form out', async () => {
    const { window, heard, page } = await open();
    await heard.first(1);
    const blocked = await page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective));
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.injected = true';
      } catch {
        directives.push('trusted-types-refused');
      }
      document.body.append(script);
      const image = new Image();
      image.src = 'https://example.com/pixel.png';
      document.body.setAttribute('style', 'color: red');
      try {
        document.body.innerHTML = '<b>text</b>';
      } catch {
        directives.push('html-refused');
      }
      const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'get' });
      document.body.append(form);
      form.submit();
      for (let turn = 0; turn < 100 && !directives.includes('form-action'); turn += 1)
        await new Promise((wake) => setTimeout(wake, 20));
      return { injected: 'injected' in globalThis, directives: [...new Set(directives)].sort() };
    });
    expect(blocked.injected).toBe(false);
    expect(blocked.directives).toEqual(
      expect.arrayContaining(['form-action', 'html-refused', 'img-src', 'trusted-types-refused']),
    );
    window.close();
  });

  it('runs an engine: text, bytes, an end with a reason', async () => {
    const engine = running().host.startEngine();
    const exited = new Promise<string>((resolve) => engine.onExit(resolve));
    const closed = new Promise<void>((resolve) => engine.connection.onClose(resolve));
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    const answers = new Promise<(string | Uint8Array)[]>((resolve) => {
      const heard: (string | Uint8Array)[] = [];
      engine.connection.onMessage((message) => {
        heard.push(message);
        if (heard.length === 2) resolve(heard);
      });
    });
    engine.connection.postMessage('bonjour');
    engine.connection.postMessage(bytes);
    expect(await answers).toEqual(['bonjour', bytes]);
    engine.connection.postMessage('end');
    expect(await exited).toContain('3');
    await closed;
  });

  it('kills an engine that does not end', async () => {
    const engine = running().host.startEngine();
    const exited = new Promise<string>((resolve) => engine.onExit(resolve));
    engine.kill();
    expect(await exited).not.toBe('');
  });

  it('keeps secrets under their names', async () => {
    const { secrets } = running().host;
    const secret = Uint8Array.from([1, 2, 3, 250]);
    await secrets.write('key', secret);
    secret.fill(0);
    expect(await secrets.read('key')).toEqual(Uint8Array.from([1, 2, 3, 250]));
    await secrets.remove('key');
    expect(await secrets.read('key')).toBeNull();
  });

  it('saves a file under a name that cannot leave its folder', async () => {
    const { host, savedPath } = running();
    await mkdir(host.dataFolder, { recursive: true });
    expect(await host.saveFile('../décisions.tsv', Buffer.from('à garder'))).toBe(true);
    expect(await readFile(savedPath(), 'utf8')).toBe('à garder');
  });

  it('knows at least one display', () => {
    const [display] = running().host.displays();
    expect(display?.bounds.width).toBeGreaterThan(0);
  });
});

describe.each(hostKinds())('the end of the $name host', (kind) => {
  it('awaits those who have something to finish, in their order, once', async () => {
    const { host, dispose } = await kind.start();
    const connections = hearConnections(host);
    await host.openWindow(aWindow());
    const heard = await connections.nth(0);
    const order: string[] = [];
    host.onQuit(async () => {
      await new Promise((wake) => setTimeout(wake, 20));
      order.push('first');
    });
    host.onQuit(async () => void order.push('second'));
    await Promise.all([host.quit(), host.quit()]);
    expect(order).toEqual(['first', 'second']);
    await heard.closed();
    expect(heard.closedTimes()).toBe(1);
    await dispose();
  });
});
