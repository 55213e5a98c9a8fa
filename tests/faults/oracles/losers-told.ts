import type { JournalledDecision, Oracle } from './evidence.ts';

const VERSIONS: Readonly<Record<string, string>> = {
  'mission.set-priority': 'priorityVersion',
  'mission.defer': 'deferralVersion',
  'mission.note': 'noteVersion',
  'mission.assign-regulator': 'regulatorVersion',
  'candidate.verify': 'verificationVersion',
  'candidate.set-availability': 'availabilityVersion',
};

/**
 * Each loser is told by whom and when (R06): the author and the time in a conflict are those of a decision made after
 * the version that the loser saw and before the row told as current; nobody loses against the version they saw.
 */
export const losersTold: Oracle = {
  name: 'losers-told',
  judge({ sent, journal }) {
    const violations: string[] = [];
    const decisions = new Map<string, JournalledDecision[]>();
    for (const line of journal) {
      const key = `${line.kind}:${line.subjectId}`;
      decisions.set(key, [...(decisions.get(key) ?? []), line]);
    }
    for (const { command, client, verdicts } of sent) {
      for (const verdict of verdicts) {
        if (verdict.outcome !== 'conflict') continue;
        const told = `${command.kind} ${command.commandId} of ${client}`;
        if (verdict.author === null || verdict.at === null) {
          violations.push(`${told} lost, and nobody says to whom or when`);
          continue;
        }
        const column = VERSIONS[command.kind];
        if (column === undefined || verdict.current === null) continue;
        const version = Number(verdict.current.row[column]);
        if (version === command.version) violations.push(`${told} lost against the version that it was made on`);
        const since = (decisions.get(`${command.kind}:${command.subject}`) ?? []).slice(command.version, version);
        if (!since.some(({ actorName, at }) => actorName === verdict.author && at === verdict.at)) {
          violations.push(`${told} is told ${verdict.author} at ${verdict.at}, who decided nothing since`);
        }
      }
    }
    return violations;
  },
};
