import { builtinModules } from 'node:module';
import { defineConfig, type UserConfig } from 'vite';

const external = [/^electron(\/|$)/, /^node:/, ...builtinModules];

/** Everything that ships is bundled, so a package has no node_modules. One mode a target. */
const targets: Partial<
  Record<string, { input: Record<string, string>; outDir: string; format: 'es' | 'cjs'; suffix: string }>
> = {
  cli: {
    input: { desk: 'electron/cli.ts', parser: 'electron/jobs/parser.ts' },
    outDir: 'dist/cli',
    format: 'es',
    suffix: 'mjs',
  },
  main: { input: { main: 'electron/main.ts' }, outDir: 'dist/main', format: 'es', suffix: 'mjs' },
  preload: { input: { preload: 'electron/preload.ts' }, outDir: 'dist/preload', format: 'cjs', suffix: 'cjs' },
};

export default defineConfig(({ mode }): UserConfig => {
  const target = targets[mode];
  if (!target) throw new Error(`unknown build target ${mode}`);
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
          entryFileNames: `[name].${target.suffix}`,
          chunkFileNames: `[name]-[hash].${target.suffix}`,
        },
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  };
});
