import { describe, expect, it } from 'vitest';
import type { MailKind, MailVariables } from './mail-kind.ts';
import { MAIL_KIND_NAMES, MAIL_KINDS } from './mail-kind.ts';
import { mailText, SIGNATURE } from './mail-text.ts';

/** Each variable as a word that can be found again. */
function markedVariables(kind: MailKind): Record<string, string> {
  return Object.fromEntries(MAIL_KINDS[kind].map((name) => [name, `«${name}»`]));
}

describe('the texts of mails', () => {
  it.each(MAIL_KIND_NAMES)('F134-F140 %s: says everything it is given, is signed, asks for no answer', (kind) => {
    const { subject, body } = mailText(kind, markedVariables(kind) as never);
    for (const name of MAIL_KINDS[kind]) expect(subject + body).toContain(`«${name}»`);
    expect(subject).toMatch(/^\S.{5,90}$/u);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(body.endsWith(SIGNATURE)).toBe(true);
    expect(body).toContain("L'administrateur RenfortRH");
    expect(body).toContain('merci de ne pas y répondre');
    expect(body).not.toMatch(/undefined|null|\$\{/);
  });

  it('F140 has the exact subject of the guide, the dates, the establishment and the mail of who accepted', () => {
    const variables: MailVariables<'assignment'> = {
      establishment: 'EHPAD de démonstration – Les Tilleuls',
      city: 'Nancy',
      profession: "Infirmier diplômé d'État",
      startDate: '2020-11-20',
      endDate: '2020-12-20',
      contactEmail: 'claude.fictive@ehpad-demo.example',
    };
    const { subject, body } = mailText('assignment', variables);
    expect(subject).toBe('Affectation sur une mission de renfort');
    expect(body).toContain('du 2020-11-20 au 2020-12-20');
    expect(body).toContain('claude.fictive@ehpad-demo.example');
    expect(mailText('assignment', { ...variables, contactEmail: '' }).body).not.toContain('Votre contact');
  });

  it('F141 there is no mail for a contact nor for a refusal', () => {
    expect(
      MAIL_KIND_NAMES.filter((kind) => /^(?:contact|refus)(?:ed|al)?$|candidate-refused|contacted/.test(kind)),
    ).toEqual([]);
  });
});
