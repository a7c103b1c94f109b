import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a service has heard of the histories of others: the last line of each, sealed with its own key (history/witness.ts). */
export class HistoryWitness1700000000130 implements MigrationInterface {
  readonly name = 'HistoryWitness1700000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE history_witness (
        source text NOT NULL, aggregate text NOT NULL,
        n int NOT NULL, hash bytea NOT NULL, seal bytea NOT NULL,
        PRIMARY KEY (source, aggregate)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE history_witness');
  }
}
