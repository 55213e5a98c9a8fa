import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { folded } from './page-of-rows.ts';

/** A pause this long begins another word. */
const PAUSE_MS = 700;

/** Where the typed text leads among labels: the next one that begins with it, else the next that holds it. Pure. */
export function aheadIndex(labels: readonly string[], from: number, typed: string): number {
  const wanted = folded(typed);
  // A single letter goes on from here; more letters may stay.
  const start = wanted.length === 1 ? from + 1 : Math.max(0, from);
  const turned = labels.map((_, place) => (start + place) % Math.max(1, labels.length));
  const begins = turned.find((at) => folded(labels[at] ?? '').startsWith(wanted));
  return begins ?? turned.find((at) => folded(labels[at] ?? '').includes(wanted)) ?? -1;
}

/** In a list of boxes: letters go to the value that begins with them, arrows to the next box, Home and End to the ends. */
export function useTypeAhead(labels: readonly string[]): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ text: '', at: 0 });
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="checkbox"]')];
    const from = boxes.indexOf(event.target as HTMLElement);
    if (from < 0) return;
    const step = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: boxes.length - 1 }[event.key];
    if (step === undefined && (event.key.length !== 1 || event.key === ' ')) return;
    event.preventDefault();
    if (step !== undefined) return boxes[Math.min(boxes.length - 1, Math.max(0, step))]?.focus();
    const now = event.timeStamp;
    const text = now - typed.current.at > PAUSE_MS ? event.key : typed.current.text + event.key;
    typed.current = { text, at: now };
    boxes[aheadIndex(labels, from, text)]?.focus();
  };
}
