import { Button } from '@mantine/core';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { formatMoment } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { agencyLabel } from '../../text/labels.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Pill } from '../../ui/pill.tsx';
import { CrisisStatePill } from './crisis-columns.tsx';
import type { CrisisLine } from './crisis-rows.ts';
import { professionWords } from './crisis-rows.ts';

interface CrisisEffectProps {
  readonly line: CrisisLine;
  readonly inherited: boolean;
  /** Why the person may not switch it; null when they may. */
  readonly refusal: string | null;
}

const WORDS = FR_WINDOWS.crisis;
const NO_TARGET = { type: 'ids' as const, ids: [] };

/** Before the switch: who loses direct access, who is engaged right now, what becomes of them (D9, DOMAIN §4.2). */
export function CrisisEffect({ line, inherited, refusal }: CrisisEffectProps) {
  const { decide, readOnly } = useDecisions();
  const { agency, profession, active, missions, candidates, contactedNow, proposedNow } = line;
  const fields = { profession: profession ?? '', active: active ? 'no' : 'yes' };
  const draft = { ...draftOf('switch-crisis-mode', fields), agency };
  return (
    <>
      <h2>{agencyLabel(agency)}</h2>
      <div>
        {professionWords(profession)} <CrisisStatePill state={active ? 'on' : inherited ? 'inherited' : 'off'} />{' '}
        {line.hasOpenIntent && <Pill tone="info">{WORDS.waiting}</Pill>}
      </div>
      {active && (
        <FactList
          facts={[
            [FR.crisis.since, formatMoment(line.at)],
            [WORDS.by, line.byName ?? FR.none],
            [WORDS.currentReason, line.reason ?? FR.none],
          ]}
        />
      )}
      <h3>{active ? WORDS.whoRegains : WORDS.whoLoses}</h3>
      <ul className="dk-list">
        <li>{active ? WORDS.missionsRegain(missions) : WORDS.missionsLose(missions)}</li>
        <li>{active ? WORDS.candidatesShown(candidates) : WORDS.candidatesHidden(candidates)}</li>
      </ul>
      <h3>{WORDS.whoIsEngaged}</h3>
      <ul className="dk-list">
        <li>{WORDS.contactedNow(contactedNow)}</li>
        <li>{WORDS.proposedNow(proposedNow)}</li>
      </ul>
      <h3>{WORDS.whatBecomes}</h3>
      <ul className="dk-list">
        {active ? (
          <li>{WORDS.contactsAndProposalsKept}</li>
        ) : (
          <>
            <li>{WORDS.contactsKept}</li>
            <li>{WORDS.proposalsKept}</li>
            <li>{WORDS.exceptions}</li>
          </>
        )}
      </ul>
      <Button
        mt="md"
        fullWidth
        disabled={refusal !== null || readOnly !== null}
        color={active ? 'france' : 'marianne'}
        onClick={() => decide(draft, NO_TARGET)}
      >
        {active ? FR.crisis.switchOff : FR.crisis.switchOn} · {professionWords(profession)}
      </Button>
      {refusal !== null && <p className="dk-quiet">{refusal}</p>}
    </>
  );
}
