import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { useDecisions } from '../../decisions/decision-context.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { formatDay } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { agencyLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';
import { GrantTarget } from './grant-target.tsx';

interface GrantListProps {
  readonly agency: number;
  readonly grants: readonly TableRow[];
  readonly refusal: string | null;
}

/** Named establishments and missions that keep direct access in spite of crisis mode, until a date (F8). */
export function GrantList({ agency, grants, refusal }: GrantListProps) {
  const { decide, readOnly } = useDecisions();
  const off = refusal !== null || readOnly !== null;
  const [choosing, setChoosing] = useState(false);
  const live = grants.filter((grant) => grant['agency'] === agency && (grant['revokedAt'] ?? null) === null);
  return (
    <>
      <h3>
        {FR.crisis.grants} · {agencyLabel(agency)}
      </h3>
      {live.length === 0 && <p className="dk-quiet">{FR.crisis.noGrant}</p>}
      <ul className="dk-list">
        {live.map((grant) => (
          <li key={String(grant['id'])}>
            <strong>{nameOf(grant)}</strong>{' '}
            {Number(grant['hasOpenIntent'] ?? 0) === 1 && <Pill tone="info">{FR_WINDOWS.crisis.waiting}</Pill>}
            <div className="dk-quiet">
              {FR.crisis.until(formatDay(String(grant['untilDate'] ?? '')))} · {String(grant['reason'] ?? '')}
              {grant['byName'] ? ` · ${grant['byName']}` : ''}
            </div>
            <Button
              size="compact-xs"
              variant="default"
              mt={4}
              disabled={off}
              aria-label={`${FR.crisis.revoke} : ${nameOf(grant)}`}
              onClick={() =>
                decide(draftOf('revoke-direct-access', { grant: String(grant['id']) }), { type: 'ids', ids: [] })
              }
            >
              {FR.crisis.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <Button mt="xs" variant="default" disabled={off} onClick={() => setChoosing(true)}>
        {FR.crisis.grant}
      </Button>
      {choosing && (
        <GrantTarget
          agency={agency}
          onPick={(kind, id) => {
            setChoosing(false);
            decide({ ...draftOf('grant-direct-access', { [kind]: id }), agency }, { type: 'ids', ids: [] });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

function nameOf(grant: TableRow): string {
  return String(
    grant['targetLabel'] ?? grant['establishmentName'] ?? grant['establishmentId'] ?? grant['missionId'] ?? '',
  );
}
