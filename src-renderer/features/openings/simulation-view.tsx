import '../../ui/heat.css';
import './openings.css';
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import type { OpeningSimulation, OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import { useAct } from '../../data/use-act.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { ReadOnlyMark } from '../../decisions/read-only-mark.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { useFormCheck } from '../../forms/use-form-check.ts';
import { FR } from '../../text/fr.ts';
import { FR_SIMULATION } from '../../text/fr-simulation.ts';
import { agencyLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';
import { todayHere } from './today-here.ts';
import { VariantComparison } from './variant-comparison.tsx';
import { variantErrors } from './variant-errors.ts';
import { VariantForm } from './variant-form.tsx';
import { VariantResults } from './variant-results.tsx';

interface SimulationViewProps {
  readonly variants: readonly OpeningVariant[];
  onChange(variants: readonly OpeningVariant[]): void;
  /** To the list; what was filled in stays for the next time. */
  onBack(): void;
  onStartAgain(): void;
}

/** Results with the terms they are of: another term, and they are of something else. */
interface Simulated {
  readonly of: readonly OpeningVariant[];
  readonly answer: OpeningSimulation;
}

const MOST = 3;
const nameOf = (index: number) => FR_SIMULATION.variant('ABC'[index] ?? '?');

/** What tells a variant from the others, in one line. */
function termsInWords({ lenderAgencies, receiverAgency, ceiling }: OpeningVariant): string {
  const lenders = lenderAgencies === null ? FR_SIMULATION.form.everyRegion : lenderAgencies.map(agencyLabel).join(', ');
  return `${lenders} → ${agencyLabel(receiverAgency)}, ${FR_SIMULATION.form.ceiling.toLowerCase()} ${ceiling}`;
}

const openingOf = (variant: OpeningVariant) => ({ ...draftOf('create-opening'), opening: { ...variant } });

const same = (left: OpeningVariant | undefined, right: OpeningVariant) =>
  JSON.stringify(left) === JSON.stringify(right);

/** One to three openings that are not made, side by side, on one frozen state; then one of them may be opened (D6). */
export function SimulationView({ variants, onChange, onBack, onStartAgain }: SimulationViewProps) {
  const { decide, readOnly } = useDecisions();
  const { run, busy, fault } = useAct();
  const [simulated, setSimulated] = useState<Simulated | null>(null);
  const change = (at: number, next: OpeningVariant) =>
    onChange(variants.map((one, index) => (index === at ? next : one)));
  const resultOf = (variant: OpeningVariant) => {
    const at = simulated?.of.findIndex((one) => same(one, variant)) ?? -1;
    return at < 0 ? null : (simulated?.answer.variants[at] ?? null);
  };
  const today = todayHere();
  const errors = variants.map((variant, index) => variantErrors(nameOf(index), variant, today));
  const check = useFormCheck(errors.flat(), onBack);
  const simulate = async () => {
    if (!check.pass()) return;
    const asked = variants.map((one) => ({ ...one }));
    const answer = await run((client) => client.simulation.openings({ variants: asked }));
    if (answer !== null) setSimulated({ of: asked, answer });
  };
  const compared = variants.flatMap((variant, index) => {
    const result = resultOf(variant);
    return result === null ? [] : [{ name: nameOf(index), variant, result }];
  });
  return (
    <form
      className="dk-column"
      ref={check.frame}
      noValidate
      aria-label={FR_SIMULATION.title}
      onSubmit={(event) => {
        event.preventDefault();
        void simulate();
      }}
    >
      <div className="dk-bar">
        <h1>{FR_SIMULATION.title}</h1>
        <Button variant="default" onClick={onBack}>
          {FR_SIMULATION.back}
        </Button>
        <Button type="submit" loading={busy}>
          {FR_SIMULATION.run}
        </Button>
        <Button
          variant="default"
          disabled={variants.length >= MOST}
          onClick={() => onChange([...variants, ...variants.slice(-1)])}
        >
          {FR_SIMULATION.add}
        </Button>
        <Button variant="subtle" onClick={onStartAgain}>
          {FR_SIMULATION.startAgain}
        </Button>
        <ReadOnlyMark why={readOnly} />
        <span className="dk-quiet">{FR_SIMULATION.intro}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="dk-simulation" aria-label={FR_SIMULATION.title} tabIndex={0}>
        <div className="dk-simulation-head" aria-live="polite">
          {fault !== null && (
            <Alert color="marianne" role="alert" title={fault.sentence}>
              {fault.advice ?? FR.readingIsSafe}
            </Alert>
          )}
          <ErrorSummary check={check} />
          {busy && <p>{FR_SIMULATION.running}</p>}
          {simulated === null && !busy && <p className="dk-quiet">{FR_SIMULATION.notYet}</p>}
          {simulated !== null && compared.length > 0 && (
            <>
              <VariantComparison compared={compared} />
              <p className="dk-quiet" style={{ margin: '4px 8px' }}>
                {FR_SIMULATION.frozen(simulated.answer.takenAt, simulated.answer.milliseconds)}
              </p>
            </>
          )}
        </div>
        <div className="dk-variants">
          {variants.map((variant, index) => {
            const name = nameOf(index);
            const result = resultOf(variant);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place, A, B or C
              <div key={index}>
                <div className="dk-bar" style={{ padding: '0 0 6px', border: 0 }}>
                  <h2>{name}</h2>
                  {simulated !== null && result === null && <Pill tone="warning">{FR_SIMULATION.changed}</Pill>}
                  <span className="dk-grow" />
                  <Button
                    size="compact-sm"
                    aria-label={FR_SIMULATION.openNamed(name)}
                    disabled={readOnly !== null}
                    onClick={() => {
                      if (check.pass(errors[index])) decide(openingOf(variant), { type: 'ids', ids: [] });
                    }}
                  >
                    {FR_SIMULATION.open}
                  </Button>
                  {variants.length > 1 && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={FR_SIMULATION.remove(name)}
                      onClick={() => onChange(variants.filter((_, at) => at !== index))}
                    >
                      ✕
                    </Button>
                  )}
                </div>
                <details open={result === null}>
                  <summary className="dk-terms">
                    <strong>{FR_SIMULATION.terms}</strong> <span className="dk-quiet">{termsInWords(variant)}</span>
                  </summary>
                  <VariantForm
                    name={name}
                    variant={variant}
                    errorOf={check.errorOf}
                    onChange={(next) => change(index, next)}
                  />
                </details>
                {result !== null && (
                  <VariantResults
                    name={name}
                    variant={variant}
                    result={result}
                    onCeiling={(ceiling) => change(index, { ...variant, ceiling })}
                  />
                )}
              </div>
            );
          })}
        </div>
      </section>
    </form>
  );
}
