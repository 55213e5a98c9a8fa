import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';

interface MissionPickerProps {
  readonly people: number;
  onPick(missionIds: readonly string[]): void;
  onClose(): void;
}

interface Picked {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

const MOST_MISSIONS = 50;
const LEAST_TEXT = 2;

/** To which missions, one or several, the chosen people are proposed; the preview then says what each pair becomes. */
export function MissionPicker({ people, onPick, onClose }: MissionPickerProps) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const asked = text.trim();
  const hits = useLive(
    asked.length < LEAST_TEXT ? null : `missions ${asked}`,
    (client) => client.directory.search({ text: asked.slice(0, 100), limit: 50 }),
    ['missions'],
  );
  const missions = asked.length < LEAST_TEXT ? [] : (hits.value ?? []).filter(({ kind }) => kind === 'mission');
  const shown = [...picked, ...missions.filter(({ id }) => !picked.some((one) => one.id === id))];
  const toggle = (mission: Picked) =>
    setPicked((before) =>
      before.some(({ id }) => id === mission.id)
        ? before.filter(({ id }) => id !== mission.id)
        : [...before, mission].slice(0, MOST_MISSIONS),
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={
        <strong>
          {FR_WINDOWS.propose.title} <span className="dk-quiet">{FR_WINDOWS.propose.for(people)}</span>
        </strong>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (picked.length > 0) onPick(picked.map(({ id }) => id));
        }}
      >
        <TextInput
          label={FR_WINDOWS.propose.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <div style={{ maxHeight: 320, minHeight: 120, overflowY: 'auto', marginTop: 12 }} aria-live="polite">
          {shown.map((mission) => (
            <Checkbox
              key={mission.id}
              mb={8}
              checked={picked.some(({ id }) => id === mission.id)}
              onChange={() => toggle(mission)}
              label={mission.label}
              description={mission.detail}
            />
          ))}
          {asked.length < LEAST_TEXT && <p className="dk-quiet">{FR_WINDOWS.propose.typeMore}</p>}
          {asked.length >= LEAST_TEXT && missions.length === 0 && (
            <p className="dk-quiet">{hits.asking ? FR.loading : FR_WINDOWS.propose.nothing}</p>
          )}
          {picked.length === MOST_MISSIONS && <p>{FR_WINDOWS.propose.most}</p>}
        </div>
        <Group justify="flex-end" mt="md">
          <span className="dk-quiet">{FR_WINDOWS.propose.chosen(picked.length)}</span>
          <Button variant="default" onClick={onClose}>
            {FR.cancel}
          </Button>
          <Button type="submit" disabled={picked.length === 0}>
            {FR_WINDOWS.propose.next}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
