import { Checkbox, Group, NativeSelect, PasswordInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { PROFESSIONS } from '../../../contract/domain/profession.ts';
import { SNAPSHOT_CONTENTS, SNAPSHOT_PURPOSES } from '../../../contract/domain/snapshot-lists.ts';
import { DateField } from '../../forms/date-field.tsx';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel } from '../../text/labels.ts';
import type { ExportDraft } from './export-draft.ts';

const { export: WORDS, contents, purposes } = FR_SNAPSHOTS;

interface FieldsProps {
  readonly draft: ExportDraft;
  onChange(patch: Partial<ExportDraft>): void;
  /** What is to mend in a field, beside it. */
  errorOf(field: string): string | undefined;
}

const marking = (errorOf: FieldsProps['errorOf']) => (field: keyof ExportDraft) => ({
  'data-field': field,
  error: errorOf(field),
});

/** What is taken. */
export function ScopeFields({ draft, onChange, errorOf }: FieldsProps) {
  const marked = marking(errorOf);
  return (
    <Stack gap="xs">
      <p style={{ margin: 0 }}>
        <strong>{WORDS.agency} :</strong> {draft.agency === null ? WORDS.nation : agencyLabel(draft.agency)}
      </p>
      <Group grow align="start">
        <TextInput
          label={WORDS.departements}
          {...marked('departements')}
          placeholder={WORDS.departementsHelp}
          value={draft.departements}
          onChange={(event) => onChange({ departements: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={WORDS.profession}
          value={draft.profession}
          data={[
            { value: '', label: WORDS.allProfessions },
            ...PROFESSIONS.map(({ code, label }) => ({ value: code, label })),
          ]}
          onChange={(event) => onChange({ profession: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="start">
        <DateField
          label={WORDS.from}
          clearable
          {...marked('from')}
          value={draft.from}
          onChange={(from) => onChange({ from })}
        />
        <DateField
          label={WORDS.until}
          clearable
          {...marked('until')}
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      </Group>
      <Checkbox.Group
        size="xs"
        label={WORDS.content}
        required
        {...marked('content')}
        value={[...draft.content]}
        onChange={(chosen) => onChange({ content: SNAPSHOT_CONTENTS.filter((one) => chosen.includes(one)) })}
      >
        <Stack gap={8} mt={6}>
          {SNAPSHOT_CONTENTS.map((one) => (
            <Checkbox key={one} value={one} label={contents[one]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}

interface PurposeProps extends FieldsProps {
  readonly series: readonly { readonly id: string; readonly name: string }[];
  readonly mayNominative: boolean;
}

/** For whom, why, until when, under which series. */
export function PurposeFields({ draft, onChange, errorOf, series, mayNominative }: PurposeProps) {
  const marked = marking(errorOf);
  return (
    <Stack gap="xs">
      <Checkbox
        label={WORDS.nominative}
        description={draft.nominative ? WORDS.nominativeHelp : WORDS.pseudonymised}
        checked={draft.nominative}
        disabled={!mayNominative}
        onChange={(event) => onChange({ nominative: event.currentTarget.checked })}
      />
      <Group grow align="start">
        <NativeSelect
          size="xs"
          label={WORDS.purpose}
          value={draft.purpose}
          data={SNAPSHOT_PURPOSES.map((one) => ({ value: one, label: purposes[one] }))}
          onChange={(event) => {
            const purpose = SNAPSHOT_PURPOSES.find((one) => one === event.currentTarget.value);
            if (purpose !== undefined) onChange({ purpose });
          }}
        />
        <TextInput
          label={WORDS.purposeText}
          maxLength={500}
          value={draft.purposeText}
          onChange={(event) => onChange({ purposeText: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        label={WORDS.recipients}
        {...marked('recipients')}
        required
        autosize
        minRows={2}
        value={draft.recipients}
        onChange={(event) => onChange({ recipients: event.currentTarget.value })}
      />
      <Group grow align="start">
        <TextInput
          label={WORDS.seriesName}
          description={WORDS.seriesHelp}
          placeholder={WORDS.noSeries}
          list="snapshot-series"
          maxLength={120}
          value={draft.seriesName}
          onChange={(event) => onChange({ seriesName: event.currentTarget.value })}
        />
        <DateField
          label={WORDS.expires}
          description={WORDS.expiresHelp}
          {...marked('expiresOn')}
          required
          value={draft.expiresOn}
          onChange={(expiresOn) => onChange({ expiresOn })}
        />
      </Group>
      <datalist id="snapshot-series">
        {series.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </Stack>
  );
}

/** Who can open the file. */
export function SealFields({ draft, onChange, errorOf }: FieldsProps) {
  const marked = marking(errorOf);
  return (
    <Stack gap="xs">
      <Radio.Group
        size="xs"
        label={WORDS.sealedBy}
        value={draft.sealBy}
        onChange={(value) => onChange({ sealBy: value === 'recipients' ? 'recipients' : 'passphrase' })}
      >
        <Group gap="md" mt={4}>
          <Radio value="passphrase" label={WORDS.byPassphrase} />
          <Radio value="recipients" label={WORDS.byKeys} />
        </Group>
      </Radio.Group>
      {draft.sealBy === 'passphrase' ? (
        <PasswordInput
          label={WORDS.passphrase}
          size="xs"
          required
          {...marked('passphrase')}
          description={WORDS.passphraseHelp}
          autoComplete="off"
          value={draft.passphrase}
          onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
        />
      ) : (
        <Textarea
          label={WORDS.keys}
          required
          {...marked('keys')}
          description={WORDS.keysHelp}
          autosize
          minRows={2}
          value={draft.keys}
          onChange={(event) => onChange({ keys: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
