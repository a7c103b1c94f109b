import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MEASURES } from '@motcua/reporting-domain';
import { columnOf } from '../measure-columns.js';

const counts = MEASURES.map((measure) => `${columnOf(measure)} bigint NOT NULL DEFAULT 0`).join(', ');

export class CreateReportingTables1796032800000 implements MigrationInterface {
  readonly name = 'CreateReportingTables1796032800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the events tell of each dossier; no name, no number of a person.
      CREATE TABLE dossier (
        dossier_id uuid PRIMARY KEY,
        code text NOT NULL,
        procedure_code text COLLATE "C" NOT NULL,
        channel text NOT NULL CHECK (channel IN ('counter', 'online', 'post')),
        receiving_agency text COLLATE "C" NOT NULL,
        competent_agency text COLLATE "C" NOT NULL,
        submitted_at timestamptz NOT NULL,
        accepted_at timestamptz, refused_at timestamptz, withdrawn_at timestamptz, stopped_at timestamptz,
        processed_at timestamptz, returned_at timestamptz,
        slip_due_at timestamptz, due_at timestamptz,
        supplement_requests int NOT NULL, supplement_open_since timestamptz,
        owes_fee boolean NOT NULL, paid_online boolean NOT NULL, digitised boolean NOT NULL,
        electronic_result boolean NOT NULL, reused boolean NOT NULL, from_citizen_store boolean NOT NULL,
        population_data boolean NOT NULL
      );
      -- What still runs is counted when it is asked for: only time tells whether it is late.
      CREATE INDEX dossier_running ON dossier (competent_agency, accepted_at, slip_due_at, due_at)
        INCLUDE (procedure_code, channel, supplement_requests, supplement_open_since)
        WHERE accepted_at IS NOT NULL AND processed_at IS NULL AND returned_at IS NULL AND stopped_at IS NULL
          AND withdrawn_at IS NULL;
      -- The dossiers behind a figure, newest first.
      CREATE INDEX dossier_accepted ON dossier (competent_agency, accepted_at DESC, dossier_id) WHERE accepted_at IS NOT NULL;

      -- Changes of the figures since they were last folded. Appended only, so that no dossier waits for another's figures.
      CREATE TABLE figure_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency text COLLATE "C" NOT NULL, procedure_code text COLLATE "C" NOT NULL, channel text NOT NULL,
        month text COLLATE "C" NOT NULL, event_time timestamptz NOT NULL, ${counts}
      );

      -- Counts of an agency and all below it, by month (2026-11), quarter (2026-Q4) and year (2026); procedure '*' is all of them.
      CREATE TABLE figure (
        agency text COLLATE "C" NOT NULL, period text COLLATE "C" NOT NULL, procedure_code text COLLATE "C" NOT NULL,
        channel text NOT NULL, ${counts},
        PRIMARY KEY (agency, period, procedure_code, channel)
      );
      CREATE INDEX figure_totals ON figure (agency, period) WHERE procedure_code = '*';

      -- With whom each agency's figures are summed; where an agency was put elsewhere, they are summed anew.
      CREATE TABLE summed_under (agency text COLLATE "C" PRIMARY KEY, ancestors text[] NOT NULL);
      -- The same counts of each agency alone, by month: what the sums are made of.
      CREATE TABLE own_figure (
        agency text COLLATE "C" NOT NULL, month text COLLATE "C" NOT NULL, procedure_code text COLLATE "C" NOT NULL,
        channel text NOT NULL, ${counts},
        PRIMARY KEY (agency, month, procedure_code, channel)
      );

      CREATE TABLE procedure_copy (
        code text COLLATE "C" PRIMARY KEY, version int NOT NULL,
        name text NOT NULL, field_code text NOT NULL, field_name text NOT NULL, online_level text NOT NULL,
        competent_agencies text[], competent_level text,
        effective_from date NOT NULL, repealed_from date
      );
      CREATE TABLE tariff_copy (procedure_code text COLLATE "C" PRIMARY KEY, has_fee boolean NOT NULL, revision int NOT NULL);

      -- Time of the latest event whose changes were folded, so that every answer can name what it holds.
      CREATE TABLE folded (one boolean PRIMARY KEY DEFAULT true CHECK (one), event_time timestamptz);
      INSERT INTO folded VALUES (true, NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE folded, tariff_copy, procedure_copy, own_figure, summed_under, figure, figure_change, dossier',
    );
  }
}
