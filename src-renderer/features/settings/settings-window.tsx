import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { useSyncState } from '../../data/use-sync-state.ts';
import { useTheme } from '../../frame/use-theme.ts';
import { formatBytes, formatMoment, formatNumber } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { agencyLabel, roleLabel } from '../../text/labels.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Pill } from '../../ui/pill.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { SettingsSection } from './settings-section.tsx';

const STALE_CHOICES = [5, 10, 15, 30, 60, 120] as const;
const THEMES = ['auto', 'light', 'dark'] as const;
const WORDS = FR_WINDOWS.settings;

/** UX 11: server, account, secret store, storage, theme, what the organisation imposes, version, attributions. */
export function SettingsWindow() {
  const settings = useLive('settings', (client) => client.settings.read(), ['sync', 'settings']);
  const value = settings.value;
  if (value === null) {
    return settings.fault === null ? (
      <LoadingLines label={FR.loading} count={14} />
    ) : (
      <StatePanel
        alarming
        title={settings.fault.sentence}
        action={<Button onClick={settings.again}>{FR.retry}</Button>}
      >
        {settings.fault.advice ?? FR.readingIsSafe}
      </StatePanel>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="dk-scroll dk-settings" aria-label={FR.settings.title} tabIndex={0} style={{ flex: 1 }}>
      <div className="dk-bar">
        <h1>{FR.settings.title}</h1>
      </div>
      <div className="dk-settings-groups">
        <Account />
        <SettingsSection title={WORDS.connection}>
          <FactList
            facts={[
              [FR.settings.server, value.server],
              [FR.settings.host, FR.settings.hosts[value.host]],
            ]}
          />
        </SettingsSection>
        <SettingsSection title={WORDS.storage}>
          <FactList
            facts={[
              [FR.settings.database, formatBytes(value.databaseBytes)],
              [FR.settings.secretStore, value.secretStore],
            ]}
          />
          <p className="dk-quiet">{WORDS.databaseHelp}</p>
          <p className="dk-quiet">{WORDS.secretHelp}</p>
        </SettingsSection>
        <Appearance />
        <Staleness minutes={value.staleMinutes} />
        <SettingsSection title={FR.settings.managed}>
          {value.managed.length === 0 && <p>{FR.settings.noManaged}</p>}
          <ul className="dk-list">
            {value.managed.map((name) => (
              <li key={name}>
                {name} <Pill>{WORDS.managedValue}</Pill>
              </li>
            ))}
          </ul>
          <p className="dk-quiet">{WORDS.managedHelp}</p>
        </SettingsSection>
        <SettingsSection title={WORDS.about}>
          <FactList facts={[[FR.settings.version, value.version]]} />
          <p className="dk-quiet">{FR.settings.attributions}</p>
          <p>{value.attributions}</p>
        </SettingsSection>
      </div>
    </section>
  );
}

function Account() {
  const sync = useSyncState();
  const { run, busy, fault } = useAct();
  const [kept, setKept] = useState<number | null>(null);
  const person = sync.value?.person ?? null;
  const signOut = async () => {
    const done = await run((client) => client.session.signOut());
    if (done !== null) setKept(done.kept);
  };
  return (
    <SettingsSection title={FR.settings.account}>
      {person === null ? (
        <p>{FR.status.nobody}</p>
      ) : (
        <FactList
          facts={[
            [FR.settings.person, person.name],
            [FR.settings.role, roleLabel(person.role)],
            [FR.settings.scope, person.agency === null ? FR.status.national : agencyLabel(person.agency)],
            [WORDS.lastSync, formatMoment(sync.value?.lastSyncAt ?? null)],
            [WORDS.waiting, formatNumber(sync.value?.waiting ?? 0)],
          ]}
        />
      )}
      <p className="dk-quiet">{WORDS.signOutHelp}</p>
      <Button variant="default" loading={busy} disabled={person === null} onClick={() => void signOut()}>
        {FR.settings.signOut}
      </Button>
      <p aria-live="polite">{kept === null ? (fault?.sentence ?? '') : FR.settings.kept(kept)}</p>
    </SettingsSection>
  );
}

/** D13: how old data may be before deciding on them asks once more. */
function Staleness({ minutes }: { readonly minutes: number }) {
  const { run, fault } = useAct();
  return (
    <SettingsSection title={WORDS.staleness}>
      <NativeSelect
        size="xs"
        label={WORDS.staleAfter}
        description={WORDS.staleHelp}
        value={String(minutes)}
        data={[...new Set([...STALE_CHOICES, minutes])]
          .sort((left, right) => left - right)
          .map((value) => ({ value: String(value), label: WORDS.minutes(value) }))}
        onChange={(event) => {
          const staleMinutes = Number(event.currentTarget.value);
          void run((client) => client.settings.change({ staleMinutes }));
        }}
      />
      {fault !== null && <p role="alert">{fault.sentence}</p>}
    </SettingsSection>
  );
}

function Appearance() {
  const { theme, setTheme } = useTheme();
  return (
    <SettingsSection title={WORDS.appearance}>
      <Radio.Group
        label={FR.settings.theme}
        value={theme}
        onChange={(value) => setTheme(THEMES.find((one) => one === value) ?? 'auto')}
      >
        <Stack gap={14} mt={10}>
          {THEMES.map((value) => (
            <Radio key={value} value={value} label={FR.settings.themes[value]} />
          ))}
        </Stack>
      </Radio.Group>
    </SettingsSection>
  );
}
