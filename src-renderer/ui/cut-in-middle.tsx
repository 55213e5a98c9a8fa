import { partsToCut } from './parts-to-cut.ts';

interface CutInMiddleProps {
  readonly text: string;
}

/** A name on one line; where it lacks room, its middle goes and its end stays. */
export function CutInMiddle({ text }: CutInMiddleProps) {
  const [beginning, end] = partsToCut(text);
  return (
    <span className="dk-cut" title={text}>
      <span className="dk-cut-beginning">{beginning}</span>
      {end !== '' && <span className="dk-cut-end">{end}</span>}
    </span>
  );
}
