// Containers on the Docker engine of this machine.
import { request } from 'node:http';
import { shortly } from './start-first-available.mjs';

/** Whose container it is: one that outlived its test run is removed by the next one. */
const LABEL = 'vn.motcua.test-run';
const PULL_SECONDS = 300;

function socketPath() {
  const host = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
  return host.startsWith('unix://') ? host.slice('unix://'.length) : undefined;
}

/** One call of the engine's API. Rejects when it does not answer. */
const call = (method, path, seconds = 5) =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath: socketPath(), method, path, timeout: seconds * 1_000 }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part) => (body += part));
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${seconds} s`)));
    asked.on('error', reject).end();
  });

/** The reason why no container of this image can be had here, or nothing. Pulls the image where it is missing. */
export async function whyNoContainer(image) {
  if (process.env.MOTCUA_TEST_CONTAINERS === 'no') return 'MOTCUA_TEST_CONTAINERS=no';
  if (socketPath() === undefined) return 'Docker is not on this machine';
  try {
    await call('GET', '/_ping');
  } catch {
    return 'Docker does not answer';
  }
  try {
    if ((await call('GET', `/images/${image}/json`)).status === 200) return undefined;
    const [name, tag] = image.split(':');
    const pulled = await call('POST', `/images/create?fromImage=${encodeURIComponent(name)}&tag=${tag}`, PULL_SECONDS);
    if (pulled.status === 200 && (await call('GET', `/images/${image}/json`)).status === 200) return undefined;
    return `Docker has no ${image} and cannot get it`;
  } catch (error) {
    return `Docker has no ${image} and cannot get it (${shortly(error)})`;
  }
}

/** A container that `stop` removes, and that the next test run removes if this one cannot. */
export async function startContainer(container) {
  // Its reaper would have to be pulled; we remove what we start ourselves.
  process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  await removeOrphans();
  const started = await container.withLabels({ [LABEL]: String(process.pid) }).start();
  return { container: started, stop: () => started.stop({ timeout: 5_000 }).then(() => undefined) };
}

/** `kill`, `start`, `pause` or `unpause`. @throws Error with what the engine says */
export async function commandContainer(id, command) {
  const { status, body } = await call('POST', `/containers/${id}/${command}`, 30);
  if (status >= 300 && status !== 304) throw new Error(`Docker cannot ${command} the container: ${body}`);
}

async function removeOrphans() {
  const { body } = await call(
    'GET',
    `/containers/json?all=true&filters=${encodeURIComponent(JSON.stringify({ label: [LABEL] }))}`,
  );
  for (const { Id, Labels } of JSON.parse(body)) {
    if (!isAlive(Number(Labels[LABEL]))) await call('DELETE', `/containers/${Id}?force=true&v=true`, 30);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
