/** Keeps the day's line of figures as the day goes: after the first synchronisation, then at most every quarter of an hour. */
import { keepDailyFigures, readLastKept } from '../../store/daily-figures.ts';
import type { OpenDesk } from '../open-desk.ts';
import { figuresOfToday } from './balance-answers.ts';
import type { NationDesk } from './nation-desk.ts';

const EVERY_MILLISECONDS = 15 * 60_000;

/** @returns whether a line was written */
export function keepDailyLine(desk: NationDesk): boolean {
  const { store, image } = desk;
  if (!image.isComplete('mission') || !image.isComplete('candidate')) return false;
  const last = readLastKept(store);
  if (last !== null && Math.abs(image.now - Date.parse(last)) < EVERY_MILLISECONDS) return false;
  image.flush();
  const { day, figures } = figuresOfToday(desk);
  keepDailyFigures(store, { day, at: new Date(image.now).toISOString(), figures });
  return true;
}

/** Writes the line after a commit, at a later turn: nothing waits for it. It ends with the base's own listeners. */
export function followDays(desk: NationDesk & Pick<OpenDesk, 'turns'>, onFault: (error: unknown) => void): void {
  const state = { isDue: false };
  desk.store.onChange(() => {
    if (state.isDue) return;
    state.isDue = true;
    desk.turns
      .later(0)
      .then(() => {
        state.isDue = false;
        keepDailyLine(desk);
      })
      .catch(onFault);
  });
}
