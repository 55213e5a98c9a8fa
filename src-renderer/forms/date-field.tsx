import { ActionIcon, CloseButton, Group, Popover, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import { FR_FORMS } from '../text/fr-forms.ts';
import { DayCalendar } from './day-calendar.tsx';
import { dayHere } from './day-here.ts';
import { isWholeDay, readTypedDay, typedDay } from './typed-day.ts';

export interface DateFieldProps {
  readonly label: string;
  /** In a bar: the label is heard, not seen. */
  readonly isLabelHidden?: boolean;
  /** A civil date; empty for none; or what was typed and is no date, so that nothing typed is lost. */
  readonly value: string;
  /** The same: a form accepts it when `isCivilDate` does. */
  onChange(value: string): void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly description?: string;
  /** What the form found wrong; what the field itself finds comes first. */
  readonly error?: string | undefined;
  /** A button empties it. */
  readonly clearable?: boolean;
  /** Pixels. */
  readonly width?: number;
  /** Inside a box that closes on a click elsewhere: its calendar belongs to it. */
  readonly isInBox?: boolean;
  readonly 'data-autofocus'?: boolean;
  readonly 'data-field'?: string;
}

const { date: WORDS } = FR_FORMS;
const shownOf = (value: string) => (isCivilDate(value) ? typedDay(value) : value);

/**
 * A day, typed as people type it (« 3/4 », « 03/04/2021 », « 3 avril », « demain ») or chosen in a calendar that the
 * keyboard reaches (↓, then arrows). A native field writes dates as the browser's language has it, which closed
 * workstations do not have in French.
 */
export function DateField({ label, value, onChange, min, max, clearable = false, ...more }: DateFieldProps) {
  const { isLabelHidden = false, disabled = false, required = false, description, error, width } = more;
  /** What is being typed; null: the value is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(true);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  const id = useId();
  const [labelId, titleId] = [`${id}-label`, `${id}-calendar`];
  useEffect(() => {
    // Changed from elsewhere: what was typed here is no longer what counts.
    if (value !== told.current) setTyped(null);
    told.current = value;
  }, [value]);
  const ground = { today: dayHere(), min, max };
  const text = typed ?? shownOf(value);
  const read = text.trim() === '' ? null : readTypedDay(text, ground);
  const own = isLeft && read !== null && !read.ok ? read.message : undefined;
  const tell = (next: string) => {
    if (next === value) return;
    told.current = next;
    onChange(next);
  };
  const type = (next: string) => {
    setTyped(next);
    setLeft(false);
    const whole = isWholeDay(next) ? readTypedDay(next, ground) : null;
    tell(whole?.ok === true ? whole.day : next.trim());
  };
  const settle = () => {
    setLeft(true);
    if (typed === null || (read !== null && !read.ok)) return;
    setTyped(null);
    tell(read === null ? '' : read.day);
  };
  const take = (day: string) => {
    setTyped(null);
    setLeft(true);
    setOpen(false);
    tell(day);
    input.current?.focus();
  };
  const hasClear = clearable && text !== '' && !disabled;
  return (
    <TextInput
      ref={input}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      labelProps={{ id: labelId }}
      {...(description === undefined ? {} : { description })}
      error={own ?? error}
      placeholder={WORDS.placeholder}
      autoComplete="off"
      maxLength={40}
      required={required}
      disabled={disabled}
      {...(width === undefined ? {} : { w: width })}
      value={text}
      data-field={more['data-field']}
      data-autofocus={more['data-autofocus'] || undefined}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          setOpen(true);
        }
        if (event.key !== 'Enter') return;
        // The form that Enter sends sees the day, not the letters; and it is not sent with what is no day.
        flushSync(settle);
        if (read !== null && !read.ok) event.preventDefault();
      }}
      rightSectionWidth={hasClear ? 50 : 28}
      rightSection={
        <Group gap={0} wrap="nowrap">
          {hasClear && <CloseButton size="sm" aria-label={WORDS.clear} onClick={() => take('')} />}
          <Popover
            opened={open}
            onChange={setOpen}
            trapFocus
            returnFocus
            position="bottom-end"
            shadow="md"
            withinPortal={more.isInBox !== true}
          >
            <Popover.Target>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                disabled={disabled}
                aria-label={WORDS.open}
                {...(isLabelHidden ? { title: label } : { 'aria-describedby': labelId })}
                onClick={() => setOpen(!open)}
              >
                <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden="true">
                  <path d="M1.5 3h11v9.5h-11zM1.5 5.7h11M4.3 1.2v3M9.7 1.2v3" strokeWidth="1.2" />
                </svg>
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown p="xs" aria-labelledby={titleId} data-mantine-stop-propagation="true">
              <span id={titleId} className="dk-visually-hidden">
                {WORDS.calendar(label)}
              </span>
              <DayCalendar day={isCivilDate(value) ? value : null} ground={ground} onPick={take} />
            </Popover.Dropdown>
          </Popover>
        </Group>
      }
    />
  );
}
