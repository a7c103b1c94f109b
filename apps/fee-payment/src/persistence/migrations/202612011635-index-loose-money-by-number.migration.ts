import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bank's number is looked up among the money of no dossier, as it is among the entries. */
export class IndexLooseMoneyByNumber1796142900000 implements MigrationInterface {
  readonly name = 'IndexLooseMoneyByNumber1796142900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX loose_money_number ON loose_money (method, upper(regexp_replace(transaction, '\\s', '', 'g')))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX loose_money_number');
  }
}
