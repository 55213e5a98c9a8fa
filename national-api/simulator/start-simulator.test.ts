/** How the simulator treats the service: never in haste, patient when it is busy, gone at once when told. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { accountRequestFormSchema } from '../../contract/national/forms/account-request-form.ts';
import { candidateFormSchema } from '../../contract/national/forms/candidate-form.ts';
import { readPlaces } from '../../tests/support/read-places.ts';
import { readAccountForm } from '../accounts/read-account-form.ts';
import { readCandidateForm } from '../candidates/read-candidate-form.ts';
import { inventNewcomers } from '../nation/invent-newcomers.ts';
import { createRandom } from '../nation/random.ts';
import { nextPause, SHORTEST_PAUSE_MS } from './pace.ts';
import type { SimulatorOptions } from './start-simulator.ts';
import { startSimulator } from './start-simulator.ts';

const NOW = Date.UTC(2020, 10, 15, 8);
const places = readPlaces();
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return `http://127.0.0.1:${address.port}`;
}

function play(url: string, patch: Partial<SimulatorOptions> = {}) {
  const waits: number[] = [];
  const options: SimulatorOptions = {
    url,
    tokenFor: async () => 'token',
    cast: { accounts: ['account'], candidates: ['candidate'] },
    random: createRandom(1, 'simulator'),
    invention: inventNewcomers(createRandom(1, 'newcomers'), places),
    seed: 1,
    speed: 'fast',
    clock: () => NOW,
    signal: new AbortController().signal,
    log: () => {},
    // Time passes at once: what is tested is what was asked for.
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
    },
    acts: 40,
    ...patch,
  };
  return { waits, ...startSimulator(options) };
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

describe('the simulator', () => {
  it('pauses before each act, and never less than the shortest pause', async () => {
    const url = await serve((_request, response) => json(response, 404, {}));
    const { waits, done } = play(url);
    const counts = await done;
    expect(waits.length).toBe(40);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(SHORTEST_PAUSE_MS);
    expect(counts.refused).toBe(40);
  });

  it('waits what the service asks, longer each time, and goes on when it answers again', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      if (asked <= 3) json(response, asked === 2 ? 429 : 503, {}, { 'retry-after': '7' });
      else json(response, 404, {});
    });
    const { waits, done } = play(url, { acts: 10 });
    const counts = await done;
    const patient = waits.filter((milliseconds) => milliseconds >= 7_000);
    expect(counts).toMatchObject({ busy: 3, refused: 7 });
    expect(patient.length).toBe(3);
    expect(patient[1] ?? 0).toBeGreaterThanOrEqual(14_000);
    expect(patient[2] ?? 0).toBeGreaterThanOrEqual(28_000);
  });

  it('survives a service that is not there, or answers nonsense', async () => {
    const gone = await serve(() => {});
    servers.pop()?.close();
    const absent = await play(gone, { acts: 3 }).done;
    const url = await serve((_request, response) => response.end('<html>'));
    const nonsense = await play(url, { acts: 5 }).done;
    expect(absent.busy).toBe(3);
    expect(nonsense.failed).toBe(5);
  });

  it('stops at once, even in the middle of a request that never ends', async () => {
    const stopping = new AbortController();
    const url = await serve(() => stopping.abort());
    const counts = await play(url, { signal: stopping.signal, acts: 1_000 }).done;
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });

  it('asks for a token again when the service no longer takes it', async () => {
    let tokens = 0;
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      json(response, request.headers.authorization === 'Bearer token-1' ? 401 : 404, {});
    });
    await play(url, {
      acts: 1,
      tokenFor: async () => {
        tokens += 1;
        return `token-${tokens}`;
      },
    }).done;
    expect(seen).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
});

it('lives as many acts a second as its speed says, on average', () => {
  const random = createRandom(1, 'pace');
  const average = (speed: 'slow' | 'fast') => {
    let sum = 0;
    for (let round = 0; round < 4_000; round += 1) sum += nextPause(random, speed);
    return sum / 4_000;
  };
  expect(average('slow')).toBeGreaterThan(1_450);
  expect(average('slow')).toBeLessThan(1_750);
  expect(average('fast')).toBeGreaterThan(SHORTEST_PAUSE_MS);
  expect(average('fast')).toBeLessThan(120);
});

it('fills the public forms as the service wants them', () => {
  const invention = inventNewcomers(createRandom(1, 'forms'), places);
  for (let round = 0; round < 300; round += 1) {
    const candidate = candidateFormSchema.parse(invention.volunteer(NOW));
    const request = accountRequestFormSchema.parse(invention.applicant(NOW));
    expect(readCandidateForm(candidate).home.postalCode).toBe(candidate.postalCode);
    expect(readAccountForm(request).establishment.finess).toBe(request.finess);
  }
});
