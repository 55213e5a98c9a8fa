/** Names that stand for people inside one series of snapshots, and mean nothing in another (FEATURES D8; TRUST D8). */
import { createHmac } from 'node:crypto';

const HEXADECIMALS = 32;
const AGENT_DIGITS = 6;

export interface Pseudonyms {
  /** 128 bits of HMAC-SHA-256: the same person is the same in the whole series. */
  person(id: string): string;
  /** Of the proposal alone: two proposals to one person do not meet. */
  personOfProposal(proposalId: string): string;
  proposal(id: string): string;
  /** « Agent 3F2A9C » for a regulator's name. */
  agent(name: string): string;
}

/** @param key 32 bytes, of the series; a snapshot that stands alone has one of its own */
export function createPseudonyms(key: Uint8Array): Pseudonyms {
  const mac = (kind: string, text: string): string =>
    createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex').slice(0, HEXADECIMALS);
  return {
    person: (id) => mac('person', id),
    personOfProposal: (id) => mac('person-of-proposal', id),
    proposal: (id) => mac('proposal', id),
    agent: (name) => `Agent ${mac('agent', name).slice(0, AGENT_DIGITS).toUpperCase()}`,
  };
}
