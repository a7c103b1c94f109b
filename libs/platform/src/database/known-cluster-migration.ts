import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which Kafka cluster the service's events travel through (kafka/cluster-admission.ts). */
export class KnownCluster1700000000140 implements MigrationInterface {
  readonly name = 'KnownCluster1700000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_cluster (
        one boolean PRIMARY KEY DEFAULT true CHECK (one), id text NOT NULL, since timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_cluster');
  }
}
