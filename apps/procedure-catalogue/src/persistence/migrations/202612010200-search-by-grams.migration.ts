import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words and pairs of neighbours of a stored text, labelled; what the migration cannot know comes with the next change. */
const gramsOf = (text: string, label: string): string => `
  setweight((SELECT coalesce(string_agg(quote_literal(gram) || ':1', ' '), '')::tsvector FROM (
    SELECT DISTINCT unnest(ARRAY[word, word || ' ' || lead(word) OVER (ORDER BY place)]) AS gram
    FROM unnest(string_to_array(${text}, ' ')) WITH ORDINALITY AS w(word, place)) AS g WHERE gram <> ''), '${label}')`;

const labelled = (vector: string, label: string): string => `
  setweight((SELECT coalesce(string_agg(quote_literal(word) || ':1', ' '), '')::tsvector FROM unnest(tsvector_to_array(${vector})) AS word), '${label}')`;

/** Search by words and by pairs of words, by what people say, and past slips of the keyboard. */
export class SearchByGrams1796092800000 implements MigrationInterface {
  readonly name = 'SearchByGrams1796092800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE synonym (code text COLLATE "C" PRIMARY KEY, said text[] NOT NULL, meant text[] NOT NULL, said_folded text[] NOT NULL, revision int NOT NULL);
      CREATE INDEX synonym_said ON synonym USING gin (said_folded);
      CREATE TABLE search_gram (gram text COLLATE "C" PRIMARY KEY);
      ALTER TABLE procedure_headline ADD grams tsvector, ADD exact_grams tsvector, ADD name_size int, ADD ancillary boolean NOT NULL DEFAULT false;
      UPDATE procedure_headline SET
        grams = ${labelled('all_words', 'C')} || ${gramsOf('name_folded', 'A')},
        exact_grams = ${labelled('all_exact_words', 'C')} || ${gramsOf('name_exact', 'A')},
        name_size = greatest(1, length(name_words));
      INSERT INTO search_gram SELECT DISTINCT gram FROM procedure_headline, unnest(tsvector_to_array(grams)) AS gram;
      DROP INDEX procedure_headline_words;
      ALTER TABLE procedure_headline ALTER grams SET NOT NULL, ALTER exact_grams SET NOT NULL, ALTER name_size SET NOT NULL, ALTER ancillary DROP DEFAULT,
        DROP name_folded, DROP name_exact, DROP name_words, DROP name_exact_words, DROP all_words, DROP all_exact_words;
      CREATE INDEX procedure_headline_grams ON procedure_headline USING gin (grams) WITH (fastupdate = off);
    `);
  }

  /** The columns of before, empty: the older program finds a procedure again once it is saved. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX procedure_headline_grams;
      ALTER TABLE procedure_headline DROP grams, DROP exact_grams, DROP name_size, DROP ancillary,
        ADD name_folded text NOT NULL DEFAULT '', ADD name_exact text NOT NULL DEFAULT '', ADD name_words tsvector NOT NULL DEFAULT '',
        ADD name_exact_words tsvector NOT NULL DEFAULT '', ADD all_words tsvector NOT NULL DEFAULT '', ADD all_exact_words tsvector NOT NULL DEFAULT '';
      CREATE INDEX procedure_headline_words ON procedure_headline USING gin (all_words) WITH (fastupdate = off);
      DROP TABLE search_gram, synonym;
    `);
  }
}
