/**
 * Takes the nation's people off this workstation when it may not hold them any longer: the service says that the person
 * has no habilitation any more, or nothing was heard of it for too long (TRUST S54).
 */
import { eraseLocal } from '../store/erase-local.ts';
import { isMirrorBegun } from '../store/queries/read-contact.ts';
import type { Store } from '../store/store.ts';
import type { Timers } from '../sync/sync-loop.ts';
import { LEASE_HOURS, watchLease } from './local-lease.ts';

const LOOK_EVERY_MS = 600_000;

const kept = (count: number): string =>
  count === 0
    ? 'Aucune décision n’attendait.'
    : `${count === 1 ? '1 décision en attente est gardée' : `${count} décisions en attente sont gardées`} : « Mes décisions » permet de les enregistrer dans un fichier.`;

/** @example revokedSentence(0) // 'Vous n’avez plus d’habilitation : les données de la nation ont été effacées…' */
export const revokedSentence = (count: number): string =>
  `Vous n’avez plus d’habilitation : les données des missions et des volontaires ont été effacées de ce poste. ${kept(count)}`;

export const leaseSentence = (count: number): string =>
  `Ce poste n’a pas eu de contact avec le service national depuis ${LEASE_HOURS} heures : les données des missions et des volontaires en ont été effacées, et reviendront avec le réseau. ${kept(count)}`;

export interface DataKeeperParts {
  readonly store: Store;
  readonly timers: Timers;
  /** Whether the service answers this person now. */
  readonly inContact: () => boolean;
  /** The sentence tells what went, why, and what is kept. */
  readonly onErased: (sentence: string) => void;
}

export interface DataKeeper {
  revoked(): void;
  stop(): void;
}

export function keepData({ store, timers, inContact, onErased }: DataKeeperParts): DataKeeper {
  const end = new AbortController();
  const erase = (sentence: (count: number) => string) => {
    if (!isMirrorBegun(store)) return;
    onErased(sentence(eraseLocal(store)));
  };
  const look = () => {
    if (watchLease(store, timers.now(), LEASE_HOURS, inContact())) erase(leaseSentence);
  };
  const run = async () => {
    while (!end.signal.aborted) {
      await timers.wait(LOOK_EVERY_MS, end.signal);
      if (!end.signal.aborted) look();
    }
  };
  if (!store.readOnly) {
    look();
    void run();
  }
  return { revoked: () => erase(revokedSentence), stop: () => end.abort() };
}
