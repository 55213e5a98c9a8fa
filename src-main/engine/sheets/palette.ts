/** What the palette finds: missions, people, establishments, by a piece of their name, number, FINESS or place. */

import { candidateLabel, missionLabel } from '../../commands/words.ts';
import { readEstablishmentNames } from '../../store/queries/read-sheets.ts';
import { foldText } from '../image/fold-text.ts';
import type { OpenDesk } from '../open-desk.ts';
import { beginsWithOne, findByName } from './find-by-name.ts';

export interface Found {
  readonly kind: 'mission' | 'candidate' | 'establishment';
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

export function findAnything({ store, image }: OpenDesk, text: string, limit: number): Found[] {
  image.flush();
  const words = foldText(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const { missions, candidates } = image;
  const found: Found[] = [];
  const byStart = [{ column: 'startDate', descending: false }];
  for (const slot of findByName(missions.image, text, ['establishmentName'], byStart, limit)) {
    const row = missions.rows.get(missions.image.idAt(slot) ?? '');
    if (row !== undefined) found.push({ kind: 'mission', id: row.id, label: missionLabel(row), detail: row.city });
  }
  const byName = [{ column: 'lastName', descending: false }];
  for (const slot of findByName(candidates.image, text, ['lastName', 'firstName'], byName, limit)) {
    const row = candidates.image.row(slot, ['lastName', 'firstName', 'number', 'departement', 'city']);
    const label = candidateLabel({
      lastName: String(row['lastName']),
      firstName: String(row['firstName']),
      number: Number(row['number']),
      departement: String(row['departement']),
    });
    found.push({ kind: 'candidate', id: String(row['id']), label, detail: String(row['city']) });
  }
  found.push(...findEstablishments(readEstablishmentNames(store), words, limit));
  return shareOut(found, limit);
}

type NamedEstablishment = ReturnType<typeof readEstablishmentNames>[number];

/** Those whose name begins with a word first, as for people. */
function findEstablishments(rows: readonly NamedEstablishment[], words: readonly string[], limit: number): Found[] {
  const first: Found[] = [];
  const rest: Found[] = [];
  for (const { id, name, finess, gid, city, departement } of rows) {
    const folded = foldText([name, finess, gid, city, departement].join(' '));
    if (!words.every((word) => folded.includes(word))) continue;
    const one = {
      kind: 'establishment' as const,
      id,
      label: name,
      detail: [city, finess ?? gid].filter(Boolean).join(' · '),
    };
    if (beginsWithOne(name, words)) first.push(one);
    else if (rest.length < limit) rest.push(one);
    if (first.length >= limit) break;
  }
  return [...first, ...rest].slice(0, limit);
}

/** Each kind gets its part of the places; what one leaves goes to the others. */
function shareOut(found: readonly Found[], limit: number): Found[] {
  const groups = [...Map.groupBy(found, ({ kind }) => kind).values()];
  const kept: Found[] = [];
  for (let place = 0; kept.length < limit && groups.some((group) => place < group.length); place += 1) {
    for (const group of groups) {
      const one = group[place];
      if (one !== undefined && kept.length < limit) kept.push(one);
    }
  }
  const order = ['mission', 'candidate', 'establishment'];
  return kept.sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
}
