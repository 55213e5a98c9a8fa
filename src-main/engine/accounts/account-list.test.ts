import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirm, decide, decisionOf, entryOf, memoryStore } from '../../../tests/support/desk-rows.ts';
import type { Store } from '../../store/store.ts';
import type { OpenDesk } from '../open-desk.ts';
import { accountList } from './account-list.ts';
import { accountSheet } from './account-sheet.ts';

const NOON = Date.parse('2020-11-15T11:00:00Z');
const NEED = {
  profession: 'aide-soignant',
  specialty: null,
  headcount: 2,
  startDate: '2020-11-20',
  endDate: '2020-12-01',
};
const REQUEST = {
  ...{ version: 1, state: 'submitted', lastName: 'Fictive', firstName: 'Claude', email: 'a@demo.example' },
  ...{ phone: '0199001234', category: '500', finess: '549900074', gid: null, agency: 6, postalCode: '54000' },
  ...{ establishmentName: 'EHPAD de démonstration – Les Tilleuls', city: 'Nancy', address: '1 rue' },
  missions: JSON.stringify([{ ...NEED, ehpad: true, weekend: true, vehicle: false }]),
  ...{ origin: 'form', submittedAt: '2020-11-15T09:00:00.000Z', updatedAt: '2020-11-15T09:00:00.000Z' },
};

describe('requests for accounts on the desk', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => store.close());

  const desk = (): Pick<OpenDesk, 'store' | 'image'> => ({
    store,
    image: { now: NOON, isComplete: () => true } as unknown as OpenDesk['image'],
  });
  const request = (
    id: string,
    patch: Partial<Record<keyof typeof REQUEST | 'duplicateOf', string | number | null>> = {},
  ) => confirm(store, entryOf('accountRequest', id, { ...REQUEST, ...patch } as never));
  const rowOf = (id: string) => accountList(desk()).rows.find((row) => row['id'] === id);

  it('F33 says how long each waits, and that one is late after 24 hours', () => {
    request('r-1');
    request('r-2', { submittedAt: '2020-11-14T10:00:00.000Z', email: 'b@demo.example', finess: '549900082' });
    request('r-3', { state: 'activated', submittedAt: '2020-11-01T10:00:00.000Z', email: 'c@demo.example' });
    expect(rowOf('r-1')).toMatchObject({ ageHours: 2, late: 0, missions: 1, posts: 2, applicant: 'FICTIVE Claude' });
    expect(rowOf('r-2')).toMatchObject({ ageHours: 25, late: 1, link: 'none' });
    expect(rowOf('r-3')).toMatchObject({ ageHours: null, late: 0, activation: 'used' });
  });

  it.each([
    ['2020-11-13T11:00:00.000Z', 'valid'],
    ['2020-11-12T10:59:00.000Z', 'expired'],
  ])('F34 an activation link sent %s is %s', (updatedAt, expected) => {
    request('r-1', { state: 'validated', updatedAt });
    expect(rowOf('r-1')).toMatchObject({ activation: expected });
  });

  it('F23 F27 ties requests of one e-mail and of one establishment, never to a refused one', () => {
    request('r-1');
    request('r-2', { state: 'duplicate', duplicateOf: 'r-1', finess: '549900082' });
    request('r-3', { email: 'c@demo.example' });
    request('r-4', { email: 'd@demo.example', finess: '549900090' });
    request('r-5', { email: 'd@demo.example', finess: '549900090', state: 'refused' });
    expect(['r-1', 'r-2', 'r-3', 'r-4', 'r-5'].map((id) => rowOf(id)?.['link'])).toEqual([
      ...['same-email', 'same-email', 'same-establishment', 'none', 'none'],
    ]);
  });

  it('F24 puts a duplicate beside the first, field by field, and beside the establishment that is known', () => {
    confirm(
      store,
      entryOf('establishment', 'e-1', {
        ...{ name: 'EHPAD de démonstration – Les Tilleuls', finess: '549900082', gid: null, category: '500' },
        ...{ address: '1 rue', postalCode: '54000', city: 'Nancy', phone: '0399000000', createdAt: '2020-01-01' },
      }),
    );
    confirm(store, entryOf('mission', 'm-1'));
    request('r-1');
    request('r-2', { state: 'duplicate', duplicateOf: 'r-1', finess: '549900082', city: 'Metz' });
    const sheet = accountSheet(desk(), 'r-2');
    expect(sheet?.others).toMatchObject([
      {
        relation: 'same-email',
        row: { id: 'r-1' },
        differences: [
          { label: 'N° FINESS', mine: '549900082', theirs: '549900074' },
          { label: 'Ville', mine: 'Metz', theirs: 'Nancy' },
        ],
      },
    ]);
    expect(sheet?.establishment).toMatchObject({ openMissions: 1 });
    expect(sheet?.establishment?.differences.map(({ label }) => label)).toEqual(['Ville', 'Téléphone']);
    expect(sheet?.needs).toMatchObject([{ headcount: 2, requirements: ['EHPAD', 'Weekend'] }]);
    expect(accountSheet(desk(), 'nowhere')).toBeNull();
  });

  it('shows at once what is decided and not yet confirmed', () => {
    request('r-1');
    const order = { kind: 'account-request.refuse', subject: 'r-1', fact: 'request', version: 1 } as const;
    decide(store, decisionOf({ commandId: 'k-1', ...order }, { reason: 'Inconnu' }));
    expect(rowOf('r-1')).toMatchObject({
      state: 'refused',
      decisionReason: 'Inconnu',
      hasOpenIntent: 1,
      ageHours: null,
    });
  });
});
