import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/fr.js';
import './forms.css';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CivilDate } from '../../contract/domain/civil-date.ts';
import { FR_FORMS } from '../text/fr-forms.ts';
import { dayBesides } from './day-besides.ts';
import type { DayGround } from './typed-day.ts';

interface DayCalendarProps {
  /** The day chosen, or null. */
  readonly day: CivilDate | null;
  readonly ground: DayGround;
  onPick(day: CivilDate): void;
}

const { date: WORDS } = FR_FORMS;

/** One month, Monday first. The arrows cross its ends, which those of the library do not. */
export function DayCalendar({ day, ground, onPick }: DayCalendarProps) {
  const { today, min, max } = ground;
  const first = day ?? (min !== undefined && today < min ? min : max !== undefined && today > max ? max : today);
  const [month, setMonth] = useState(first);
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = (event.target as HTMLElement).dataset['day'];
    const next = at === undefined || event.ctrlKey || event.metaKey || event.altKey ? null : dayBesides(at, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    const kept = min !== undefined && next < min ? min : max !== undefined && next > max ? max : next;
    flushSync(() => setMonth(kept));
    frame.current?.querySelector<HTMLElement>(`[data-day="${kept}"]`)?.focus();
  };
  return (
    <div ref={frame} className="dk-calendar" onKeyDownCapture={onKeyDown}>
      <DatePicker
        locale="fr"
        firstDayOfWeek={1}
        size="xs"
        hideOutsideDates
        __stopPropagation
        value={day}
        date={month}
        onDateChange={setMonth}
        {...(min === undefined ? {} : { minDate: min })}
        {...(max === undefined ? {} : { maxDate: max })}
        ariaLabels={{
          nextMonth: WORDS.nextMonth,
          previousMonth: WORDS.previousMonth,
          nextYear: WORDS.nextYear,
          previousYear: WORDS.previousYear,
          nextDecade: WORDS.nextDecade,
          previousDecade: WORDS.previousDecade,
        }}
        getDayProps={(one) => ({
          'data-day': one,
          ...(one === first ? { 'data-autofocus': true } : {}),
          ...(one === today ? { 'data-today': true } : {}),
        })}
        onChange={(picked) => {
          if (picked !== null) onPick(picked);
        }}
      />
      <p className="dk-quiet dk-calendar-help">{WORDS.help}</p>
    </div>
  );
}
