import type { Admin, Kafka } from 'kafkajs';
import { ConfigurationFaults } from '../../config/load-config.js';
import type { ClusterMemory } from './cluster-memory.js';
import { refusalOf } from './refusal-of.js';
import type { TopicPlan } from './topic-plan.js';
import { partitionFaults } from './topics.js';

/**
 * Lets a service work with a cluster only when it is the one that it knows, with the topics that the contracts declare: an
 * outbox whose events went to another cluster would leave a hole there, and too few partitions another order.
 */
export class ClusterAdmission {
  /** Why the cluster was refused when it was looked at last. */
  private refused: ConfigurationFaults | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly memory: ClusterMemory,
    private readonly plan: readonly TopicPlan[],
    /** The cluster that an operator has named, if any. */
    private readonly named: string | undefined,
  ) {}

  /**
   * Asked before each new producer and membership, since the brokers behind an address may be replaced.
   * @throws ConfigurationFaults when the cluster is the wrong one; another error when it cannot be reached
   */
  async admit(): Promise<void> {
    const admin = this.kafka.admin({ retry: { retries: 0 } });
    try {
      await admin.connect();
      const faults = [...(await this.clusterFaults(admin)), ...(await partitionFaults(admin, this.plan))];
      this.refused = faults.length > 0 ? new ConfigurationFaults(faults) : undefined;
    } catch (error) {
      this.refused = refusalOf(error);
      if (!this.refused) throw error;
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
    this.throwIfRefused();
  }

  throwIfRefused(): void {
    if (this.refused) throw this.refused;
  }

  private async clusterFaults(admin: Admin): Promise<string[]> {
    const { clusterId } = await admin.describeCluster();
    const known = await this.memory.known();
    const expected = this.named ?? known;
    if (expected !== undefined && expected !== clusterId)
      return [
        `MOTCUA_KAFKA_BROKERS leads to the cluster ${clusterId}, but ${
          this.named === undefined ? "this service's events went to" : 'MOTCUA_KAFKA_CLUSTER_ID names'
        } ${expected}: correct the address; or, if the cluster was really replaced, set MOTCUA_KAFKA_CLUSTER_ID=${clusterId} ` +
          'in every service and replay their outboxes (docs/replay.md)',
      ];
    if (known !== clusterId) await this.memory.remember(clusterId);
    return [];
  }
}
