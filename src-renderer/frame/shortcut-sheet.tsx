import { Modal } from '@mantine/core';
import { FR } from '../text/fr.ts';
import { FR_WINDOWS } from '../text/fr-windows.ts';
import { KeyCap } from '../ui/key-cap.tsx';

const { lines } = FR.shortcuts;
const GROUPS = [
  {
    title: FR.shortcuts.everywhere,
    keys: [
      ['Ctrl K', lines.palette],
      ['?', lines.help],
      ['Z', lines.undo],
      ['/', lines.search],
    ],
  },
  {
    title: FR.shortcuts.inTables,
    keys: [
      ['↑ ↓', lines.move],
      ['Espace', lines.choose],
      ['Maj ↑ ↓', lines.range],
      ['Ctrl A', lines.all],
      ['Ctrl C', lines.copy],
      ['Entrée', lines.open],
    ],
  },
  {
    title: FR.shortcuts.onMissions,
    keys: [
      ['1 2 3 4', lines.priority],
      ['0', lines.none],
      ['D', lines.defer],
      ['R', lines.regulator],
      ['N', lines.note],
      ['A', lines.alert],
      ['P', lines.propose],
      ['B', lines.proposeBest],
      ['X', lines.close],
    ],
  },
  {
    title: FR_WINDOWS.shortcuts.onCandidates,
    keys: [
      ['P', FR.decision.titles.propose],
      ['M', FR_WINDOWS.candidate.proposeElsewhere],
      ['F', FR.act.assign],
      ['V', FR.act.verify],
      ['I', FR_WINDOWS.candidate.markUnavailable],
      ['D', FR_WINDOWS.candidate.markAvailable],
    ],
  },
  {
    title: FR_WINDOWS.shortcuts.onBlocked,
    keys: [
      ['E', FR.decision.titles.remind],
      ['L', FR.act.release],
      ['T', FR.decision.titles['withdraw-proposal']],
    ],
  },
] as const;

/** Every shortcut, on "?". */
export function ShortcutSheet({ onClose }: { onClose(): void }) {
  return (
    <Modal opened onClose={onClose} size={560} title={<strong>{FR.shortcuts.title}</strong>}>
      {GROUPS.map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <h3 className="dk-quiet" style={{ margin: '12px 0 4px', fontSize: '0.8125rem' }}>
            {title}
          </h3>
          <table className="dk-plain">
            <tbody>
              {keys.map(([names, meaning]) => (
                <tr key={names}>
                  <td style={{ width: 150 }}>
                    {names.split(' ').map((name) => (
                      <span key={name}>
                        <KeyCap name={name} />{' '}
                      </span>
                    ))}
                  </td>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Modal>
  );
}
