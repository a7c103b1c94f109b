import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail may have a file: where it lies in the file store, and what it is called. */
export class AttachFiles1796127600000 implements MigrationInterface {
  readonly name = 'AttachFiles1796127600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE delivery ADD COLUMN attachment jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE delivery DROP COLUMN attachment');
  }
}
