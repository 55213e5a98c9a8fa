/** The colours of the map: bleu France for people, green for establishments, rouge Marianne for tension, on quiet greys. */
export interface MapPalette {
  readonly water: string;
  readonly neighbour: string;
  readonly land: string;
  readonly departementLine: string;
  readonly regionLine: string;
  readonly text: string;
  readonly quietText: string;
  readonly textHalo: string;
  /** DISPONIBLE: the strongest blue. */
  readonly free: string;
  /** EN COURS, CONTACTÉ. */
  readonly engaged: string;
  /** AFFECTÉ. */
  readonly assigned: string;
  /** INDISPONIBLE. */
  readonly unavailable: string;
  /** Inside of a cluster, behind its number. */
  readonly face: string;
  readonly faceText: string;
  readonly need: string;
  readonly needText: string;
  readonly ring: string;
  readonly area: string;
  /** From "no need" to "nobody free". */
  readonly balance: readonly [string, string, string, string, string, string];
  readonly hatch: string;
}

export const LIGHT_MAP: MapPalette = {
  water: '#dce5f1',
  neighbour: '#eceef2',
  land: '#ffffff',
  departementLine: '#c3c8d6',
  regionLine: '#7d84a0',
  text: '#2a2e3b',
  quietText: '#5c6275',
  textHalo: '#ffffff',
  free: '#000091',
  engaged: '#6a6af4',
  assigned: '#3a3d48',
  unavailable: '#a9adb9',
  face: '#ffffff',
  faceText: '#000068',
  need: '#18753c',
  needText: '#ffffff',
  ring: '#18753c',
  area: '#0a76f6',
  balance: ['#f4f5f8', '#fdf0ee', '#fbd9d3', '#f5aca1', '#e36b61', '#c9191e'],
  hatch: '#5a0b0f',
};

export const DARK_MAP: MapPalette = {
  water: '#10131c',
  neighbour: '#1a1d27',
  land: '#242938',
  departementLine: '#3d4356',
  regionLine: '#757d99',
  text: '#e6e9f1',
  quietText: '#aab0c0',
  textHalo: '#161821',
  free: '#9a9aff',
  engaged: '#5656c8',
  assigned: '#d5d8e2',
  unavailable: '#6b7182',
  face: '#161821',
  faceText: '#e3e3fd',
  need: '#5fd38a',
  needText: '#08240f',
  ring: '#5fd38a',
  area: '#7ab6ff',
  balance: ['#2a2e3b', '#3d2c34', '#5a2f37', '#82343a', '#ad3538', '#d8393d'],
  hatch: '#ffd5d5',
};
