/** The balance of needs and resources as the window asks it: at a period, week after week, and against the day before. */
import type { Balance, Standing } from '../../../contract/app/nation-contract.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { DayFigure } from '../../store/daily-figures.ts';
import { readFiguresBefore } from '../../store/daily-figures.ts';
import type { Period, Whereabouts } from './balance.ts';
import { countNeeds, countPeople, FigureTable, tensionIn } from './balance.ts';
import type { NationDesk } from './nation-desk.ts';

type By = Balance['by'];
type Place = number | string | null;

/** After the last day that anybody asks for. */
const FOR_EVER = '9999-12-31';
const MOST_MOVES = 200;

const ownAgency = (desk: NationDesk): number | null => desk.person()?.agency ?? null;

/** An ARS counts by département; what openings let it see of other regions is one place apart. */
function placeOf(by: By, own: number | null): (where: Pick<Whereabouts, 'agency' | 'departement'>) => Place {
  if (by === 'agency') return ({ agency }) => agency;
  return ({ agency, departement }) => (own === null || agency === own ? departement : null);
}

const keyOf = (place: Place, profession: string): string => `${place ?? ''} ${profession}`;

function tableOf({ image }: NationDesk, period: Period, place: (where: Whereabouts) => Place): FigureTable {
  const table = new FigureTable((where) => keyOf(place(where), where.profession));
  countNeeds(image, period, table.add);
  countPeople(image, [period], (_at, ...told) => table.add(...told));
  return table;
}

export function balanceOf(desk: NationDesk, question: { by: By; from: string; days: number }): Balance {
  const { image } = desk;
  const own = ownAgency(desk);
  const place = placeOf(question.by, own);
  const { from, days } = question;
  const table = tableOf(desk, { from, until: addDays(from, days - 1) }, place);
  return {
    revision: image.revision,
    complete: image.isComplete('mission') && image.isComplete('candidate'),
    today: todayOf(own, image.now),
    by: question.by,
    cells: [...table.lines.values()].map(({ where, figures }) => ({
      place: place(where),
      profession: where.profession,
      ...figures,
      tension: tensionIn(figures),
    })),
  };
}

export interface WeekQuestion {
  readonly by: By;
  readonly place: { readonly code: Place } | null;
  readonly profession: string | null;
  readonly from: string;
  readonly weeks: number;
}

export function weeksOf(desk: NationDesk, { by, place, profession, from, weeks }: WeekQuestion) {
  const { image } = desk;
  const here = placeOf(by, ownAgency(desk));
  const isAsked = (where: Whereabouts) =>
    (place === null || here(where) === place.code) && (profession === null || where.profession === profession);
  const periods = Array.from({ length: weeks }, (_, week) => ({
    from: addDays(from, 7 * week),
    until: addDays(from, 7 * week + 6),
  }));
  const answer = periods.map((period) => ({ ...period, missions: 0, posts: 0, free: 0 }));
  for (const [at, period] of periods.entries()) {
    countNeeds(image, period, (where, part, amount) => {
      const week = answer[at];
      if (week !== undefined && (part === 'missions' || part === 'posts') && isAsked(where)) week[part] += amount;
    });
  }
  countPeople(image, periods, (at, where, part, amount) => {
    const week = answer[at];
    if (week !== undefined && part === 'free' && isAsked(where)) week.free += amount;
  });
  return { revision: image.revision, weeks: answer };
}

/** What stands today, whatever the dates: every open post, everybody who is free and not over. */
export function figuresOfToday(desk: NationDesk): { readonly day: string; readonly figures: readonly DayFigure[] } {
  const { image } = desk;
  const day = todayOf(ownAgency(desk), image.now);
  const period = { from: day, until: FOR_EVER };
  const table = new FigureTable(({ agency, departement, profession }) => `${agency} ${departement} ${profession}`);
  countNeeds(image, period, table.add);
  countPeople(image, [period], (_at, ...told) => table.add(...told));
  const figures = [...table.lines.values()].map(({ where, figures: { missions, posts, free } }) => ({
    ...{ agency: where.agency, departement: where.departement, profession: where.profession },
    ...{ missions, posts, free },
  }));
  return { day, figures };
}

interface Sum {
  readonly place: Place;
  readonly profession: string;
  posts: number;
  free: number;
}

function sumsOf(figures: readonly DayFigure[], place: (where: DayFigure) => Place): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const figure of figures) {
    const where = place(figure);
    const key = keyOf(where, figure.profession);
    const sum = sums.get(key) ?? { place: where, profession: figure.profession, posts: 0, free: 0 };
    sum.posts += figure.posts;
    sum.free += figure.free;
    sums.set(key, sum);
  }
  return sums;
}

const total = (figures: readonly DayFigure[], part: 'posts' | 'free'): number =>
  figures.reduce((sum, figure) => sum + figure[part], 0);

/** Today's standing against the last day that this workstation kept. */
export function standingOf(desk: NationDesk, by: By): Standing {
  const place = placeOf(by, ownAgency(desk));
  const { day, figures } = figuresOfToday(desk);
  const before = readFiguresBefore(desk.store, day);
  const now = sumsOf(figures, place);
  const then = sumsOf(before?.figures ?? [], place);
  const moves = [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const [one, other] = [now.get(key), then.get(key)];
    const known = one ?? other;
    if (known === undefined || before === null) return [];
    const move = {
      place: known.place,
      profession: known.profession,
      posts: one?.posts ?? 0,
      postsBefore: other?.posts ?? 0,
      free: one?.free ?? 0,
      freeBefore: other?.free ?? 0,
    };
    return move.posts === move.postsBefore && move.free === move.freeBefore ? [] : [move];
  });
  const weight = (move: (typeof moves)[number]) =>
    Math.abs(move.posts - move.postsBefore) * 1000 + Math.abs(move.free - move.freeBefore);
  return {
    revision: desk.image.revision,
    day,
    since: before?.day ?? null,
    posts: total(figures, 'posts'),
    free: total(figures, 'free'),
    postsBefore: before === null ? null : total(before.figures, 'posts'),
    freeBefore: before === null ? null : total(before.figures, 'free'),
    moves: moves.toSorted((left, right) => weight(right) - weight(left)).slice(0, MOST_MOVES),
  };
}
