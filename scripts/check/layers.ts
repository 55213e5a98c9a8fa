/** One layer of the house: a folder, the tsconfig that compiles it, and the worlds it must not see. */
export type Layer = {
  readonly name: string;
  readonly tsconfig: string;
  /** Declaration files that may not be in the layer's program, whoever brings them in. */
  readonly forbiddenTypes: readonly { readonly pattern: RegExp; readonly reason: string }[];
};

const NO_DOM = { pattern: /\/lib\.dom(\.|\w)*d\.ts$/, reason: 'no window exists here: DOM types are refused' };
const NO_NODE = { pattern: /\/@types\/node\//, reason: 'no Node exists here: node types are refused' };

/** Every layer, floor first. A TypeScript file belongs to exactly one of them. */
export const LAYERS: readonly Layer[] = [
  { name: 'contract', tsconfig: 'tsconfig.contract.json', forbiddenTypes: [NO_DOM, NO_NODE] },
  { name: 'spreadsheet', tsconfig: 'tsconfig.spreadsheet.json', forbiddenTypes: [NO_DOM] },
  { name: 'src-main', tsconfig: 'tsconfig.src-main.json', forbiddenTypes: [NO_DOM] },
  { name: 'src-preload', tsconfig: 'tsconfig.src-preload.json', forbiddenTypes: [NO_NODE] },
  { name: 'src-renderer', tsconfig: 'tsconfig.src-renderer.json', forbiddenTypes: [NO_NODE] },
  { name: 'renderer-tests', tsconfig: 'tsconfig.renderer-tests.json', forbiddenTypes: [] },
  { name: 'national-api', tsconfig: 'tsconfig.national-api.json', forbiddenTypes: [NO_DOM] },
  { name: 'tests', tsconfig: 'tsconfig.tests.json', forbiddenTypes: [] },
];
