/** How far a volunteer accepts to go (seed D: "local, départemental ou national"; F70). */
export const MOBILISATIONS = ['local', 'departemental', 'national'] as const;

export type Mobilisation = (typeof MOBILISATIONS)[number];

export const MOBILISATION_LABELS: Readonly<Record<Mobilisation, string>> = {
  local: 'Locale',
  departemental: 'Départementale',
  national: 'Nationale',
};

/** Does the volunteer accept another region? Only then can an opening or the CCS reach them (DOMAIN §4.3). */
export function acceptsOtherRegions(mobilisation: Mobilisation): boolean {
  return mobilisation === 'national';
}
