/** Which part may import which (docs/architecture.md, «Imports»). */

const parts = ['core', 'main', 'preload', 'renderer', 'cli'];
const others = (...allowed) =>
  `^src/(${parts.filter((part) => !allowed.includes(part)).join('|')})/`;

/** A part of `src/` sees `shared`, itself and what is named. */
const onlySees = (part, ...allowed) => ({
  name: `${part}-imports`,
  severity: 'error',
  from: { path: `^src/${part}/` },
  to: { path: `${others(part, ...allowed)}|^(tests|scripts|bench)/` },
});

/** A part that knows nothing of Electron. */
const without = (part, what, to) => ({
  name: `${part}-without-${what}`,
  severity: 'error',
  from: { path: `^src/${part}/` },
  to,
});
const electron = { path: '(^|/)node_modules/electron/|^electron$' };
const node = { dependencyTypes: ['core'] };

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // A virtual import of the bundler.
      to: { couldNotResolve: true, pathNot: '\\?worker&url$' },
    },
    onlySees('shared'),
    onlySees('core'),
    onlySees('main', 'core'),
    onlySees('cli', 'core'),
    onlySees('preload'),
    onlySees('renderer'),
    without('shared', 'electron', electron),
    without('core', 'electron', electron),
    without('cli', 'electron', electron),
    without('renderer', 'electron', electron),
    without('shared', 'node', node),
    without('renderer', 'node', node),
    without('preload', 'node', node),
    {
      name: 'interface-reads-no-pdf',
      comment: 'It knows the words of the cages, and nothing of what runs in them.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '^src/renderer/(drawing|extractor)/' },
      to: { path: '^src/renderer/(pdf-worker|extractor/|drawing/(?!drawing-))' },
    },
    {
      name: 'driver-in-one-place',
      severity: 'error',
      from: { pathNot: '^(src/core/library/connection|bench/plain-database)\\.ts$' },
      to: { path: 'node_modules/(@types/)?better-sqlite3/|^better-sqlite3' },
    },
    {
      name: 'shipped-code-uses-dependencies',
      comment: 'What runs unbundled in Node has to be in `dependencies`.',
      severity: 'error',
      from: { path: '^src/(core|cli)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
