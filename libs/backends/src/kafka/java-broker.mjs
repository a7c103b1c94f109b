import { execFile, spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brokerPlan } from './broker-plan.mjs';
import { freePorts } from '../candidates/free-ports.mjs';
import { kafkaJars } from './kafka-jars.mjs';

const run = promisify(execFile);
const START_SECONDS = 90;
const JAVA = [
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
];

/** A single KRaft node as a process of its own, in a scratch folder; `stop` ends it by its process id. */
export async function startJavaBroker({ listeners = [] } = {}) {
  const classes = join(await kafkaJars(), '*');
  const folder = await mkdtemp(join(tmpdir(), 'motcua-kafka-'));
  const { files, format, brokers, secure } = brokerPlan({
    folder,
    data: join(folder, 'data'),
    bind: '127.0.0.1',
    ports: await freePorts(),
    listeners,
  });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const java = (main, ...args) => [...JAVA, '-cp', classes, main, ...args];
  await run('java', java('kafka.tools.StorageTool', ...format));

  let server;
  let ended = Promise.resolve();
  const start = async () => {
    const log = await open(join(folder, 'kafka.log'), 'a');
    // A group of its own: Ctrl-C in a terminal reaches whoever started it, and not the broker at once.
    server = spawn('java', java('kafka.Kafka', join(folder, 'server.properties')), {
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    });
    ended = new Promise((resolve) => server.once('exit', resolve).once('error', resolve));
    await log.close();
    await listening(Number(brokers.split(':')[1]), server);
  };
  // Whoever is killed takes its broker along, as far as it still can.
  const endWithUs = () => server?.kill('SIGKILL');
  process.once('exit', endWithUs);
  const stop = async () => {
    process.off('exit', endWithUs);
    // A process that was stopped where it stood hears nothing else.
    server?.kill('SIGCONT');
    server?.kill('SIGTERM');
    const patience = setTimeout(() => server?.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(patience);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    const said = await readFile(join(folder, 'kafka.log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`Kafka did not start: ${said.slice(-2_000)}`, { cause: error });
  }
  return {
    brokers,
    secure,
    stop,
    kill: async () => {
      server.kill('SIGKILL');
      await ended;
    },
    restart: start,
    freeze: async () => void server.kill('SIGSTOP'),
    thaw: async () => void server.kill('SIGCONT'),
  };
}

async function listening(port, server) {
  const until = performance.now() + START_SECONDS * 1_000;
  while (!(await answers(port))) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('the process has ended');
    if (performance.now() > until) throw new Error(`it does not listen after ${START_SECONDS} s`);
    await pause(100);
  }
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
