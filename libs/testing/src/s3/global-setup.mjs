// One S3-compatible server for the whole run of the project `s3`.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../backends/src/candidates/free-ports.mjs';
import { buildVersitygw, findS3 } from '../../../backends/src/s3/find-s3.mjs';

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

async function startVersitygw(program) {
  const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'motcua-test-s3-'))];
  const keys = { accessKey: 'motcua-test', secretKey: randomBytes(16).toString('hex') };
  // Extended attributes are not everywhere, a folder beside is.
  const metadata = await mkdtemp(join(tmpdir(), 'motcua-test-s3-metadata-'));
  const child = spawn(program, ['--quiet', '--port', `127.0.0.1:${port}`, 'posix', '--sidecar', metadata, folder], {
    env: { ROOT_ACCESS_KEY: keys.accessKey, ROOT_SECRET_KEY: keys.secretKey },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  globalThis.motcuaTestS3 = { child, folders: [folder, metadata] };
  for (const until = Date.now() + 20_000; !(await listens(port)); await pause(50)) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${program} did not start`);
  }
  return { endpoint: `http://127.0.0.1:${port}`, ...keys };
}

export default async function startTestS3() {
  const found = await findS3();
  if (found.how === 'none') throw new Error(found.line);
  process.stderr.write(`${found.line}\n`);
  const server = found.how === 'given' ? found.server : await startVersitygw(found.program ?? (await buildVersitygw()));
  process.env.MOTCUA_TEST_S3 = JSON.stringify(server);
}
