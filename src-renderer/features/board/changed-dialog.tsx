import { Button, Group, Modal } from '@mantine/core';
import { FR_BOARD } from '../../text/fr-board.ts';
import { laneWords } from './board-words.ts';
import type { HeldChange } from './hold.ts';
import type { Placement } from './use-placement.ts';

/** Said before anything is committed: what others did to the cards while the person held them. */
export function ChangedDialog({ placement }: { readonly placement: Placement }) {
  const { changed, leave, placeAnyway } = placement;
  if (changed === null) return null;
  const isAllGone =
    changed.changes.length === changed.placing.before.length && changed.changes.every(({ card }) => card === null);
  return (
    <Modal opened onClose={leave} size={620} title={<strong>{FR_BOARD.changed.title}</strong>}>
      <ul className="dk-list">
        {changed.changes.map((change) => (
          <li key={change.id}>
            <strong>{change.name}</strong> : {changeWords(change)}
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={leave} data-autofocus>
          {FR_BOARD.changed.leave}
        </Button>
        {!isAllGone && <Button onClick={placeAnyway}>{FR_BOARD.changed.still(laneWords(changed.placing.lane))}</Button>}
      </Group>
    </Modal>
  );
}

function changeWords({ card }: HeldChange): string {
  if (card === null) return FR_BOARD.changed.gone;
  if (card.movedBy === null) return FR_BOARD.changed.elsewhere(laneWords(card.lane));
  return FR_BOARD.changed.moved(card.movedBy, laneWords(card.lane));
}
