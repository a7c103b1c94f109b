import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describeMetrics } from '@motcua/platform';
import { SERVICES } from '@motcua/local-system';
import { startStandalone } from '@motcua/standalone';
import { asyncApi } from './async-api.js';
import { readEventComments } from './event-comments.js';
import { historyPage } from './history-page.js';
import { metricsPage } from './metrics-page.js';
import { readRulePlaces } from './rules/read-rule-places.js';
import { RULES } from './rules/rules.js';
import { rulesPage } from './rules/rules-page.js';
import { settingsPage } from './settings-page.js';

// `npm run docs` writes what is made from the code; `npm run docs:check` says whether the committed files are current, so
// that a change of the API is seen, and reviewed, in the commit that makes it.
const check = process.argv.includes('--check');
// `npm run docs -- --release`: what is now becomes what others may rely on (ADR 0012).
const release = process.argv.includes('--release');
const root = new URL('../../../../', import.meta.url).pathname;
const CONTRACTS = join(root, 'libs/contracts/src');

async function generate(): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-describe-'));
  // PostgreSQL's own user must be able to enter it, where this process is root.
  await chmod(folder, 0o755);
  const system = await startStandalone({
    PORT: '0',
    MOTCUA_DATA_DIR: folder,
    MOTCUA_PROVINCE: 'none',
    LOG_LEVEL: 'silent',
  });
  try {
    const openApi = await (await fetch(`${system.url}/openapi.json`)).text();
    return new Map([
      ['docs/api/openapi.json', openApi],
      ['docs/api/asyncapi.json', JSON.stringify(asyncApi(SERVICES, await readEventComments(CONTRACTS)))],
      ['docs/settings.md', settingsPage(SERVICES)],
      ['docs/metrics.md', metricsPage(describeMetrics(SERVICES.flatMap(({ metrics = [] }) => metrics)))],
      ['docs/history.md', historyPage(SERVICES)],
      ['RULES.md', rulesPage(RULES, readRulePlaces(root))],
    ]);
  } finally {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const stale: string[] = [];
for (const [path, text] of await generate()) {
  const file = join(root, path);
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (check) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== formatted) stale.push(path);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, formatted);
    console.log(`wrote ${path}`);
    if (release && path.startsWith('docs/api/'))
      await writeFile(join(root, 'docs/api/released', basename(path)), formatted);
  }
}
if (release) await writeFile(join(root, 'docs/api/reviewed-breaks.json'), '[]\n');
if (stale.length > 0) {
  console.error(`Not current: ${stale.join(', ')}. Run "npm run docs", read the difference, and commit it.`);
  process.exit(1);
}
process.exit(0);
