import { Checkbox, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import type { ArbitrationConstraints } from '../../../contract/app/arbitration-contract.ts';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';

interface ConstraintsFormProps {
  readonly constraints: ArbitrationConstraints;
  readonly isNational: boolean;
  onChange(constraints: ArbitrationConstraints): void;
}

const words = FR_ARBITRATION;
const LEVELS = ['as-hint', 'preferred', 'required'] as const;
const EXPERIENCES = LEVELS.map((value) => ({ value, label: words.experiences[value] ?? value }));
const MOBILISATIONS = ['local', 'departemental', 'national'] as const;

/** An empty field is no limit. */
const orNone = (value: string | number): number | null =>
  value === '' || Number.isNaN(Number(value)) ? null : Number(value);

/** Caps, reserves, experience, fairness: what the plan must respect (FEATURES D4, D14). */
export function ConstraintsForm({ constraints, isNational, onChange }: ConstraintsFormProps) {
  const set = (patch: Partial<ArbitrationConstraints>) => onChange({ ...constraints, ...patch });
  const everywhere = constraints.reserves.find(({ agency }) => agency === null)?.keep ?? null;
  const level = (value: string) => LEVELS.find((one) => one === value) ?? 'preferred';
  return (
    <Stack gap={10} component="fieldset" className="dk-variant" aria-label={words.constraints}>
      <strong>{words.constraints}</strong>
      {isNational && (
        <NativeSelect
          size="xs"
          label={words.reach}
          value={constraints.reach}
          data={(['opened', 'nation'] as const).map((value) => ({ value, label: words.reaches[value] ?? value }))}
          onChange={(event) => set({ reach: event.currentTarget.value === 'nation' ? 'nation' : 'opened' })}
        />
      )}
      <div>
        <strong style={{ fontSize: '0.75rem' }}>{words.caps}</strong>
        <Group grow gap={6}>
          {MOBILISATIONS.map((one) => (
            <NumberInput
              key={one}
              label={words.capOf[one]}
              hideControls
              allowNegative={false}
              placeholder={words.noCap}
              min={0}
              max={20_000}
              value={constraints.distanceCaps[one] ?? ''}
              onChange={(value) => set({ distanceCaps: { ...constraints.distanceCaps, [one]: orNone(value) } })}
            />
          ))}
        </Group>
      </div>
      {isNational && (
        <NumberInput
          label={words.reserve}
          description={words.reserveHelp}
          placeholder={words.noCap}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={everywhere ?? ''}
          onChange={(value) => {
            const keep = orNone(value);
            const named = constraints.reserves.filter(({ agency }) => agency !== null);
            set({ reserves: keep === null || keep < 1 ? named : [{ agency: null, keep }, ...named] });
          }}
        />
      )}
      <Group grow gap={6} align="end">
        <NativeSelect
          size="xs"
          label={words.ehpad}
          value={constraints.ehpadExperience}
          data={EXPERIENCES}
          onChange={(event) => set({ ehpadExperience: level(event.currentTarget.value) })}
        />
        <NativeSelect
          size="xs"
          label={words.intensiveCare}
          value={constraints.intensiveCareExperience}
          data={EXPERIENCES}
          onChange={(event) => set({ intensiveCareExperience: level(event.currentTarget.value) })}
        />
      </Group>
      <NumberInput
        label={words.solicitations}
        placeholder={words.noLimit}
        min={1}
        max={50}
        allowDecimal={false}
        value={constraints.mostSolicitations ?? ''}
        onChange={(value) => {
          const most = orNone(value);
          set({ mostSolicitations: most === null || most < 1 ? null : most });
        }}
      />
      <Checkbox
        label={words.freshFirst}
        checked={constraints.freshFirst}
        onChange={(event) => set({ freshFirst: event.currentTarget.checked })}
      />
      <Checkbox
        label={words.verifiedOnly}
        checked={constraints.verifiedOnly}
        onChange={(event) => set({ verifiedOnly: event.currentTarget.checked })}
      />
    </Stack>
  );
}
