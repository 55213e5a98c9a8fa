import type { MouseEvent } from 'react';
import { useEffect, useRef } from 'react';

interface ChoiceBoxProps {
  readonly label: string;
  readonly checked: boolean;
  /** Some of the page is chosen, not all. */
  readonly partly?: boolean;
  /** Rows are chosen by Space on the row: Tab passes their boxes by. */
  readonly tabIndex: 0 | -1;
  onToggle(extend: boolean): void;
}

/** A plain box with a target large enough: a page holds a hundred of them. */
export function ChoiceBox({ label, checked, partly = false, tabIndex, onToggle }: ChoiceBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = partly;
  }, [partly]);
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle(event.shiftKey);
  };
  return (
    <input
      ref={box}
      className="dk-choice"
      type="checkbox"
      aria-label={label}
      checked={checked}
      tabIndex={tabIndex}
      onClick={press}
      onDoubleClick={(event) => event.stopPropagation()}
      onChange={() => undefined}
    />
  );
}
