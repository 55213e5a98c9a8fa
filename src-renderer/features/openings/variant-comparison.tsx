import type { OpeningVariant, SimulatedVariant } from '../../../contract/app/simulation-shapes.ts';
import { formatNumber } from '../../text/format.ts';
import { FR_SIMULATION } from '../../text/fr-simulation.ts';

interface Compared {
  readonly name: string;
  readonly variant: OpeningVariant;
  readonly result: SimulatedVariant;
}

const words = FR_SIMULATION.results;
const sum = (result: SimulatedVariant, count: (lender: SimulatedVariant['lenders'][number]) => number) =>
  result.lenders.reduce((total, lender) => total + count(lender), 0);

const MEASURES: readonly (readonly [string, (one: Compared) => string])[] = [
  [words.visible, ({ result }) => formatNumber(result.visible)],
  [words.missionsGaining, ({ result }) => formatNumber(result.missionsGaining)],
  [words.coverable, ({ result }) => words.beforeAfter(result.coverableBefore, result.coverableAfter, result.posts)],
  [
    words.bestCeiling,
    ({ result, variant }) =>
      result.bestCeiling === 0 ? words.noGain : words.ceilingWords(result.bestCeiling, variant.ceiling),
  ],
  [words.medianKm, ({ result }) => words.km(result.medianKm)],
  [
    words.lendersLoss,
    ({ result }) =>
      formatNumber(sum(result, ({ coverableBefore, coverableAfter }) => coverableBefore - coverableAfter)),
  ],
  [words.losingLast, ({ result }) => formatNumber(sum(result, ({ missionsLosingLast }) => missionsLosingLast))],
];

/** The variants side by side, measure by measure. */
export function VariantComparison({ compared }: { readonly compared: readonly Compared[] }) {
  return (
    <table className="dk-plain dk-comparison" aria-label={words.label}>
      <thead>
        <tr>
          <th scope="col">{words.measure}</th>
          {compared.map(({ name }) => (
            <th key={name} scope="col" className="dk-right">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MEASURES.map(([label, say]) => (
          <tr key={label}>
            <th scope="row" className="dk-measure">
              {label}
            </th>
            {compared.map((one) => (
              <td key={one.name} className="dk-right">
                {say(one)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
