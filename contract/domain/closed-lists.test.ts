import { describe, expect, it } from 'vitest';
import {
  ESTABLISHMENT_CATEGORIES,
  ESTABLISHMENT_TYPES,
  establishmentCategoryOf,
  isEhpad,
  isVaccinationCentre,
  parseEstablishmentCategory,
  parseEstablishmentType,
} from './establishment-category.ts';
import { PROFESSIONS, parseProfession, professionOf } from './profession.ts';
import { parseSpecialty, SPECIALTIES, specialtiesOf, specialtyLabel } from './specialty.ts';

describe('professions', () => {
  it.each([
    'Sage-femme',
    'Médecin (autres spécialités)',
    'Médecin généraliste',
    'Médecin en soins palliatifs',
    "Infirmier diplômé d'État",
    'Masseur-kinésithérapeute',
    'Psychologue',
    'Diététicien',
    'Pharmacien',
    'Autre',
  ])('F65 the list has %s, seen in the documents', (label) => {
    expect(PROFESSIONS.map((profession) => profession.label)).toContain(label);
  });

  it('F152 the trades of the territorial platforms are the six of the call', () => {
    const trades = PROFESSIONS.filter((profession) => profession.territorialPlatform).map(({ code }) => code);
    expect(trades.sort()).toEqual([
      'agent-de-service',
      'aide-soignant',
      'auxiliaire-de-vie',
      'ergotherapeute',
      'infirmier-diplome-etat',
      'psychomotricien',
    ]);
  });

  it('codes are unique, kebab-case without accents, and each is read back', () => {
    const codes = PROFESSIONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(parseProfession(` ${code} `)).toEqual({ ok: true, value: code, warnings: [] });
      expect(professionOf(code).code).toBe(code);
    }
  });

  it('F75 students and non-carers are professions too; unknown text is refused in French', () => {
    expect(PROFESSIONS.filter(({ family }) => family === 'student').length).toBeGreaterThan(3);
    expect(professionOf('non-soignant').label).toBe('Non-soignant');
    expect(parseProfession('medecin').ok).toBe(false);
    expect(parseProfession('__proto__').ok).toBe(false);
  });

  it('F54 those who may vaccinate are proposed by default, orderlies are not', () => {
    expect(professionOf('sage-femme').vaccinationEligible).toBe(true);
    expect(professionOf('agent-de-service').vaccinationEligible).toBe(false);
  });
});

describe('specialties', () => {
  it('F53 those of the documents are there, under their national code', () => {
    expect(specialtyLabel('SM04')).toBe('Cardiologie et maladies vasculaires');
    expect(specialtyLabel('SM31')).toBe('Neurochirurgie');
  });

  it('F53 each has professions, and none is offered to those who have none', () => {
    for (const { code, professions } of SPECIALTIES) {
      expect(professions.length).toBeGreaterThan(0);
      expect(code).toMatch(/^S[MI]\d\d$/);
    }
    expect(specialtiesOf('aide-soignant')).toEqual([]);
    expect(specialtiesOf('infirmier-diplome-etat').map(({ code }) => code)).toContain('SI01');
  });

  it('reads a code in any case, refuses the rest', () => {
    expect(parseSpecialty(' sm18 ')).toMatchObject({ ok: true, value: 'SM18' });
    expect(parseSpecialty('SM99').ok).toBe(false);
  });
});

describe('establishment categories', () => {
  it('F48 vaccination centres are a category of their own, F46 EHPAD another', () => {
    expect(isVaccinationCentre('centre-vaccination')).toBe(true);
    expect(isVaccinationCentre('500')).toBe(false);
    expect(isEhpad('500')).toBe(true);
    expect(isEhpad('355')).toBe(false);
  });

  it('F46 each category has a type of annex 2, each type a category', () => {
    const types = new Set(ESTABLISHMENT_CATEGORIES.map(({ type }) => type));
    expect([...types].sort()).toEqual(ESTABLISHMENT_TYPES.map(({ code }) => code).sort());
    for (const { code } of ESTABLISHMENT_CATEGORIES) {
      expect(establishmentCategoryOf(code).code).toBe(code);
      expect(parseEstablishmentCategory(code)).toMatchObject({ ok: true, value: code });
    }
    expect(parseEstablishmentCategory('108').ok).toBe(false);
  });

  it('F117 reads every annex label back', () => {
    for (const { code, annexLabel } of ESTABLISHMENT_TYPES) {
      expect(parseEstablishmentType(annexLabel)).toEqual({ ok: true, value: code, warnings: [] });
    }
  });

  it.each([
    ['1 - Etablissements relevant de la loi hospitaliere', 1],
    ['Établissements relevant de la loi hospitalière', 1],
    ['4', 4],
    ['CENTRE DE VACCINATION', 'vaccination'],
  ])('F117 F120 reads %j as %s', (text, type) => {
    expect(parseEstablishmentType(text)).toMatchObject({ ok: true, value: type });
  });

  it.each(['', '7', '12', 'hôpital', '=1+1'])('F117 refuses the type %j', (text) => {
    expect(parseEstablishmentType(text).ok).toBe(false);
  });
});
