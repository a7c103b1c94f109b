import type { MigrationInterface, QueryRunner } from 'typeorm';

const TEXTS = { agency: ['name_folded'], field: ['name_folded'], procedure_headline: ['name_folded', 'name_exact'] };
const WORDS = {
  agency: ['words'],
  procedure_headline: ['name_words', 'name_exact_words', 'all_words', 'all_exact_words'],
};

const setOf = (columns: Readonly<Record<string, readonly string[]>>, assign: (column: string) => string): string =>
  Object.entries(columns)
    .map(([table, names]) => `UPDATE ${table} SET ${names.map((name) => `${name} = ${assign(name)}`).join(', ')};`)
    .join('\n');

/** What was stored before syllables that are written with i and with y were folded into one (`folded` of the kernel). */
export class FoldIAndY1796089200000 implements MigrationInterface {
  readonly name = 'FoldIAndY1796089200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      ${setOf(TEXTS, (name) => String.raw`regexp_replace(${name}, '\m(h|k|l|m|s|t|v|qu)i(\d?)\M', '\1y\2', 'g')`)}
      ${setOf(WORDS, (name) => String.raw`regexp_replace(${name}::text, '''(h|k|l|m|s|t|v|qu)i(\d?)''', '''\1y\2''', 'g')::tsvector`)}`);
  }

  /** Nothing: the older program finds less, and stores anew what changes. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
