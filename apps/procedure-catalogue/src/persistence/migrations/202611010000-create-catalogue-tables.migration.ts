import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CatalogueTables1700000100000 implements MigrationInterface {
  readonly name = 'CatalogueTables1700000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE working_calendar (code text COLLATE "C" PRIMARY KEY, revision int NOT NULL, definition jsonb NOT NULL);

      CREATE TABLE agency (
        code text COLLATE "C" PRIMARY KEY, legacy_code text NOT NULL UNIQUE,
        name text NOT NULL,
        level text NOT NULL CHECK (level IN ('province', 'department', 'commune')),
        parent text COLLATE "C" REFERENCES agency,
        -- From the root to the agency itself.
        ancestors text[] NOT NULL,
        calendar text COLLATE "C" REFERENCES working_calendar,
        address text, phone text, active boolean NOT NULL, revision int NOT NULL,
        name_folded text NOT NULL, words tsvector NOT NULL
      );
      CREATE INDEX agency_ancestors ON agency USING gin (ancestors);
      CREATE INDEX agency_children ON agency (parent, code);
      CREATE INDEX agency_words ON agency USING gin (words) WITH (fastupdate = off);
      CREATE INDEX agency_name ON agency (name_folded);

      CREATE TABLE field (code text COLLATE "C" PRIMARY KEY, name text NOT NULL, name_folded text NOT NULL, revision int NOT NULL);
      CREATE INDEX field_name ON field (name_folded);

      CREATE TABLE policy (
        code text COLLATE "C" PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('fee', 'term')), name text NOT NULL,
        basis_points int NOT NULL, legal_basis text NOT NULL, valid_from date NOT NULL, valid_to date, scope jsonb NOT NULL,
        revision int NOT NULL
      );

      CREATE TABLE procedure (
        code text COLLATE "C" PRIMARY KEY, revision int NOT NULL, repealed_from date, repeal_decision text,
        CHECK ((repealed_from IS NULL) = (repeal_decision IS NULL))
      );
      CREATE TABLE procedure_version (
        procedure text COLLATE "C" REFERENCES procedure, version int NOT NULL CHECK (version > 0),
        definition jsonb NOT NULL, open_questions jsonb NOT NULL, notes jsonb NOT NULL,
        decision_number text, decided_on date, published_on date, effective_from date,
        -- Where a draft came from, and the hash of what was imported: importing the same again changes nothing.
        origin text NOT NULL CHECK (origin IN ('written', 'imported', 'imported-edited', 'seed')), content_hash text,
        revision int NOT NULL,
        PRIMARY KEY (procedure, version),
        CHECK ((decision_number IS NULL) = (effective_from IS NULL) AND (decided_on IS NULL) = (effective_from IS NULL))
      );
      CREATE UNIQUE INDEX procedure_version_one_per_day ON procedure_version (procedure, effective_from) WHERE effective_from IS NOT NULL;
      CREATE TABLE procedure_suspension (
        procedure text COLLATE "C" REFERENCES procedure, from_day date NOT NULL, until_day date, reason text NOT NULL,
        PRIMARY KEY (procedure, from_day), CHECK (until_day > from_day)
      );
      CREATE TABLE tariff (
        procedure text COLLATE "C" PRIMARY KEY REFERENCES procedure, revision int NOT NULL, lines jsonb NOT NULL,
        -- As an import read it: another import may read it anew. What a person set stays.
        imported boolean NOT NULL
      );

      -- What a search finds and a list shows of a procedure, for each stretch of days on which one version is the one to show.
      CREATE TABLE procedure_headline (
        procedure text COLLATE "C" REFERENCES procedure, version int NOT NULL,
        shown_from date NOT NULL, shown_until date NOT NULL,
        name text NOT NULL, name_folded text NOT NULL, name_exact text NOT NULL,
        field_code text COLLATE "C", field_name text NOT NULL,
        level text NOT NULL, online_level text NOT NULL, channels text[] NOT NULL,
        agencies text[] NOT NULL, competent_level text, agency_names text[] NOT NULL,
        effective_from date, open_questions int NOT NULL,
        name_words tsvector NOT NULL, name_exact_words tsvector NOT NULL, all_words tsvector NOT NULL, all_exact_words tsvector NOT NULL,
        PRIMARY KEY (procedure, shown_from)
      );
      CREATE INDEX procedure_headline_words ON procedure_headline USING gin (all_words) WITH (fastupdate = off);
      CREATE INDEX procedure_headline_agencies ON procedure_headline USING gin (agencies);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE procedure_headline, tariff, procedure_suspension, procedure_version, procedure, policy, field, agency, working_calendar
    `);
  }
}
