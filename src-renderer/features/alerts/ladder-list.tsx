import type { LadderLine } from '../../../contract/app/nation-contract.ts';
import { formatMoment } from '../../text/format.ts';
import { FR_NATION } from '../../text/fr-nation.ts';
import { Pill } from '../../ui/pill.tsx';

const words = FR_NATION.ladder;

/** The ladder of solidarity step by step: tried and when, with whom, who is left, what comes next (DOMAIN §6). */
export function LadderList({ ladder }: { readonly ladder: readonly LadderLine[] }) {
  return (
    <ol className="dk-list">
      {ladder.map((line) => (
        <li key={line.step}>
          <strong>{line.label}</strong>{' '}
          {line.isNext ? (
            <Pill tone="info">{words.next}</Pill>
          ) : (
            <Pill tone={line.firstAt === null ? 'neutral' : 'success'}>
              {line.firstAt === null ? words.notTried : words.tried}
            </Pill>
          )}
          <div className="dk-quiet">
            {line.firstAt !== null && words.between(formatMoment(line.firstAt), formatMoment(line.lastAt))}
            {line.people > 0 && ` · ${words.people(line.people, line.accepted, line.waiting)}`}
          </div>
          <div className="dk-quiet">{line.left === null ? words.unknownLeft(line.step) : words.left(line.left)}</div>
        </li>
      ))}
    </ol>
  );
}
