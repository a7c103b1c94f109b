// Where a test run gets its S3-compatible server from: given, else versitygw of this machine, else built once with Go.
// Plain JavaScript without workspace imports, so that Jest's global set-up and the launcher load it as it stands.
import { execFile } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const MODULE = 'github.com/versity/versitygw/cmd/versitygw';
const VERSION = 'v1.8.0';
const run = promisify(execFile);

const isProgram = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

const built = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'motcua', `versitygw-${VERSION}`);

async function installed() {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), join(homedir(), 'go', 'bin'), built()]) {
    const path = join(folder || '.', 'versitygw');
    if (await isProgram(path)) return path;
  }
  return undefined;
}

/** What this machine offers; `how` is `none` where no server can be had, and `line` says in one line which it is. */
export async function findS3() {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = process.env;
  if (endpoint && accessKey && secretKey)
    return {
      how: 'given',
      server: { endpoint, accessKey, secretKey },
      line: `S3: the server of S3_ENDPOINT (${endpoint})`,
    };
  const program = await installed();
  if (program) return { how: 'program', program, line: `S3: ${program}` };
  const go = await run('go', ['version']).then(
    () => true,
    () => false,
  );
  if (go) return { how: 'build', line: `S3: versitygw ${VERSION}, built once with this machine's Go (minutes)` };
  return {
    how: 'none',
    line: 'S3: none (S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY are not set; no versitygw, no Go)',
  };
}

/** Why the project `s3` cannot run here, in one line, or nothing. */
export async function whyNoS3({ mayBuild }) {
  const { how, line } = await findS3();
  if (how === 'none') return line;
  return how === 'build' && !mayBuild ? 'S3: no versitygw yet; npm run test:s3 builds one with Go' : undefined;
}

/** Builds versitygw from its Go module and answers where it is. */
export async function buildVersitygw() {
  await mkdir(built(), { recursive: true });
  const env = { ...process.env, GOBIN: built(), CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };
  // It runs for seconds, so the compiler need not take pains.
  const quickly = ['-ldflags=-s -w', '-gcflags=all=-N -l -dwarf=false'];
  await run('go', ['install', ...quickly, `${MODULE}@${VERSION}`], { env, maxBuffer: 64 * 1024 * 1024 });
  return join(built(), 'versitygw');
}
