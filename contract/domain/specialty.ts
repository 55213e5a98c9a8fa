/** Codes of TRE_R38 (ANS, NOS) that a reinforcement may ask for. */
export const SPECIALTY_CODES = [
  'SM02',
  'SM18',
  'SM20',
  'SM25',
  'SM27',
  'SM30',
  'SM40',
  'SM41',
  'SM42',
  'SM46',
  'SM54',
  'SM58',
  'SM59',
  'SM74',
  'SM75',
  'SI01',
  'SI02',
  'SI03',
  'SI04',
  'SI05',
  'SI06',
  'SI07',
  'SI08',
] as const;

export type SpecialtyCode = (typeof SPECIALTY_CODES)[number];
