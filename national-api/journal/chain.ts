/**
 * The journal's chain: each line's hash covers its own fields and the hash before it. Values in words lie in an
 * erasable side table and are bound by a salted hash, so that erasing them breaks nothing (ARCHITECTURE §6, TRUST D5).
 */
import { createHash } from 'node:crypto';
import { journalLineText, journalWordsText } from '../../contract/national/journal-text.ts';
import type { Tables } from '../database/tables.ts';

export type JournalLine = Tables['journal'];
export type JournalValue = Tables['journalValue'];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Binds a line to its erasable words. */
export function valueHash({ salt, ...words }: Omit<JournalValue, 'journalNumber'>): string {
  return sha256(journalWordsText(salt, words));
}

/** The link: everything but the hash itself. */
export function lineHash(line: Omit<JournalLine, 'hash'>): string {
  return sha256(journalLineText(line));
}
