import { GenericContainer, Wait } from 'testcontainers';
import { BROKER_SETTINGS } from './broker-settings.mjs';
import { KAFKA_IMAGE } from './find-broker.mjs';
import { freePort } from './free-port.mjs';

const variable = (setting) => `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;

/** A single KRaft node in a container; testcontainers' reaper ends it if the test run cannot. */
export async function startContainerBroker() {
  const port = await freePort();
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': '1@localhost:9093',
    'controller.listener.names': 'CONTROLLER',
    listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    'advertised.listeners': `PLAINTEXT://localhost:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    ...BROKER_SETTINGS,
  };
  const container = await new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment(Object.fromEntries(Object.entries(settings).map(([name, value]) => [variable(name), value])))
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { brokers: `localhost:${port}`, stop: () => container.stop().then(() => undefined) };
}
