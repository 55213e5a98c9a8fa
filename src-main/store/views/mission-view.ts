/** The mission queue's rows: confirmed missions with the open decisions on their facts, life, alert and proposals. */
import { MISSION_COLUMNS } from '../../../contract/national/rows/mission-row.ts';
import { inputOf, intentFlags, joinIntent, overlay, selectColumns } from './intent-views.ts';

const isClosing = `life.kind = 'mission.close'`;

/** What each alert command makes of the alert (contract/domain/alert.ts). */
const alertStateOf = (command: string) => `CASE ${command}.kind
        WHEN 'alert.raise' THEN 'raised' WHEN 'alert.take' THEN 'taken' WHEN 'alert.answer' THEN 'answered'
        WHEN 'alert.decline' THEN 'declined' WHEN 'alert.lift' THEN 'lifted' END`;

/** A comment changes no state: what it waits behind does, or nothing. @param confirmed the state as the nation has it */
export const alertStateWanted = (confirmed: string) => `COALESCE(${alertStateOf('alarm')},
        (SELECT ${alertStateOf('earlier')} FROM main.outbox AS earlier WHERE earlier."commandId" = alarm.behind
          AND earlier.state IN ('pending', 'sending')), ${confirmed})`;

const OVERLAID = {
  priority: overlay('lane', inputOf('lane', 'priority'), 'm.priority'),
  priorityReason: overlay('lane', inputOf('lane', 'reason'), 'm."priorityReason"'),
  deferredUntil: overlay('later', inputOf('later', 'until'), 'm."deferredUntil"'),
  deferralReason: overlay('later', inputOf('later', 'reason'), 'm."deferralReason"'),
  note: overlay('words', inputOf('words', 'text'), 'm.note'),
  regulatorId: overlay('given', inputOf('given', 'regulatorId'), 'm."regulatorId"'),
  regulatorName: overlay('given', 'regulator.name', 'm."regulatorName"'),
  state: overlay('life', `CASE WHEN ${isClosing} THEN 'closed' ELSE 'open' END`, 'm.state'),
  closingReason: overlay('life', `CASE WHEN ${isClosing} THEN ${inputOf('life', 'reason')} END`, 'm."closingReason"'),
  alert: overlay('alarm', alertStateWanted('m.alert'), 'm.alert'),
  accepted: 'm.accepted + COALESCE(moved.accepted, 0)',
  contacted: 'm.contacted + COALESCE(moved.contacted, 0)',
  proposed: 'm.proposed + COALESCE(moved.proposed, 0)',
};

export const MISSION_VIEW = `CREATE TEMP VIEW "missionView" AS
    SELECT m.rowid AS rowid, ${selectColumns('m', MISSION_COLUMNS, OVERLAID)},
      ${intentFlags('o."missionId" = m.id')}
    FROM main.mission AS m
    ${joinIntent('lane', 'm.id', 'priority')}
    ${joinIntent('later', 'm.id', 'deferral')}
    ${joinIntent('words', 'm.id', 'note')}
    ${joinIntent('given', 'm.id', 'regulator')}
    LEFT JOIN main.regulator AS regulator ON regulator.id = ${inputOf('given', 'regulatorId')}
    ${joinIntent('life', 'm.id', 'life')}
    ${joinIntent('alarm', 'm.id', 'alert')}
    LEFT JOIN "missionIntent" AS moved ON moved."missionId" = m.id`;
