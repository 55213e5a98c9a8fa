import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DeskClient } from '../../data/desk-client.ts';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';
import { agencyLabel } from '../../text/labels.ts';

interface GrantTargetProps {
  readonly agency: number;
  onPick(kind: 'establishment' | 'mission', id: string): void;
  onClose(): void;
}

const LEAST_TEXT = 2;

type Hit = Awaited<ReturnType<DeskClient['directory']['search']>>[number];
type Target = Hit & { readonly kind: 'establishment' | 'mission' };

const isTarget = (hit: Hit): hit is Target => hit.kind !== 'candidate';

/** Which establishment, or which of its missions, keeps direct access; the date and the reason are asked by the decision itself. */
export function GrantTarget({ agency, onPick, onClose }: GrantTargetProps) {
  const [text, setText] = useState('');
  const asked = text.trim();
  const hits = useLive(
    asked.length < LEAST_TEXT ? null : `establishments ${asked}`,
    (client) => client.directory.search({ text: asked.slice(0, 100), limit: 50 }),
    ['missions'],
  );
  const found = asked.length < LEAST_TEXT ? [] : (hits.value ?? []).filter(isTarget);
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={<strong>{FR_WINDOWS.crisis.grantFor(agencyLabel(agency))}</strong>}
    >
      <p className="dk-quiet">{FR_WINDOWS.crisis.grantHelp}</p>
      <TextInput
        label={FR_WINDOWS.crisis.chooseEstablishment}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <ul className="dk-list" style={{ minHeight: 140, maxHeight: 320, overflowY: 'auto' }} aria-live="polite">
        {found.map(({ kind, id, label, detail }) => (
          <li key={`${kind} ${id}`}>
            <button type="button" className="dk-link" onClick={() => onPick(kind, id)}>
              {label}
            </button>
            <div className="dk-quiet">
              {kind === 'mission' ? FR_WINDOWS.crisis.missionTarget : FR_WINDOWS.crisis.establishmentTarget} · {detail}
            </div>
          </li>
        ))}
        {asked.length < LEAST_TEXT && <li className="dk-quiet">{FR_WINDOWS.propose.typeMore}</li>}
        {asked.length >= LEAST_TEXT && found.length === 0 && (
          <li className="dk-quiet">{hits.asking ? FR.loading : FR.palette.nothing}</li>
        )}
      </ul>
    </Modal>
  );
}
