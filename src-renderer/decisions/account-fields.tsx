import { Radio, Stack, TextInput } from '@mantine/core';
import type { AccountDecisionKind } from '../../contract/app/account-decision.ts';
import { FR_ACCOUNTS } from '../text/fr-accounts.ts';

interface AccountFieldsProps {
  readonly kind: AccountDecisionKind;
  readonly fields: Readonly<Record<string, string>>;
  onChange(name: string, value: string): void;
}

/** What decisions on accounts ask of the person: a reason that the applicant reads, and what becomes of a duplicate. */
export function AccountFields({ kind, fields, onChange }: AccountFieldsProps) {
  const words = FR_ACCOUNTS.decision;
  const reason = (
    <TextInput
      label={words.reason}
      description={kind === 'refuse-account' || fields['resolution'] === 'drop' ? words.reasonIsRead : undefined}
      required
      maxLength={500}
      value={fields['reason'] ?? ''}
      onChange={(event) => onChange('reason', event.currentTarget.value)}
      data-autofocus
    />
  );
  switch (kind) {
    case 'refuse-account':
      return reason;
    case 'resolve-duplicate':
      return (
        <Stack gap="xs">
          <Radio.Group
            label={words.resolution}
            value={fields['resolution'] ?? 'attach-missions'}
            onChange={(value) => onChange('resolution', value)}
          >
            <Stack gap="sm" mt={6}>
              <Radio value="attach-missions" label={words.attach} />
              <Radio value="drop" label={words.drop} />
            </Stack>
          </Radio.Group>
          {reason}
        </Stack>
      );
    case 'validate-account':
    case 'renew-activation':
    case 'import-accounts':
      return null;
  }
}
