import { describe, expect, it } from 'vitest';
import { createConnectionEnd } from './connection-end.ts';

describe('createConnectionEnd', () => {
  it('keeps what came before the first listener, in order', () => {
    const end = createConnectionEnd(() => undefined);
    end.receive('one');
    end.receive('two');
    const heard: unknown[] = [];
    end.connection.onMessage((message) => heard.push(message));
    end.receive('three');
    expect(heard).toEqual(['one', 'two', 'three']);
  });

  it('says once that it ended, even to a listener that comes late, and carries nothing more', () => {
    const sent: unknown[] = [];
    const end = createConnectionEnd((message) => sent.push(message));
    const told: string[] = [];
    end.connection.onClose(() => told.push('early'));
    end.connection.postMessage('before');
    end.end();
    end.end();
    end.connection.onClose(() => told.push('late'));
    end.connection.postMessage('after');
    end.receive('after');
    end.connection.onMessage((message) => sent.push(message));
    expect(told).toEqual(['early', 'late']);
    expect(sent).toEqual(['before']);
  });
});
