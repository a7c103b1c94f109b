import kafkajs from 'kafkajs';
import { commandContainer, startContainer } from '../candidates/docker.mjs';
import { brokerPlan } from './broker-plan.mjs';
import { freePorts } from '../candidates/free-ports.mjs';

export const KAFKA_IMAGE = 'apache/kafka:4.1.1';
const FOLDER = '/tmp/broker';

/** A single KRaft node in a container. */
export async function startContainerBroker({ listeners = [] } = {}) {
  const { GenericContainer, StartupCheckStrategy } = await import('testcontainers');
  const ports = await freePorts();
  const { files, format, brokers, secure } = brokerPlan({
    folder: FOLDER,
    data: '/tmp/data',
    bind: '0.0.0.0',
    ports,
    listeners,
  });
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
      .withEntrypoint(['sh', '-c'])
      .withCommand([
        `cd /tmp && java -cp '/opt/kafka/libs/*' kafka.tools.StorageTool ${quoted} --ignore-formatted && ` +
          `exec java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '/opt/kafka/libs/*' kafka.Kafka ${FOLDER}/server.properties`,
      ])
      .withWaitStrategy(
        new (class extends StartupCheckStrategy {
          // Docker takes connections before the broker does: it is asked itself.
          async checkStartupState(client, id) {
            const { State } = await client.getContainer(id).inspect();
            if (!State.Running) return 'FAIL';
            return (await answers(brokers)) ? 'SUCCESS' : 'PENDING';
          }
        })(),
      )
      .withStartupTimeout(120_000),
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

async function answers(brokers) {
  const { Kafka, logLevel } = kafkajs;
  const kafka = new Kafka({
    brokers: [brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1_000,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
