import { formatDecimal, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_MAP } from '../../text/fr-map.ts';
import { departementLabel, professionLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { BalanceClass, BalanceLine } from './balance-classes.ts';
import { balanceClass, byTension } from './balance-classes.ts';
import type { MapModel } from './use-map-model.ts';

const TONES: Readonly<Record<BalanceClass, Tone>> = {
  none: 'neutral',
  ample: 'neutral',
  enough: 'neutral',
  tight: 'warning',
  short: 'danger',
  nobody: 'vital',
};

const eachOf = ({ posts, free }: BalanceLine) => (posts === 0 ? FR.none : formatDecimal(free / posts));

/** The shades of the map as rows: the tensest département first. */
export function BalanceTable({ model }: { readonly model: MapModel }) {
  const answer = model.balance.value;
  if (answer === null) return null;
  const { professions } = model;
  return (
    <>
      <div className="dk-bar">
        <strong>
          {professions === null
            ? FR_MAP.balance.allProfessions
            : FR_MAP.balance.of(professions.map((code) => professionLabel(code)).join(', '))}
        </strong>
      </div>
      <table className="dk-plain map-table">
        <caption className="dk-visually-hidden">{FR_MAP.balance.title}</caption>
        <thead>
          <tr>
            <th scope="col">{FR_MAP.balance.departement}</th>
            <th scope="col" className="dk-right">
              {FR_MAP.balance.posts}
            </th>
            <th scope="col" className="dk-right">
              {FR_MAP.balance.free}
            </th>
            <th scope="col" className="dk-right">
              {FR_MAP.balance.each}
            </th>
          </tr>
        </thead>
        <tbody>
          {byTension(answer.lines).map((line) => {
            const name = balanceClass(line);
            return (
              <tr key={line.departement}>
                <th scope="row">{departementLabel(line.departement)}</th>
                <td className="dk-right">{formatNumber(line.posts)}</td>
                <td className="dk-right">{formatNumber(line.free)}</td>
                <td className="dk-right dk-no-wrap" title={FR_MAP.balance.classes[name]}>
                  <Pill tone={TONES[name]}>{eachOf(line)}</Pill>
                  <span className="dk-visually-hidden">{FR_MAP.balance.classes[name]}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
