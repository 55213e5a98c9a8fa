import { Button, Checkbox, Group, MultiSelect, Stack } from '@mantine/core';
import type { ArbitrationScope } from '../../../contract/app/arbitration-contract.ts';
import { AGENCIES } from '../../../contract/domain/geography/agency.ts';
import { PRIORITIES, PRIORITY_LABELS } from '../../../contract/domain/priority.ts';
import { PROFESSIONS } from '../../../contract/domain/profession.ts';
import { FR_ARBITRATION } from '../../text/fr-arbitration.ts';

interface ScopeFormProps {
  readonly scope: ArbitrationScope;
  /** False for a region: it arbitrates among its own missions. */
  readonly isNational: boolean;
  onChange(scope: ArbitrationScope): void;
}

const words = FR_ARBITRATION;
const AGENCY_CHOICES = AGENCIES.map(({ code, label }) => ({ value: String(code), label }));
const PROFESSION_CHOICES = PROFESSIONS.map(({ code, label }) => ({ value: code, label }));
const PRIORITY_CHOICES = PRIORITIES.map((code) => ({ value: code, label: PRIORITY_LABELS[code] }));

/** Which missions the plan is about: all conditions hold together. */
export function ScopeForm({ scope, isNational, onChange }: ScopeFormProps) {
  const set = (patch: Partial<ArbitrationScope>) => onChange({ ...scope, ...patch });
  const { missions } = scope;
  const count = missions === null ? 0 : missions.type === 'ids' ? missions.ids.length : missions.count;
  const placeholder = (list: readonly unknown[]) => (list.length === 0 ? words.all : '');
  return (
    <Stack gap={10} component="fieldset" className="dk-variant" aria-label={words.scope}>
      <strong>{words.scope}</strong>
      <Group gap={8}>
        <span>{missions === null ? words.scopeAll : words.scopeMissions(count)}</span>
        {missions !== null && (
          <Button size="compact-xs" variant="default" onClick={() => set({ missions: null })}>
            {words.clearMissions}
          </Button>
        )}
      </Group>
      {isNational && (
        <MultiSelect
          size="xs"
          label={words.agencies}
          placeholder={placeholder(scope.agencies)}
          searchable
          data={AGENCY_CHOICES}
          value={scope.agencies.map(String)}
          onChange={(values) => set({ agencies: values.map(Number) })}
        />
      )}
      <MultiSelect
        size="xs"
        label={words.professions}
        placeholder={placeholder(scope.professions)}
        searchable
        data={PROFESSION_CHOICES}
        value={[...scope.professions]}
        onChange={(professions) => set({ professions })}
      />
      <MultiSelect
        size="xs"
        label={words.priorities}
        placeholder={placeholder(scope.priorities)}
        data={PRIORITY_CHOICES}
        value={[...scope.priorities]}
        onChange={(values) => set({ priorities: PRIORITIES.filter((code) => values.includes(code)) })}
      />
      <Checkbox
        label={words.alertedOnly}
        checked={scope.alertedOnly}
        onChange={(event) => set({ alertedOnly: event.currentTarget.checked })}
      />
    </Stack>
  );
}
