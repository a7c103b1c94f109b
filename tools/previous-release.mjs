// `npm run check:previous-release -- [REF]`: the specs of an earlier release (the last tag, or REF) on the schema that this
// code migrates to. While a province is upgraded, old processes work on the new schema: a migration that only expands
// breaks none of their specs, one that contracts too early does.
import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../libs/embedded-postgres/dist/index.js';
import {
  bootstrapSchema,
  createTransportTables,
  ownerOf,
  prepareSchemas,
  roleOf,
  TRANSPORT_SCHEMA,
} from '../libs/platform/dist/index.js';
import { SERVICES } from '../libs/local-system/dist/services.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

const [given, ...filters] = process.argv.slice(2);
const tags = git('tag', '--list', 'v*', '--sort=-v:refname').split('\n').filter(Boolean);
const ref = given ?? tags[0];
if (ref === undefined) {
  console.error('There is no release yet: name a commit, as in "npm run check:previous-release -- HEAD~20".');
  process.exit(1);
}
const commit = git('rev-parse', '--short', `${ref}^{commit}`);

const run = (command, args, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

const folder = await mkdtemp(join(tmpdir(), 'motcua-previous-'));
await chmod(folder, 0o755);
const checkout = join(folder, 'checkout');
const postgres = await startPostgres({
  folder: join(folder, 'postgres'),
  superuser: 'postgres',
  password: 'postgres',
  settings: ['fsync=off', 'full_page_writes=off'],
});
let code;
try {
  // Each spec makes a database of its own, and PostgreSQL makes it as a copy of this one: so the new schema is there
  // before the old code looks, which then finds nothing to migrate.
  const template = new URL(postgres.url);
  template.pathname = '/template1';
  const passwordOf = () => 'password-of-the-test-run';
  const transport = { schema: TRANSPORT_SCHEMA, role: roleOf(TRANSPORT_SCHEMA), password: passwordOf() };
  await bootstrapSchema(template.href, transport);
  await createTransportTables(template.href, ownerOf(TRANSPORT_SCHEMA));
  await prepareSchemas({ definitions: SERVICES, adminUrl: template.href, passwordOf });
  console.log(
    `The schema is that of ${git('rev-parse', '--short', 'HEAD')}; the specs are those of ${ref} (${commit}).`,
  );

  git('worktree', 'add', '--quiet', '--detach', checkout, commit);
  const env = {
    ...process.env,
    MOTCUA_TEST_DATABASE_URL: postgres.url,
    DATABASE_URL: postgres.url,
    MOTCUA_SCHEMA_MAY_BE_NEWER: 'true',
  };
  code = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: checkout, env });
  if (code === 0) {
    const jest = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
    ];
    const projects = ['--selectProjects', 'postgres', '--maxWorkers=2'];
    code = await run('node_modules/.bin/node', [...jest, ...projects, ...filters], { cwd: checkout, env });
  }
} finally {
  await postgres.stop();
  await run('git', ['worktree', 'remove', '--force', checkout], { cwd: root, stdio: 'ignore' });
  await rm(folder, { recursive: true, force: true });
}
console.log(code === 0 ? `${ref} works on the new schema.` : `${ref} does not work on the new schema.`);
process.exit(code);
