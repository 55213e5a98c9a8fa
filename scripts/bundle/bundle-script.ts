import { build } from 'vite';

export interface ScriptToBundle {
  readonly entry: string;
  /** 'iife' runs in a page as it is; 'cjs' is what Electron loads. */
  readonly format: 'iife' | 'cjs';
  /** Names that stay a `require`: the runtime gives them. */
  readonly given: readonly (string | RegExp)[];
}

/** Bundles one script, with all that it imports, into the text of one file. */
export async function bundleScript({ entry, format, given }: ScriptToBundle): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome140',
      minify: false,
      lib: { entry, formats: [format], name: 'script', fileName: 'script' },
      rolldownOptions: { external: [...given], output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...others] = outputs;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${entry} must become exactly one file.`);
  return chunk.code;
}
