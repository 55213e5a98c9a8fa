import type { ConnectionEnd } from '../../../src-main/host/connection-end.ts';
import { createConnectionEnd } from '../../../src-main/host/connection-end.ts';

/** Two ends of one connection in this process; messages cross in later turns, in order, as they do between processes. */
export function connectionPair(): readonly [ConnectionEnd, ConnectionEnd] {
  const left: ConnectionEnd = createConnectionEnd((message) => setImmediate(() => right.receive(message)));
  const right: ConnectionEnd = createConnectionEnd((message) => setImmediate(() => left.receive(message)));
  return [left, right];
}
