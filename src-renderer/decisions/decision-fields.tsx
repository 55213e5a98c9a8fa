import { Checkbox, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { DecisionKind } from '../../contract/app/decision.ts';
import { CLOSING_REASON_LABELS, CLOSING_REASONS } from '../../contract/domain/mission.ts';
import { PRIORITIES, PRIORITY_LABELS, PRIORITY_MEANINGS } from '../../contract/domain/priority.ts';
import {
  EARLY_END_REASON_LABELS,
  EARLY_END_REASONS,
  RELEASE_REASON_LABELS,
  RELEASE_REASONS,
} from '../../contract/domain/proposal-reason.ts';
import { DateField } from '../forms/date-field.tsx';
import { FR } from '../text/fr.ts';
import { FR_NATION } from '../text/fr-nation.ts';
import { isAccountKind } from './account-draft.ts';
import { AccountFields } from './account-fields.tsx';
import type { DecisionDraft } from './decision-draft.ts';
import { alertEventOf, hasOwnReason } from './decision-draft.ts';
import { isNeeded } from './draft-errors.ts';
import { isNationKind } from './nation-draft.ts';
import { NationFields } from './nation-fields.tsx';
import { RegulatorField } from './regulator-field.tsx';

interface DecisionFieldsProps {
  readonly draft: DecisionDraft;
  onChange(draft: DecisionDraft): void;
  /** What is to mend in a field, beside it. */
  errorOf(field: string): string | undefined;
}

/** A listed reason is chosen beside it: what is written is a comment on it, never a second "Motif". */
const COMMENTED: ReadonlySet<DecisionKind> = new Set(['close-mission', 'release', 'end-early', 'cancel-assignment']);

function reasonLabel(kind: DecisionKind): string {
  if (COMMENTED.has(kind)) return FR.decision.comment;
  return hasOwnReason(kind) ? FR.decision.reason : FR.decision.reasonOptional;
}

/** What each decision asks of the person. */
export function DecisionFields({ draft, onChange, errorOf }: DecisionFieldsProps) {
  const { kind, fields } = draft;
  const set = (name: string) => (value: string) => onChange({ ...draft, fields: { ...fields, [name]: value } });
  const value = (name: string) => fields[name] ?? '';
  if (isAccountKind(kind)) {
    return <AccountFields kind={kind} fields={fields} onChange={(name, next) => set(name)(next)} />;
  }
  if (isNationKind(kind)) {
    return <NationFields kind={kind} fields={fields} errorOf={errorOf} onChange={(name, next) => set(name)(next)} />;
  }
  const marked = (name: string) => ({ 'data-field': name, error: errorOf(name), required: isNeeded(kind, name) });
  const reason = (
    <TextInput
      label={reasonLabel(kind)}
      required={hasOwnReason(kind)}
      // Where a date or a listed reason comes first, that one has the focus.
      data-autofocus={hasOwnReason(kind) || undefined}
      maxLength={500}
      value={value('reason')}
      onChange={(event) => set('reason')(event.currentTarget.value)}
    />
  );
  const options = (label: string, name: string, choices: readonly (readonly [string, string])[]) => (
    <NativeSelect
      size="xs"
      label={label}
      {...marked(name)}
      value={value(name)}
      data={[{ value: '', label: FR.none }, ...choices.map(([code, words]) => ({ value: code, label: words }))]}
      onChange={(event) => set(name)(event.currentTarget.value)}
      data-autofocus
    />
  );
  const day = (
    <DateField
      label={kind === 'end-early' ? FR.decision.endedOn : FR.decision.until}
      {...marked('day')}
      value={value('day')}
      disabled={value('clear') === 'yes'}
      onChange={set('day')}
      data-autofocus
    />
  );
  switch (kind) {
    case 'set-priority':
      return (
        <Stack gap="xs">
          <Radio.Group
            label={FR.decision.priority}
            {...marked('priority')}
            value={value('priority')}
            onChange={set('priority')}
          >
            <Group gap="md" mt={4}>
              {PRIORITIES.map((code) => (
                <Radio key={code} value={code} label={PRIORITY_LABELS[code]} title={PRIORITY_MEANINGS[code]} />
              ))}
            </Group>
          </Radio.Group>
        </Stack>
      );
    case 'defer':
      return (
        <Group align="start" grow>
          {day}
          <Checkbox
            mt={26}
            label={FR.decision.noDate}
            checked={value('clear') === 'yes'}
            onChange={(event) => set('clear')(event.currentTarget.checked ? 'yes' : '')}
          />
          {reason}
        </Group>
      );
    case 'note':
      return (
        <Textarea
          label={FR.decision.text}
          description={FR.decision.noteHelp}
          maxLength={4000}
          autosize
          minRows={3}
          value={value('text')}
          onChange={(event) => set('text')(event.currentTarget.value)}
          data-autofocus
        />
      );
    case 'assign-regulator':
      return <RegulatorField value={value('regulator')} error={errorOf('regulator')} onChange={set('regulator')} />;
    case 'close-mission':
      return (
        <Group grow align="start">
          {options(
            FR.decision.closing,
            'closing',
            CLOSING_REASONS.map((code) => [code, CLOSING_REASON_LABELS[code]]),
          )}
          {reason}
        </Group>
      );
    case 'alert': {
      const event = alertEventOf(draft);
      return event === 'take' ? null : (
        <Textarea
          label={FR_NATION.decision.alertText[event]}
          description={FR_NATION.decision.noHealthData}
          {...marked('text')}
          maxLength={4000}
          autosize
          minRows={2}
          value={value('text')}
          onChange={({ currentTarget }) => set('text')(currentTarget.value)}
          data-autofocus
        />
      );
    }
    case 'release':
      return (
        <Group grow align="start">
          {options(
            FR.decision.release,
            'release',
            RELEASE_REASONS.map((code) => [code, RELEASE_REASON_LABELS[code]]),
          )}
          {reason}
        </Group>
      );
    case 'end-early':
    case 'cancel-assignment':
      return (
        <Group grow align="start">
          {kind === 'end-early' && day}
          {options(
            FR.decision.reason,
            'end',
            EARLY_END_REASONS.map((code) => [code, EARLY_END_REASON_LABELS[code]]),
          )}
          {reason}
        </Group>
      );
    case 'switch-crisis-mode':
    case 'switch-crisis-modes':
      return (
        <Stack gap="xs">
          {value('active') === 'yes' && (
            <Checkbox
              label={FR.crisis.recall}
              checked={value('recall') === 'yes'}
              onChange={(event) => set('recall')(event.currentTarget.checked ? 'yes' : '')}
            />
          )}
          {reason}
        </Stack>
      );
    case 'grant-direct-access':
      return (
        <Group grow align="start">
          {day}
          {reason}
        </Group>
      );
    case 'remind':
      return null;
    case 'propose-best':
      return <p className="dk-quiet">{FR.decision.bestHelp}</p>;
    case 'reopen-mission':
    case 'propose':
    case 'assign-on-behalf':
    case 'verify':
    case 'set-availability':
    case 'withdraw-proposal':
    case 'revoke-direct-access':
      return reason;
  }
}
