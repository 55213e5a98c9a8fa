/** The architecture, as a lint. Each rule is one sentence of docs/ARCHITECTURE.md. */
const OURS = '^(contract|src-main|src-preload|src-renderer|national-api|tests)/';
const error = (name, from, to) => ({ name, severity: 'error', from, to });
/** `from` may reach, inside this repository, only what `allowed` matches. */
const seesOnly = (name, from, allowed) => error(name, { path: from }, { path: OURS, pathNot: allowed });
/** `target` may be imported only from files that `allowed` matches. */
const reservedTo = (name, target, allowed) => error(name, { path: OURS, pathNot: allowed }, { path: target });

module.exports = {
  forbidden: [
    error('no-cycles', { path: OURS }, { circular: true }),

    // The walls between processes
    seesOnly('contract-sees-nobody', '^contract/', '^contract/'),
    seesOnly('domain-words-see-nobody', '^contract/domain/', '^contract/domain/'),
    seesOnly('the-two-contracts-are-strangers', '^contract/app/', '^contract/(app|domain)/'),
    seesOnly('national-contract-knows-no-window', '^contract/national/', '^contract/(national|domain)/'),
    error('every-import-resolves', { path: OURS }, { couldNotResolve: true }),
    error(
      'no-core-network-outside-national',
      { path: '^src-main/(?!national/|host/)' },
      { path: '^(node:)?(http|https|http2|net|tls|dgram|sqlite)$', dependencyTypes: ['core'] },
    ),
    seesOnly('renderer-sees-app-contract', '^src-renderer/', '^(src-renderer|contract/(app|domain))/'),
    seesOnly('preload-sees-app-contract', '^src-preload/', '^(src-preload|contract/app)/'),
    seesOnly('main-sees-contract', '^src-main/', '^(src-main|contract|tests/support)/'),
    seesOnly('national-api-sees-national-contract', '^national-api/', '^(national-api|contract/(national|domain))/'),

    // Each outside library has one door
    reservedTo(
      'electron-behind-the-host',
      '(^|/)electron($|/)',
      '^(src-main/(main\\.electron|host/electron-host)|src-preload/electron-preload)',
    ),
    reservedTo(
      'sql-behind-the-store',
      'node_modules/(better-sqlite3|kysely)/',
      '^(src-main/store|national-api|tests)/',
    ),
    reservedTo('http-behind-the-national-client', 'node_modules/undici/', '^(src-main/national|tests)/'),
    reservedTo('chromium-behind-the-host', 'node_modules/playwright-core/', '^(src-main/host/chromium-host|tests/)'),
    reservedTo('map-behind-the-map-feature', 'node_modules/maplibre-gl/', '^src-renderer/features/map/'),

    // Inside the main process: floor to roof
    error('store-is-the-floor', { path: '^src-main/store/' }, { path: '^src-main/(?!store/|diagnostics/)' }),
    error(
      'national-knows-only-the-wire',
      { path: '^src-main/national/' },
      { path: '^src-main/(?!national/|diagnostics/)' },
    ),
    error(
      'commands-never-touch-the-network',
      { path: '^src-main/commands/' },
      { path: '^src-main/(?!commands/|store/|diagnostics/)' },
    ),
    error(
      'sync-never-touches-windows',
      { path: '^src-main/sync/' },
      { path: '^src-main/(?!sync/|store/|national/|diagnostics/)' },
    ),
    reservedTo('only-sync-writes-the-mirror', '^src-main/store/mirror', '^(src-main/(sync|store)|tests)/'),
    reservedTo('only-entries-choose-a-host', '^src-main/host/(electron|chromium)-host', '^(src-main/main\\.|tests/)'),

    // Inside the renderer
    error(
      'features-are-islands',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    ),
    error('ui-kit-knows-no-domain', { path: '^src-renderer/ui/' }, { path: '^(src-renderer/(?!ui/)|contract/)' }),
    error('no-node-in-windows', { path: '^(src-renderer|contract)/' }, { dependencyTypes: ['core'] }),

    error('tests-are-never-imported', { pathNot: '(^tests/|\\.test\\.tsx?$)' }, { path: '^tests/' }),
  ],
  options: {
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tsc)/' },
  },
};
