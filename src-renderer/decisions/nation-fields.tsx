import { Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { DateField } from '../forms/date-field.tsx';
import { FR } from '../text/fr.ts';
import { FR_NATION } from '../text/fr-nation.ts';
import { isNeeded } from './draft-errors.ts';
import type { NationDraftKind } from './nation-draft.ts';

interface NationFieldsProps {
  readonly kind: NationDraftKind;
  readonly fields: Readonly<Record<string, string>>;
  onChange(name: string, value: string): void;
  errorOf(field: string): string | undefined;
}

/** What decisions on alerts, openings and the Réserve sanitaire ask of the person. */
export function NationFields({ kind, fields, onChange, errorOf }: NationFieldsProps) {
  const words = FR_NATION.decision;
  const marked = (name: string) => ({ 'data-field': name, error: errorOf(name), required: isNeeded(kind, name) });
  const field = (name: string, label: string, more: object = {}) => (
    <TextInput
      label={label}
      {...marked(name)}
      value={fields[name] ?? ''}
      onChange={(event) => onChange(name, event.currentTarget.value)}
      {...more}
    />
  );
  const text = (label: string, most: number, description?: string) => (
    <Textarea
      label={label}
      description={description}
      {...marked('text')}
      maxLength={most}
      autosize
      minRows={2}
      value={fields['text'] ?? ''}
      onChange={(event) => onChange('text', event.currentTarget.value)}
      data-autofocus
    />
  );
  const reason = field('reason', FR.decision.reason, { maxLength: 500, 'data-autofocus': true });
  switch (kind) {
    case 'comment-alert':
      return text(words.comment, 4000, words.noHealthData);
    case 'adjust-opening':
      return (
        <Stack gap="xs">
          <Group grow align="start">
            {field('ceiling', words.ceiling, { inputMode: 'numeric', required: false })}
            <DateField
              label={words.lastDay}
              {...marked('day')}
              value={fields['day'] ?? ''}
              onChange={(day) => onChange('day', day)}
            />
          </Group>
          {reason}
        </Stack>
      );
    case 'request-reserve':
      return (
        <Stack gap="xs">
          {field('headcount', words.headcount, { inputMode: 'numeric', description: words.headcountHelp })}
          {text(words.reserveMessage, 4000)}
        </Stack>
      );
    case 'record-reserve-answer':
      return (
        <Stack gap="xs">
          <NativeSelect
            size="xs"
            label={words.answer}
            value={fields['granted'] ?? 'yes'}
            data={[
              { value: 'yes', label: words.granted },
              { value: 'no', label: words.declined },
            ]}
            onChange={(event) => onChange('granted', event.currentTarget.value)}
          />
          {text(words.answerText, 500)}
        </Stack>
      );
    case 'create-opening':
    case 'close-opening':
    case 'object-to-opening':
    case 'overrule-objection':
      return reason;
    case 'commit-plan':
      return field('reason', FR.decision.reasonOptional, { maxLength: 500, 'data-autofocus': true });
    case 'agree-to-opening':
      return null;
  }
}
