import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { LiveView } from '../../data/live-view.tsx';
import { useLive } from '../../data/use-live.ts';
import { dayHere } from '../../forms/day-here.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { StatePanel } from '../../ui/state-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { SecondPerson } from './second-person.tsx';
import { SignerPanel } from './signer-panel.tsx';

const { export: WORDS, agreement, signers } = FR_SNAPSHOTS;

/** D8: taking the cell's state out, agreeing to a colleague's nominative export, and the keys of all that. */
export function SnapshotWindow() {
  const ground = useLive('snapshots.ground', (client) => client.snapshots.ground(), ['sync']);
  const [tab, setTab] = useState<string | null>('export');
  const today = dayHere();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="dk-scroll" aria-label={WORDS.window} tabIndex={0} style={{ flex: 1 }}>
      <div className="dk-bar">
        <h1>{WORDS.window}</h1>
        <span className="dk-quiet">{WORDS.intro}</span>
      </div>
      <LiveView live={ground} question="snapshots.ground">
        {({ person, mayExport, mayExportNominative, series, signers: known, listDate, card }) => (
          <Tabs value={tab} onChange={setTab} p="md">
            <Tabs.List>
              <Tabs.Tab value="export">{WORDS.title}</Tabs.Tab>
              <Tabs.Tab value="agree">{agreement.title}</Tabs.Tab>
              <Tabs.Tab value="signers">{signers.title}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="export" pt="md">
              {person === null || !mayExport ? (
                <StatePanel title={person === null ? WORDS.signIn : WORDS.noRight} />
              ) : (
                <ExportPanel agency={person.agency} today={today} series={series} mayNominative={mayExportNominative} />
              )}
            </Tabs.Panel>
            <Tabs.Panel value="agree" pt="md">
              <div className="dk-boxes">
                <SecondPerson />
              </div>
            </Tabs.Panel>
            <Tabs.Panel value="signers" pt="md">
              <SignerPanel card={card} signers={known} listDate={listDate} onChanged={ground.again} />
            </Tabs.Panel>
          </Tabs>
        )}
      </LiveView>
    </section>
  );
}
