interface CoverBarProps {
  readonly part: number;
  readonly whole: number;
  /** The words that say the same: "POURVUE 1/2". */
  readonly words: string;
}

/** How much of a need is covered: the figures, and a bar for the eye. */
export function CoverBar({ part, whole, words }: CoverBarProps) {
  const share = whole <= 0 ? 0 : Math.min(100, (part / whole) * 100);
  return (
    <span className="dk-cover" title={words}>
      <span className="dk-cover-track" aria-hidden="true">
        <span className="dk-cover-fill" data-full={share === 100} style={{ width: `${share}%`, display: 'block' }} />
      </span>
      <span className="dk-number">
        <span aria-hidden="true">
          {part}/{whole}
        </span>
        <span className="dk-visually-hidden">{words}</span>
      </span>
    </span>
  );
}
