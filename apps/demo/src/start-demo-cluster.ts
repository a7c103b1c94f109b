import { whyNoBroker } from '@motcua/backends/kafka';
import { type Environment, loadConfig } from '@motcua/platform';
import { CannotStart, type Cluster, LocalSystemConfig, startCluster } from '@motcua/local-system';

/**
 * Starts the services on the first broker that can be had, and says in one line which it is.
 * @throws CannotStart where none can be had, with what to do
 */
export async function startDemoCluster(
  environment: Environment,
  say: (line: string) => void,
  onProgress: (step: string) => void,
): Promise<Cluster> {
  const none = await whyNoBroker();
  if (none !== undefined)
    throw new CannotStart(
      `${none}. Give the address of a broker (KAFKA_BROKERS=host:port), or install Docker, or Java 17 and Maven, with ` +
        'which Apache Kafka is fetched and started. Without --kafka the demo needs none of it.',
    );
  const cluster = await startCluster({
    config: loadConfig(LocalSystemConfig, environment),
    settings: environment,
    onProgress,
    onUnexpectedEnd: ({ options: { id, log } }, how) => say(`\n${id} has ended (${how}); it said: ${log}`),
  });
  say(cluster.broker.line);
  return cluster;
}
