import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useLive } from '../../data/use-live.ts';
import { formatDay, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_BALANCE } from '../../text/fr-balance.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import type { ChosenCell } from './heat-grid.tsx';

interface WeekChartProps {
  readonly by: 'agency' | 'departement';
  readonly cell: ChosenCell;
  readonly from: string;
  /** What is shown, in words. */
  readonly what: string;
}

const WEEKS = 8;
const TOPICS = ['missions', 'candidates', 'proposals', 'outbox'] as const;

/** Needs and free people week after week, as bars and as the figures they stand for. */
export function WeekChart({ by, cell, from, what }: WeekChartProps) {
  const question = `weeks ${JSON.stringify([by, cell, from])}`;
  const answer = useLive(
    question,
    (client) =>
      client.nation.weeks({
        by,
        from,
        weeks: WEEKS,
        profession: cell.profession,
        place: cell.place === null ? null : { code: cell.place.code },
      }),
    TOPICS,
  );
  const weeks = answer.answers === question ? answer.value?.weeks : undefined;
  return (
    <section aria-label={FR_BALANCE.weeks(what)} className="dk-balance-part">
      <h2>{FR_BALANCE.weeks(what)}</h2>
      {weeks === undefined ? (
        <LoadingLines label={FR.loading} count={4} />
      ) : (
        <>
          <div aria-hidden="true">
            <BarChart
              h="clamp(116px, 42vh - 150px, 640px)"
              data={weeks.map((week) => ({ ...week, label: formatDay(week.from).replace(/ \d{4}$/, '') }))}
              dataKey="label"
              series={[
                { name: 'posts', label: FR_BALANCE.weekPosts, color: 'var(--balance-posts)' },
                { name: 'free', label: FR_BALANCE.weekFree, color: 'var(--balance-free)' },
              ]}
              withLegend
              legendProps={{ verticalAlign: 'top', height: 30 }}
              tickLine="none"
              withTooltip={false}
              barProps={{ isAnimationActive: false, maxBarSize: 26 }}
              yAxisProps={{ width: 40 }}
              barChartProps={{ accessibilityLayer: false }}
            />
          </div>
          <table className="dk-plain dk-weeks" aria-label={FR_BALANCE.weekTable}>
            <thead>
              <tr>
                <th scope="col">{FR_BALANCE.week}</th>
                {weeks.map((week) => (
                  <th key={week.from} scope="col" className="dk-right">
                    {formatDay(week.from).replace(/ \d{4}$/, '')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(['posts', 'free'] as const).map((part) => (
                <tr key={part}>
                  <th scope="row">{part === 'posts' ? FR_BALANCE.measures['posts'] : FR_BALANCE.measures['free']}</th>
                  {weeks.map((week) => (
                    <td key={week.from} className="dk-right">
                      {formatNumber(week[part])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
