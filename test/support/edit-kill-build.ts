import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Builds a process that tests start from its source in this folder, since Node 20 runs no TypeScript.
 * @param folder where the script goes
 * @returns the script
 */
export async function buildChild(folder: string, source: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: { child: join(import.meta.dirname, source) },
        external: [/^node:/u, /^pdfjs-dist/u, ...builtinModules],
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'child.mjs');
}
