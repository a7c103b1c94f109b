import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What may be tried now is found by an index, however much is held: an event whose turn has come is marked as due when the
 * one before it is applied, instead of being looked for.
 */
export class IndexHeldEvents1796060460000 implements MigrationInterface {
  readonly name = 'IndexHeldEvents1796060460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX inbox_parked_waiting ON inbox_parked (parked_at) WHERE state = 'waiting';
      CREATE INDEX inbox_parked_oldest ON inbox_parked (parked_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbox_parked_waiting, inbox_parked_oldest');
  }
}
