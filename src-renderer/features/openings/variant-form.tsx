import { Checkbox, Group, MultiSelect, NativeSelect, NumberInput, Radio, Stack } from '@mantine/core';
import type { OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import { MOBILISATION_LABELS, MOBILISATIONS } from '../../../contract/domain/mobilisation.ts';
import { UNLISTED_POOL } from '../../../contract/domain/opening.ts';
import { POOL_KINDS, POOL_LABELS } from '../../../contract/domain/pool.ts';
import { PROFESSIONS } from '../../../contract/domain/profession.ts';
import { SPECIALTIES } from '../../../contract/domain/specialty.ts';
import { DateField } from '../../forms/date-field.tsx';
import { FR_SIMULATION } from '../../text/fr-simulation.ts';
import { MOST_PEOPLE } from './variant-errors.ts';

interface VariantFormProps {
  readonly name: string;
  readonly variant: OpeningVariant;
  onChange(variant: OpeningVariant): void;
  /** What is to mend in a field, beside it. */
  errorOf(field: string): string | undefined;
}

const words = FR_SIMULATION.form;
const AGENCY_CHOICES = AGENCIES.map(({ code, label }) => ({ value: String(code), label }));
const PROFESSION_CHOICES = PROFESSIONS.map(({ code, label }) => ({ value: code, label }));
const SPECIALTY_CHOICES = SPECIALTIES.map(({ code, label }) => ({ value: code, label }));
/** The Réserve sanitaire is never opened: it is asked by a request. */
const POOLS = POOL_KINDS.filter((kind) => kind !== UNLISTED_POOL);

/** The terms of an opening: who receives, who lends which pools, whom, until when, up to how many (DOMAIN §6). */
export function VariantForm({ name, variant, onChange, errorOf }: VariantFormProps) {
  const set = (patch: Partial<OpeningVariant>) => onChange({ ...variant, ...patch });
  const { receiverMissions, lenderAgencies } = variant;
  const marked = (field: keyof OpeningVariant) => ({
    'data-field': `${name} ${field}`,
    error: errorOf(`${name} ${field}`),
  });
  return (
    <fieldset className="dk-variant" aria-label={name}>
      <Stack gap={8}>
        <NativeSelect
          size="xs"
          label={words.receiver}
          value={String(variant.receiverAgency)}
          data={AGENCY_CHOICES}
          onChange={(event) => set({ receiverAgency: Number(event.currentTarget.value), receiverMissions: null })}
        />
        {receiverMissions !== null && (
          <Checkbox
            size="xs"
            label={words.onlyMissions(receiverMissions.length)}
            checked
            onChange={() => set({ receiverMissions: null })}
          />
        )}
        <Radio.Group
          size="xs"
          label={words.lenders}
          value={lenderAgencies === null ? 'all' : 'some'}
          onChange={(value) => set({ lenderAgencies: value === 'all' ? null : [] })}
        >
          <Group gap="md" mt={2}>
            <Radio size="xs" value="all" label={words.everyRegion} />
            <Radio size="xs" value="some" label={words.someRegions} />
          </Group>
        </Radio.Group>
        {lenderAgencies !== null && (
          <MultiSelect
            size="xs"
            aria-label={words.someRegions}
            openOnFocus={false}
            {...marked('lenderAgencies')}
            placeholder={lenderAgencies.length === 0 ? words.chooseRegions : ''}
            searchable
            data={AGENCY_CHOICES.filter(({ value }) => Number(value) !== variant.receiverAgency)}
            value={lenderAgencies.map(String)}
            onChange={(values) => set({ lenderAgencies: values.map(Number) })}
          />
        )}
        <Checkbox.Group
          size="xs"
          label={words.pools}
          required
          {...marked('poolKinds')}
          value={[...variant.poolKinds]}
          onChange={(values) => set({ poolKinds: POOLS.filter((kind) => values.includes(kind)) })}
        >
          <Stack gap={8} mt={4}>
            {POOLS.map((kind) => (
              <Checkbox key={kind} size="xs" value={kind} label={POOL_LABELS[kind]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          size="xs"
          label={words.professions}
          placeholder={variant.professions.length === 0 ? words.all : ''}
          searchable
          data={PROFESSION_CHOICES}
          value={[...variant.professions]}
          onChange={(professions) => set({ professions })}
        />
        <MultiSelect
          size="xs"
          label={words.specialties}
          placeholder={variant.specialties.length === 0 ? words.all : ''}
          searchable
          data={SPECIALTY_CHOICES}
          value={[...variant.specialties]}
          onChange={(specialties) => set({ specialties })}
        />
        <Checkbox.Group
          size="xs"
          label={words.mobilisations}
          required
          {...marked('mobilisations')}
          value={[...variant.mobilisations]}
          onChange={(values) => set({ mobilisations: MOBILISATIONS.filter((one) => values.includes(one)) })}
        >
          <Group gap="md" mt={2}>
            {MOBILISATIONS.map((one) => (
              <Checkbox key={one} size="xs" value={one} label={MOBILISATION_LABELS[one]} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group grow align="start" gap={8}>
          <DateField
            label={words.from}
            required
            {...marked('fromDate')}
            value={variant.fromDate}
            onChange={(fromDate) => set({ fromDate })}
          />
          <DateField
            label={words.until}
            required
            {...marked('untilDate')}
            value={variant.untilDate}
            onChange={(untilDate) => set({ untilDate })}
          />
          <NumberInput
            label={words.ceiling}
            required
            {...marked('ceiling')}
            min={1}
            max={MOST_PEOPLE}
            allowDecimal={false}
            allowNegative={false}
            value={variant.ceiling === 0 ? '' : variant.ceiling}
            onChange={(value) => set({ ceiling: Number(value) })}
          />
        </Group>
      </Stack>
    </fieldset>
  );
}
