// Where a test run gets its Kafka from: given, else in a container, else on this machine's Java.
// Plain JavaScript without workspace imports, so that Jest's global set-up and the launcher load it as it stands.
import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { promisify } from 'node:util';

export const KAFKA_IMAGE = 'apache/kafka:4.1.1';
const run = promisify(execFile);

/** True when Docker answers and has the image already; nothing is pulled. */
export const dockerHasImage = () =>
  new Promise((resolve) => {
    const host = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
    if (!host.startsWith('unix://')) return resolve(false);
    const path = `/images/${KAFKA_IMAGE}/json`;
    request({ socketPath: host.slice('unix://'.length), path, timeout: 3_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    })
      .on('error', () => resolve(false))
      .on('timeout', function giveUp() {
        this.destroy();
        resolve(false);
      })
      .end();
  });

/** The reason why this machine's Java cannot run Kafka, or nothing. */
export async function whyNoJava() {
  const version = await run('java', ['-version']).then(
    ({ stderr, stdout }) => Number(/version "(\d+)/.exec(stderr + stdout)?.[1] ?? 0),
    () => 0,
  );
  if (version < 17) return version === 0 ? 'no Java' : `Java ${version} is older than 17`;
  return run('mvn', ['-version']).then(
    () => undefined,
    () => 'no Maven to fetch Apache Kafka with',
  );
}

/** What this machine offers; `how` is `none` where no broker can be had, and `line` says in one line which it is. */
export async function findBroker() {
  const given = process.env.KAFKA_BROKERS;
  if (given) return { how: 'given', brokers: given, line: `Kafka: the broker of KAFKA_BROKERS (${given})` };
  if (await dockerHasImage()) return { how: 'container', line: `Kafka: a container of ${KAFKA_IMAGE}` };
  const reason = await whyNoJava();
  if (reason === undefined) return { how: 'java', line: "Kafka: Apache Kafka 4.1.1 on this machine's Java" };
  return { how: 'none', line: `Kafka: none (KAFKA_BROKERS is not set; no Docker with ${KAFKA_IMAGE}; ${reason})` };
}
