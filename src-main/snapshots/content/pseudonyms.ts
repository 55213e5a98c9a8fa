/** Names that stand for people inside one series of snapshots, and mean nothing in another (FEATURES D8; TRUST D8). */
import { hash } from 'node:crypto';

const HEXADECIMALS = 32;
const AGENT_DIGITS = 6;

export interface Pseudonyms {
  /** 128 bits of HMAC-SHA-256: the same person is the same in the whole series. */
  person(id: string): string;
  /** Of the proposal alone: two proposals to one person do not meet. */
  personOfProposal(proposalId: string): string;
  /** Of one line of the journal alone: what is decided on one person cannot be put together into a trace. */
  personOfLine(number: number): string;
  proposal(id: string): string;
  /** « Agent 3F2A9C » for a regulator's name. */
  agent(name: string): string;
}

const BLOCK_BYTES = 64;

/** HMAC-SHA-256 (RFC 2104) by one-shot hashes: the system's object of a key costs more than the hash, 200,000 times. */
function hmacWith(key: Uint8Array): (text: string) => string {
  const padded = Buffer.alloc(BLOCK_BYTES);
  padded.set(key);
  const inner = Buffer.from(padded.map((byte) => byte ^ 0x36));
  const outer = Buffer.from(padded.map((byte) => byte ^ 0x5c));
  return (text) => {
    const digest = hash('sha256', Buffer.concat([inner, Buffer.from(text, 'utf8')]), 'buffer');
    return hash('sha256', Buffer.concat([outer, digest]), 'hex');
  };
}

/** @param key 32 bytes, of the series; a snapshot that stands alone has one of its own */
export function createPseudonyms(key: Uint8Array): Pseudonyms {
  const hmac = hmacWith(key);
  const mac = (kind: string, text: string): string => hmac(`${kind}\n${text}`).slice(0, HEXADECIMALS);
  return {
    person: (id) => mac('person', id),
    personOfProposal: (id) => mac('person-of-proposal', id),
    personOfLine: (number) => mac('person-of-line', String(number)),
    proposal: (id) => mac('proposal', id),
    agent: (name) => `Agent ${mac('agent', name).slice(0, AGENT_DIGITS).toUpperCase()}`,
  };
}
