import { Button } from '@mantine/core';
import type { OpeningVariant, SimulatedVariant } from '../../../contract/app/simulation-shapes.ts';
import { useSelection } from '../../data/use-selection.ts';
import { FR_SIMULATION } from '../../text/fr-simulation.ts';
import { agencyLabel, professionLabel } from '../../text/labels.ts';
import { StepCurve } from '../../ui/step-curve.tsx';

interface VariantResultsProps {
  readonly name: string;
  readonly variant: OpeningVariant;
  readonly result: SimulatedVariant;
  onCeiling(ceiling: number): void;
}

const words = FR_SIMULATION.results;
const SHOWN_MISSIONS = 12;
const SHOWN_PLACES = 6;

/** What one variant would do, in detail: who becomes visible, which missions gain, what it leaves to each lender. */
export function VariantResults({ name, variant, result, onCeiling }: VariantResultsProps) {
  const { change: select } = useSelection();
  const look = (id: string) => select({ subject: { kind: 'mission', id }, chosen: null });
  const hidden = result.missionsGaining - Math.min(SHOWN_MISSIONS, result.missions.length);
  return (
    <section className="dk-results" aria-label={name}>
      {result.remarks.length > 0 && (
        <div>
          <h3>{words.remarks}</h3>
          <ul className="dk-list">
            {result.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>{words.curve}</h3>
        <StepCurve
          label={words.curve}
          points={result.curve.map(({ ceiling, gained }) => ({
            at: ceiling,
            value: gained,
            words: words.curvePoint(ceiling, gained),
          }))}
          mark={variant.ceiling}
        />
        {result.bestCeiling > 0 && result.bestCeiling !== variant.ceiling && (
          <Button size="compact-xs" variant="default" onClick={() => onCeiling(result.bestCeiling)}>
            {words.useBest} : {result.bestCeiling}
          </Button>
        )}
      </div>
      <div>
        <h3>{words.missions}</h3>
        {result.missions.length === 0 && <p className="dk-quiet">{words.noMission}</p>}
        <ul className="dk-list">
          {result.missions.slice(0, SHOWN_MISSIONS).map((mission) => (
            <li key={mission.missionId}>
              <button type="button" className="dk-link" onClick={() => look(mission.missionId)}>
                {mission.label}
              </button>
              <div>
                <strong>{words.missionGain(mission.before, mission.after)}</strong>{' '}
                <span className="dk-quiet">{words.nearest(mission.nearestKm, mission.medianKm)}</span>
              </div>
            </li>
          ))}
        </ul>
        {hidden > 0 && <p className="dk-quiet">{words.more(hidden)}</p>}
      </div>
      <div>
        <h3>{words.lenders}</h3>
        <ul className="dk-list">
          {result.lenders.map((lender) => (
            <li key={lender.agency ?? 0}>
              <strong>{agencyLabel(lender.agency)}</strong> · {words.lender(lender.free, lender.taken)}
              <div className="dk-quiet">{words.lenderCover(lender.coverableBefore, lender.coverableAfter)}</div>
              {lender.missionsLosingLast > 0 && (
                <details>
                  <summary>{words.losesLast(lender.missionsLosingLast)}</summary>
                  <ul className="dk-list">
                    {lender.missions.map(({ missionId, label }) => (
                      <li key={missionId}>
                        <button type="button" className="dk-link" onClick={() => look(missionId)}>
                          {label}
                        </button>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{words.byAgency}</h3>
        <ul className="dk-list">
          {result.visibleByAgency.slice(0, SHOWN_PLACES).map(({ agency, people }) => (
            <li key={agency ?? 0}>
              {agencyLabel(agency)} · {words.people(people)}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{words.byProfession}</h3>
        <ul className="dk-list">
          {result.visibleByProfession.slice(0, SHOWN_PLACES).map(({ profession, people }) => (
            <li key={profession}>
              {professionLabel(profession)} · {words.people(people)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
