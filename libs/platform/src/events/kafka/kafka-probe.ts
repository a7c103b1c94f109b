import type { Admin, Kafka } from 'kafkajs';
import { OneAtATime } from '../one-at-a-time.js';

/** Asks the cluster whether it is there, over a connection of its own. */
export class KafkaProbe {
  private readonly lane = new OneAtATime();
  private admin: Admin | undefined;

  constructor(private readonly kafka: Kafka) {}

  check(): Promise<void> {
    return this.lane.run(async () => {
      const admin = (this.admin ??= this.kafka.admin({ retry: { retries: 0 } }));
      try {
        await admin.connect();
        await admin.describeCluster();
      } catch (error) {
        await this.discard();
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.lane.run(() => this.discard());
  }

  private async discard(): Promise<void> {
    const { admin } = this;
    this.admin = undefined;
    await admin?.disconnect().catch(() => undefined);
  }
}
