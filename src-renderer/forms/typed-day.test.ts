import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../contract/domain/civil-date.ts';
import { dayFault, isWholeDay, readTypedDay, typedDay } from './typed-day.ts';

const TODAY = { today: '2021-03-15' };
const dayOf = (text: string, ground = TODAY) => {
  const read = readTypedDay(text, ground);
  return read.ok ? read.day : read.message;
};

describe('a day as people type it', () => {
  it.each([
    ['03/04/2021', '2021-04-03'],
    ['3/4/2021', '2021-04-03'],
    ['3/4/21', '2021-04-03'],
    ['3/4', '2021-04-03'],
    ['3.4.2021', '2021-04-03'],
    ['3-4-2021', '2021-04-03'],
    ['3 4 2021', '2021-04-03'],
    ['03042021', '2021-04-03'],
    ['030421', '2021-04-03'],
    ['2021-04-03', '2021-04-03'],
    ['3 avril', '2021-04-03'],
    ['3 avr.', '2021-04-03'],
    ['3 Avril 2022', '2022-04-03'],
    ['samedi 3 avril', '2021-04-03'],
    ['1er février 2021', '2021-02-01'],
    ['1er fevr', '2021-02-01'],
    ['15 AOÛT', '2021-08-15'],
    ['3\u00a0juil.\u00a02021', '2021-07-03'],
    ['aujourd’hui', '2021-03-15'],
    ["aujourd'hui", '2021-03-15'],
    ['Demain', '2021-03-16'],
    ['après-demain', '2021-03-17'],
    ['hier', '2021-03-14'],
    ['+14', '2021-03-29'],
    ['+7 jours', '2021-03-22'],
    ['-1', '2021-03-14'],
  ])('F129 reads « %s »', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it.each(['', 'bientôt', '3', '3 jui', '3 mar 2021 midi', '03/04/20211', '4/13/1', 'jeudi', '3 ma'])(
    'says that « %s » is no date it can read',
    (text) => {
      expect(dayOf(text)).toMatch(/^Date illisible/);
    },
  );

  it.each(['31/04/2021', '29/02/2021', '12/13/2021', '0/1/2021', '31 juin', '2021-02-30'])(
    'says that « %s » does not exist',
    (text) => {
      expect(dayOf(text)).toMatch(/n’existe pas/);
    },
  );

  it('gives a day without its year the year that brings it nearest to today, inside the bounds', () => {
    expect(dayOf('3/1', { today: '2021-12-20' })).toBe('2022-01-03');
    expect(dayOf('20 déc.', { today: '2021-01-05' })).toBe('2020-12-20');
    expect(readTypedDay('3/1', { today: '2021-01-05', min: '2021-01-05' })).toEqual({ ok: true, day: '2022-01-03' });
    expect(dayOf('29/2')).toBe('2020-02-29');
  });

  it('says the first or the last day that is accepted', () => {
    const ground = { today: '2021-03-15', min: '2021-03-15', max: '2021-06-30' };
    expect(readTypedDay('14/03/2021', ground)).toEqual({ ok: false, message: 'Au plus tôt le 15 mars 2021.' });
    expect(readTypedDay('01/07/2021', ground)).toEqual({ ok: false, message: 'Au plus tard le 30 juin 2021.' });
    expect(readTypedDay('30/06/2021', ground).ok).toBe(true);
  });

  it('reads back every day that it writes, at any distance and in any of its forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000, max: 3_000 }), (days) => {
        const day = addDays(TODAY.today, days);
        const [year = '', month = '', date = ''] = day.split('-');
        for (const text of [typedDay(day), day, `${date}${month}${year}`, `${Number(date)}.${Number(month)}.${year}`])
          expect(dayOf(text)).toBe(day);
        expect(isWholeDay(typedDay(day))).toBe(true);
        const short = readTypedDay(`${date}/${month}`, TODAY);
        expect(short.ok && Math.abs(daysBetween(TODAY.today, short.day)) <= 4 * 366).toBe(true);
      }),
    );
  });

  it('says of what a form holds whether it is missing, unreadable or no day at all', () => {
    expect(['2021-04-03', ' ', 'bientôt', '3/4', '31/04/2021'].map(dayFault)).toEqual([
      null,
      'À remplir.',
      expect.stringMatching(/^Date illisible/),
      expect.stringMatching(/^Date illisible/),
      expect.stringMatching(/n’existe pas/),
    ]);
  });

  it('waits for the end of a date before it is taken while typing', () => {
    expect(['3', '3/4', '3/4/20', '3/4/202', '2021-04-0', '3 avril'].filter(isWholeDay)).toEqual([]);
    expect(['3/4/2021', '2021-04-03', '03042021'].filter((text) => !isWholeDay(text))).toEqual([]);
  });
});
