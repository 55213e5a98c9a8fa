import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../contract/domain/civil-date.ts';
import { confirm, decide, decisionOf, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import { makeMirrorWhole } from '../../../tests/support/whole-mirror.ts';
import type { Store } from '../../store/store.ts';
import { createRowSource } from '../row-source.ts';
import { DeskImage } from '../tables/desk-image.ts';
import { alertList, awaitedSide } from './alert-rows.ts';
import { alertSheet } from './alert-sheet.ts';
import { ladderReader } from './ladder.ts';
import type { NationDesk } from './nation-desk.ts';
import { openingList, openingSheet } from './opening-rows.ts';

const NOON = Date.parse('2020-11-15T11:00:00Z');
const ALERT = {
  ...{ missionId: 'm-1', agency: 6, state: 'raised', message: 'Plus personne', version: 1 },
  ...{ tried: '["region"]', raisedByName: 'Régulation 6', raisedAt: '2020-11-15T09:00:00.000Z' },
  thread: JSON.stringify([
    { author: 'Régulation 6', side: 'agency', at: '2020-11-15T09:00:00.000Z', text: 'Plus personne' },
  ]),
};
const OPENING = {
  ...{ state: 'active', receiverAgency: 6, receiverMissions: null, lenderAgencies: '[4,16]', poolKinds: 4, version: 1 },
  ...{ professions: '["infirmier-diplome-etat"]', specialties: '[]', mobilisations: '["national"]', ceiling: 10 },
  ...{ fromDate: '2020-11-14', untilDate: '2020-11-30', used: 2, assigned: 1, reason: 'Vague', authorName: 'CCS' },
  createdAt: '2020-11-15T08:00:00.000Z',
};

describe('what the national desk is answered', () => {
  let store: Store;
  const images: DeskImage[] = [];
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => {
    for (const image of images.splice(0)) image.stop();
    store.close();
  });

  async function deskOf(agency: number | null): Promise<NationDesk> {
    makeMirrorWhole(store);
    const image = new DeskImage({
      source: createRowSource(store),
      clock: () => NOON,
      turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
      tell: () => undefined,
      onFault: (error) => {
        throw error;
      },
    });
    images.push(image);
    await image.loaded('mission');
    await image.loaded('candidate');
    image.flush();
    return { store, image, person: () => ({ agency, name: 'Ariel Exemple' }) as ReturnType<NationDesk['person']> };
  }

  it('F107 lists alerts with their need, their age, whose word is awaited, and how far the ladder was tried', async () => {
    confirm(store, entryOf('mission', 'm-1', { headcount: 3, accepted: 1 }), entryOf('alert', 'm-1', ALERT));
    confirm(store, entryOf('candidate', 'c-1'), entryOf('candidate', 'c-2', { departement: '57' }));
    confirm(store, entryOf('proposal', 'p-1', { state: 'refused', candidateId: 'c-2' }));
    const { rows } = alertList(await deskOf(null));
    expect(rows).toMatchObject([
      {
        ...{ id: 'm-1', state: 'raised', remaining: 2, headcount: 3, ageHours: 2, awaits: 'ccs', messages: 1 },
        ...{ triedSteps: 1, nextStep: 'Professionnels de la direction territoriale', supplyOwn: 1 },
      },
    ]);
  });

  it.each([
    ['raised', ['agency'], 'ccs'],
    ['taken', ['agency', 'ccs'], 'agency'],
    ['taken', ['agency', 'ccs', 'agency'], 'ccs'],
    ['answered', ['agency', 'ccs'], null],
    ['answered', ['agency', 'ccs', 'agency'], 'ccs'],
    ['declined', ['agency', 'ccs'], null],
    ['lifted', ['agency'], null],
  ] as const)('an alert %s after %j awaits %s', (state, sides, expected) => {
    expect(
      awaitedSide(
        state,
        sides.map((side) => ({ author: '', side, at: '', text: '' })),
      ),
    ).toBe(expected);
  });

  it('shows under the alert what this workstation says and the nation has not confirmed', async () => {
    confirm(store, entryOf('mission', 'm-1'), entryOf('alert', 'm-1', { ...ALERT, state: 'taken' }));
    const said = { commandId: 'k-1', kind: 'alert.comment', subject: 'm-1', fact: 'alert', missionId: 'm-1' } as const;
    decide(store, decisionOf({ ...said, version: 1 }, { text: 'Nous cherchons' }));
    const sheet = alertSheet(await deskOf(null), 'm-1');
    expect(sheet?.alert).toMatchObject({ state: 'taken', hasOpenIntent: 1 });
    expect(sheet?.thread).toMatchObject([
      { side: 'agency', text: 'Plus personne', state: 'confirmed' },
      { side: 'ccs', author: 'Ariel Exemple', text: 'Nous cherchons', state: 'pending' },
    ]);
  });

  it('F148 tells for each step of the ladder what was tried, who is left, and which comes next', async () => {
    confirm(
      store,
      entryOf('mission', 'm-1'),
      entryOf('candidate', 'c-1'),
      entryOf('candidate', 'c-2', { departement: '57' }),
    );
    confirm(store, entryOf('candidate', 'c-3', { departement: '57', engagement: 'contacted' }));
    confirm(store, entryOf('candidate', 'c-4', { agency: 4, departement: '29' }));
    confirm(store, entryOf('candidate', 'c-5', { agency: 4, departement: '29', mobilisation: 'local' }));
    confirm(store, entryOf('proposal', 'p-1', { candidateId: 'c-1', state: 'refused' }));
    confirm(
      store,
      entryOf('reserveRequest', 'r-1', { missionId: 'm-1', state: 'sent', at: '2020-11-14T10:00:00.000Z' }),
    );
    const read = async (agency: number | null) => {
      const desk = await deskOf(agency);
      const mission = desk.image.missions.rows.get('m-1');
      if (mission === undefined) throw new Error('No mission');
      return ladderReader(desk, ['m-1'])
        .lines(mission, true)
        .map(({ step, firstAt, people, left, isNext }) => [step, firstAt !== null, people, left, isNext]);
    };
    expect(await read(null)).toEqual([
      ['professionals-of-territory', true, 1, 0, false],
      ['region', false, 0, 1, true],
      ['other-regions', false, 0, 1, false],
      ['reserve-sanitaire', true, 0, null, false],
    ]);
    // A region does not know who is free elsewhere.
    expect((await read(6))[2]).toEqual(['other-regions', false, 0, null, false]);
  });

  it('D6 tells each side of an opening what it is to it, and what is awaited', async () => {
    confirm(store, entryOf('opening', 'o-1', OPENING));
    confirm(
      store,
      entryOf('opening', 'o-2', { ...OPENING, poolKinds: 1, state: 'awaiting-agreement', receiverAgency: 10 }),
    );
    const at = '2020-11-15T10:00:00.000Z';
    const objected = { objectionAt: at, objectionByName: 'Responsable 4', objectionReason: 'Nous manquons aussi' };
    confirm(store, entryOf('opening', 'o-3', { ...OPENING, ...objected, receiverAgency: 11 }));
    confirm(
      store,
      entryOf('opening', 'o-4', { ...OPENING, createdAt: '2020-11-13T08:00:00.000Z', receiverAgency: 12 }),
    );
    const told = async (agency: number | null) =>
      openingList(await deskOf(agency))
        .rows.map(({ id, side, objection, awaits }) => [id, side, objection, awaits])
        .sort();
    expect(await told(null)).toEqual([
      ['o-1', 'nation', 'possible', null],
      ['o-2', 'nation', 'possible', null],
      ['o-3', 'nation', 'made', 'overrule'],
      ['o-4', 'nation', 'none', null],
    ]);
    expect(await told(4)).toEqual([
      ['o-1', 'lends', 'possible', 'object-possible'],
      ['o-2', 'lends', 'possible', 'agree'],
      ['o-3', 'lends', 'made', null],
      ['o-4', 'lends', 'none', null],
    ]);
    expect((await told(6))[0]).toEqual(['o-1', 'receives', 'possible', null]);
  });

  it('F108 gives an opening with its terms, its talk and the proposals made under it', async () => {
    confirm(store, entryOf('mission', 'm-1'), entryOf('candidate', 'c-1', { lastName: 'Noisetier', firstName: 'Lou' }));
    const agreements = JSON.stringify([{ agency: 4, byName: 'Responsable 4', at: '2020-11-15T10:00:00.000Z' }]);
    const students = { ...OPENING, poolKinds: 5, receiverMissions: '["m-1","m-gone"]', agreements };
    confirm(store, entryOf('opening', 'o-1', students));
    confirm(
      store,
      entryOf('proposal', 'p-1', { openingId: 'o-1' }),
      entryOf('proposal', 'p-2', { candidateId: 'c-9', openingId: 'o-1' }),
    );
    const sheet = openingSheet(await deskOf(null), 'o-1');
    expect(sheet?.terms).toMatchObject({
      ...{ lenderAgencies: [4, 16], poolKinds: ['student-reserve', 'regional-volunteers'] },
      ...{ receiverMissions: ['m-1', 'm-gone'], ceiling: 10, untilDate: '2020-11-30' },
    });
    expect(sheet?.agreements).toMatchObject([
      { agency: 4, byName: 'Responsable 4' },
      { agency: 16, byName: null },
    ]);
    expect(sheet?.missions[1]?.label).toBe('Mission hors de portée');
    expect(sheet?.objectionUntil).toBe(`${addDays('2020-11-15', 1)}T08:00:00.000Z`);
    expect(sheet?.proposals.map(({ candidateName }) => candidateName)).toEqual(['Noisetier Lou', null]);
    expect(openingSheet(await deskOf(null), 'nowhere')).toBeNull();
  });
});
