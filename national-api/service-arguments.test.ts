import { describe, expect, it } from 'vitest';
import { readArguments } from './service-arguments.ts';

describe('the command line of the service', () => {
  it('fills in what is left out', () => {
    const read = readArguments(['--data', '/tmp/x', '--seed', '7']);
    expect(read).toEqual({
      ok: true,
      value: {
        size: 'demo',
        seed: 7,
        simulate: 'off',
        data: '/tmp/x',
        port: 0,
        host: '127.0.0.1',
        'verify-journal': false,
      },
    });
  });

  it.each([
    [[], '--data'],
    [['--data', 'x', '--size', 'monde'], '--size'],
    [['--data', 'x', '--seed', '-1'], 'Argument inconnu'],
    [['--data', 'x', '--seed', 'abc'], '--seed'],
    [['--data', 'x', '--simulate', 'vite'], '--simulate'],
    [['--data', 'x', '--port', '70000'], '--port'],
    [['--data', 'x', '--host', '0.0.0.0'], '--host'],
    [['--data', 'x', '--database', 'mysql://x'], '--database'],
    [['--data', 'x', '--settings', ''], '--settings'],
    [['--data', 'x', '--nimporte'], 'Argument inconnu'],
    [['--data', 'x', 'reste'], 'Argument inconnu'],
  ])('refuses %j with a French sentence', (argv, said) => {
    const read = readArguments(argv);
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.message).toContain(said);
      expect(read.message).toContain('Usage : npm run national');
    }
  });
});
