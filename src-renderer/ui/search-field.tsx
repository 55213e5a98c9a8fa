import { CloseButton, TextInput } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useEffect, useRef, useState } from 'react';
import { isTyping } from './is-typing.ts';

interface SearchFieldProps {
  readonly label: string;
  /** Says what the cross does. */
  readonly clearLabel: string;
  /** The search as the window keeps it. */
  readonly value: string;
  /** A short while after the last letter. */
  onSearch(text: string): void;
  readonly style: CSSProperties;
}

const TYPING_MS = 120;
const LONGEST = 100;

/** Where a window searches: "/" leads to it from anywhere. */
export function SearchField({ label, clearLabel, value, onSearch, style }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text.slice(0, LONGEST)), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <TextInput
      ref={field}
      style={style}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      rightSection={text === '' ? null : <CloseButton size="sm" aria-label={clearLabel} onClick={() => setText('')} />}
    />
  );
}
