import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was stored before syllables that are written with i and with y were folded into one (`folded` of the kernel). */
export class FoldIAndY1796089200000 implements MigrationInterface {
  readonly name = 'FoldIAndY1796089200000';

  async up(runner: QueryRunner): Promise<void> {
    const anew = (column: string): string =>
      String.raw`${column} = regexp_replace(${column}::text, '''(h|k|l|m|s|t|v|qu)i(\d?)''', '''\1y\2''', 'g')::tsvector`;
    await runner.query(`UPDATE listed_procedure SET ${anew('words')}, ${anew('exact_words')}`);
  }

  /** Nothing: the older program finds less, and stores anew what changes. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
