/**
 * A workstation that trusts the authority of the tests (as an administrator's NODE_EXTRA_CA_CERTS would have it), asked
 * to reach addresses: says, for each, what the two doors to the network made of it.
 *
 * Arguments: a JSON list of {name, origin, proxy}.
 */
import { createIdentityFetch } from '../../src-main/national/identity/identity-fetch.ts';
import { createNationalClient } from '../../src-main/national/national-client.ts';
import { NationalFault } from '../../src-main/national/national-fault.ts';
import { openUndiciTransport } from '../../src-main/national/undici-transport.ts';

interface Place {
  readonly name: string;
  readonly origin: string;
  readonly proxy: string | null;
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'reached',
    (error: unknown) =>
      error instanceof NationalFault ? `${error.code}${error.mayHaveArrived ? ' (may have arrived)' : ''}` : 'refused',
  );
}

const places = JSON.parse(process.argv[2] ?? '[]') as Place[];
const outcomes: Record<string, readonly [data: string, identity: string]> = {};
for (const { name, origin, proxy } of places) {
  const transport = openUndiciTransport({ origin, proxy });
  const client = createNationalClient({ transport, token: () => 'jeton-secret', clock: Date.now });
  const fetch = createIdentityFetch(origin, async () => proxy);
  outcomes[name] = [
    await outcomeOf(client.greet(AbortSignal.timeout(10_000))),
    await outcomeOf(fetch(`${origin}/v1/health`, { method: 'GET', headers: {} })),
  ];
  await transport.close();
}
process.stdout.write(JSON.stringify(outcomes));
