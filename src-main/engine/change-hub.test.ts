import { describe, expect, it } from 'vitest';
import { createChangeHub } from './change-hub.ts';
import { createFactStream } from './fact-stream.ts';

describe('what windows are told', () => {
  it('is every topic of many changes, once, to who is slow', async () => {
    const hub = createChangeHub();
    const stream = hub.follow(undefined);
    const first = stream.next();
    hub.tell(1, ['missions']);
    expect((await first).value).toEqual({ revision: 1, topics: ['missions'] });
    hub.tell(2, ['missions']);
    hub.tell(3, ['outbox', 'missions']);
    expect((await stream.next()).value).toEqual({ revision: 3, topics: ['missions', 'outbox'] });
  });

  it('ends with the connection', async () => {
    const hub = createChangeHub();
    const end = new AbortController();
    const waiting = hub.follow(end.signal).next();
    end.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});

describe('what the main process is told', () => {
  it('waits until it listens, in order, and ends with the connection', async () => {
    const facts = createFactStream();
    facts.tell({ fact: 'token-refused' });
    facts.tell({ fact: 'storage-damaged', quarantined: 'ailleurs', sentence: '' });
    const end = new AbortController();
    const stream = facts.follow(end.signal);
    expect((await stream.next()).value).toEqual({ fact: 'token-refused' });
    expect((await stream.next()).value).toEqual({ fact: 'storage-damaged', quarantined: 'ailleurs', sentence: '' });
    const last = stream.next();
    end.abort();
    expect(await last).toEqual({ done: true, value: undefined });
  });
});
