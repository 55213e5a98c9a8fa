import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { ArchivedPoints } from './archived-points.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { OpenFile } from './open-file.tsx';
import { ReviewCard } from './review-card.tsx';

const { review: WORDS, compare } = FR_SNAPSHOTS;
/** The rows behind a comparison take the height that the rest leaves. */
const FILLING = { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 } as const;

/** UX 10: open a snapshot with no network and no account, look at what is open, compare two of them or one with now. */
export function ReviewWindow() {
  const reviews = useLive('reviews.list', (client) => client.reviews.list(), ['sync']);
  const [tab, setTab] = useState<string | null>('open');
  const list = reviews.value ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="dk-scroll" aria-label={WORDS.title} tabIndex={0} style={FILLING}>
      <div className="dk-bar">
        <h1>{WORDS.title}</h1>
        <span className="dk-quiet">{WORDS.intro}</span>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false} p="md" style={FILLING}>
        <Tabs.List>
          <Tabs.Tab value="open">{WORDS.open}</Tabs.Tab>
          <Tabs.Tab value="compare">{compare.title}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="open" pt="md">
          <div className="dk-boxes">
            <div>
              <OpenFile onOpened={reviews.again} />
              <ArchivedPoints onOpened={reviews.again} />
            </div>
            <div>
              {list.length === 0 && <p className="dk-quiet">{WORDS.none}</p>}
              {list.map((info) => (
                <ReviewCard key={info.reviewId} info={info} onClosed={reviews.again} />
              ))}
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="compare" pt="md" style={FILLING}>
          <ComparePanel reviews={list} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
