/** A second command gives what it was asked for to the desk that runs, and says so in French. */
import { setTimeout as wait } from 'node:timers/promises';
import { knock } from './desk-door.ts';
import type { DeskWishes } from './desk-wishes.ts';

/** A desk that has just been started opens its door within these. */
const TRIES = 40;
const BETWEEN_MS = 250;

/** @returns false when no desk runs behind that door */
export async function handOver(door: string, wishes: DeskWishes, tell: (sentence: string) => void): Promise<boolean> {
  if (!(await knock(door, wishes))) return false;
  tell(handedOver(wishes));
  return true;
}

/** For a desk that is being opened: its lock is held, its door may come. */
export async function handOverSoon(
  door: string,
  wishes: DeskWishes,
  tell: (sentence: string) => void,
): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (await handOver(door, wishes, tell)) return true;
    await wait(BETWEEN_MS);
  }
  return false;
}

function handedOver({ links, files }: DeskWishes): string {
  const count = links.length + files.length;
  if (count === 0) return 'Le poste est déjà ouvert : il passe au premier plan.';
  return count === 1
    ? 'Le poste est déjà ouvert : il montre ce que vous demandez.'
    : `Le poste est déjà ouvert : il montre les ${count} éléments que vous demandez.`;
}
