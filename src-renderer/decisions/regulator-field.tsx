import { Select } from '@mantine/core';
import { useLive } from '../data/use-live.ts';
import { FR } from '../text/fr.ts';
import { agencyLabel } from '../text/labels.ts';

const NOBODY = '-';
/** What the draft holds for "nobody": filled in, and empty once trimmed. */
const NO_ONE = ' ';

interface RegulatorFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  onChange(id: string): void;
}

/** Which regulator takes charge, found by a piece of the name. */
export function RegulatorField({ value, error, onChange }: RegulatorFieldProps) {
  const regulators = useLive('regulators', (client) => client.directory.regulators(), ['regulation']);
  const people = regulators.value ?? [];
  return (
    <Select
      label={FR.decision.regulator}
      required
      error={error}
      data-field="regulator"
      searchable
      data-autofocus
      value={value === '' ? null : value === NO_ONE ? NOBODY : value}
      nothingFoundMessage={FR.palette.nothing}
      data={[
        { value: NOBODY, label: FR.decision.nobody },
        ...people.map(({ id, name, agency }) => ({
          value: id,
          label: agency === null ? name : `${name} · ${agencyLabel(agency)}`,
        })),
      ]}
      onChange={(id) => onChange(id === NOBODY ? NO_ONE : (id ?? ''))}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
