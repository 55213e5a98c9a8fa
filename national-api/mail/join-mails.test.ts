import { describe, expect, it } from 'vitest';
import type { Tables } from '../database/tables.ts';
import { groupMails, joinMails } from './join-mails.ts';
import { SIGNATURE } from './mail-text.ts';

function mail(id: string, patch: Partial<Tables['mail']> = {}): Tables['mail'] {
  return {
    id,
    kind: 'candidates-proposed',
    recipient: 'a@demo.example',
    subject: 'Des professionnels sont à votre disposition',
    body: `Ligne ${id}\n\n${SIGNATURE}`,
    groupKey: null,
    notBefore: '2020-11-15T08:00:00.000Z',
    state: 'waiting',
    attempts: 0,
    proposalId: null,
    candidateId: null,
    commandId: null,
    createdAt: '2020-11-15T08:00:00.000Z',
    sentAt: null,
    lastError: null,
    opened: 0,
    ...patch,
  };
}

describe('mails that leave together', () => {
  it('D2 groups by key and by recipient; a mail without a key leaves alone', () => {
    const groups = groupMails([
      mail('1', { groupKey: 'x' }),
      mail('2'),
      mail('3', { groupKey: 'x', recipient: 'b@demo.example' }),
      mail('4', { groupKey: 'x' }),
    ]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['1', '4'], ['2'], ['3']]);
  });

  it('a mail alone leaves word for word', () => {
    const alone = mail('1');
    expect(joinMails([alone], 'd.example')).toEqual({
      messageId: '<1@d.example>',
      to: 'a@demo.example',
      subject: alone.subject,
      text: alone.body,
    });
  });

  it('joined mails are numbered and signed once; the subject says how many', () => {
    const joined = joinMails([mail('1'), mail('2')], 'd.example');
    expect(joined.subject).toBe('Des professionnels sont à votre disposition (2)');
    expect(joined.text).toBe(`1. Ligne 1\n\n2. Ligne 2\n\n${SIGNATURE}`);
    const mixed = joinMails([mail('1'), mail('2', { subject: 'Proposition retirée' })], 'd.example');
    expect(mixed.subject).toContain('et autres messages (2)');
  });
});
