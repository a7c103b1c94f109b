import { randomBytes } from 'node:crypto';
import { commandContainer, startContainer } from './ladder/docker.mjs';
import { brokerPlan } from './broker-plan.mjs';
import { freePorts } from './free-ports.mjs';

export const KAFKA_IMAGE = 'apache/kafka:4.1.1';
const FOLDER = '/tmp/broker';

/** A single KRaft node in a container. */
export async function startContainerBroker({ listeners = [] } = {}) {
  const { GenericContainer, Wait } = await import('testcontainers');
  const ports = await freePorts();
  const { files, format, brokers, secure } = brokerPlan({
    folder: FOLDER,
    data: '/tmp/data',
    bind: '0.0.0.0',
    ports,
    listeners,
  });
  const cluster = randomBytes(16).toString('base64url');
  const quoted = format.map((word) => `'${word}'`).join(' ');
  const outside = [
    ...Object.entries(ports).flatMap(([name, port]) => (name === 'CONTROLLER' ? [] : [port])),
    ...listeners.map(({ port }) => port),
  ];
  const { container, stop } = await startContainer(
    new GenericContainer(KAFKA_IMAGE)
      .withExposedPorts(...outside.map((port) => ({ container: port, host: port })))
      .withCopyContentToContainer(
        Object.entries(files).map(([name, content]) => ({ content, target: `${FOLDER}/${name}`, mode: 0o644 })),
      )
      .withEnvironment({ KAFKA_HEAP_OPTS: '-Xmx512m' })
      .withEntrypoint(['sh', '-c'])
      .withCommand([
        `cd /tmp && java -cp '/opt/kafka/libs/*' kafka.tools.StorageTool ${quoted} --ignore-formatted -t ${cluster} && ` +
          `exec java -Xmx512m -XX:+UseSerialGC -cp '/opt/kafka/libs/*' kafka.Kafka ${FOLDER}/server.properties`,
      ])
      .withWaitStrategy(Wait.forListeningPorts())
      .withStartupTimeout(90_000),
  );
  const command = (what) => commandContainer(container.getId(), what);
  return {
    brokers,
    secure,
    stop,
    kill: () => command('kill'),
    restart: () => command('start'),
    freeze: () => command('pause'),
    thaw: () => command('unpause'),
  };
}
