import { builtinModules } from 'node:module';
import { defineConfig, type UserConfig } from 'vite';

const external = [/^electron(\/|$)/, /^node:/, ...builtinModules];

/** What is built in one go: entries, folder and module format. */
interface Target {
  readonly input: Record<string, string>;
  readonly outDir: string;
  readonly format: 'es' | 'cjs';
}

const cli: Target = {
  input: { desk: 'electron/cli.ts', parser: 'electron/jobs/parser.ts', checker: 'electron/jobs/checker.ts' },
  outDir: 'dist/cli',
  format: 'es',
};

/** Everything that ships is bundled, so a package has no node_modules. One mode a target. */
const targets: Partial<Record<string, Target>> = {
  cli,
  main: { input: { main: 'electron/main.ts' }, outDir: 'dist/main', format: 'es' },
  preload: { input: { preload: 'electron/preload.ts' }, outDir: 'dist/preload', format: 'cjs' },
};

export default defineConfig(({ mode }): UserConfig => {
  // Tools that only read this file name no target.
  const target = targets[mode] ?? cli;
  const suffix = target.format === 'es' ? 'mjs' : 'cjs';
  return {
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: target.outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: target.input,
        external,
        output: {
          format: target.format,
          entryFileNames: `[name].${suffix}`,
          chunkFileNames: `[name]-[hash].${suffix}`,
        },
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  };
});
