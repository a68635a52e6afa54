/** The storeys of the house and the arrows that are allowed between them. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphan-import', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^electron$' } },
    {
      name: 'shared-knows-nobody',
      comment: 'The ground floor holds values and pure functions; zod is the one library it may know.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'storage-below-services',
      severity: 'error',
      from: { path: '^electron/storage/' },
      to: {
        path: [
          '^electron/(services|shell|jobs)/',
          '^electron/(main|preload|cli)',
          '^renderer/',
          '^node_modules/electron/',
        ],
      },
    },
    {
      name: 'services-without-electron',
      comment: 'The command runs from plain Node: nothing on its road may import electron, not even a type.',
      severity: 'error',
      from: { path: '^electron/(services|jobs|cli)' },
      to: { path: ['^electron/(shell/|main\\.ts|preload\\.ts)', '^renderer/', '^node_modules/electron/'] },
    },
    {
      name: 'shell-without-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^renderer/', '^test/'] },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^node_modules/electron/', '^test/'] },
    },
    {
      name: 'renderer-without-core-modules',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/' },
      to: { path: '^test/' },
    },
    {
      name: 'checks-stand-alone',
      comment: 'A check asks the document and the law, never another check.',
      severity: 'error',
      from: { path: '^shared/check/checks/' },
      to: { path: '^shared/check/checks/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
