import type { Habits } from '../races/habits.ts';
import type { Theme } from '../races/themes.ts';

/** Regulators and the desk on the same subjects, with everything that they may decide. */
const KILL_THEME: Theme = {
  name: 'kills: everybody works while the service dies',
  share: 1,
  cast: ['lead', 'regulator', 'desk'],
  kinds: /./,
  missions: [3, 3],
  candidates: [4, 4],
  abroad: 0.2,
  main: /^mission\.set-priority$/,
};

/** What people do while the service dies: facts above all, since their versions show every slip. */
export const KILL_HABITS: Habits = {
  theme: KILL_THEME,
  actors: 3,
  rounds: 0,
  decisions: 3,
  weights: {
    'mission.set-priority': 3,
    'mission.note': 2,
    'mission.assign-regulator': 1,
    'mission.change-need': 1,
    'candidate.verify': 2,
    'candidate.set-availability': 1,
    'proposal.create': 2,
    'proposal.withdraw': 2,
    'proposal.assign-on-behalf': 1,
    'proposal.cancel-assignment': 1,
    'alert.raise': 1,
    'alert.lift': 1,
  },
  look: 1,
  loseAnswer: 0.05,
  twice: 0.05,
  forge: 0.05,
  fault: 0,
  pull: 1,
  night: 0,
};
