import { FR_WORKSPACE } from '../text/fr-workspace.ts';
import { initials } from '../text/initials.ts';
import { usePresentOn } from './present-on-missions.ts';

const { presence: words } = FR_WORKSPACE;

/** Who else has a row's mission open: two letters for the eye, a sentence for the ear; nothing when nobody has. */
export function PresentMark({ missionId }: { readonly missionId: string }) {
  const present = usePresentOn(missionId);
  const [first] = present;
  if (first === undefined) return null;
  const sentence = words.onRow(present);
  return (
    <span className="dk-present" data-self={first.self && present.length === 1} title={sentence}>
      <span aria-hidden="true">{first.self ? words.selfShort : initials(first.personName)}</span>
      {present.length > 1 && <span aria-hidden="true">+{present.length - 1}</span>}
      <span className="dk-visually-hidden">{sentence}</span>
    </span>
  );
}
