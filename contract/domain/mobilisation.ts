/** How far a volunteer accepts to go (seed D: "local, départemental ou national"). */
export const MOBILISATIONS = ['local', 'departemental', 'national'] as const;

export type Mobilisation = (typeof MOBILISATIONS)[number];

export const MOBILISATION_LABELS: Readonly<Record<Mobilisation, string>> = {
  local: 'Locale',
  departemental: 'Départementale',
  national: 'Nationale',
};
