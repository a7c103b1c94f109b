import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers, their files and supplements, the applicant's store, and the copies of procedures, tariffs and policies. */
export class IntakeTables1700000100000 implements MigrationInterface {
  readonly name = 'IntakeTables1700000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE procedure_version (
        code text NOT NULL, version int NOT NULL, effective_from date NOT NULL, content jsonb NOT NULL,
        PRIMARY KEY (code, version)
      );
      CREATE TABLE procedure_suspension (
        code text NOT NULL, suspended_from date NOT NULL, suspended_until date, reason text NOT NULL,
        PRIMARY KEY (code, suspended_from)
      );
      CREATE TABLE procedure_repeal (code text PRIMARY KEY, repealed_from date NOT NULL);
      CREATE TABLE tariff_copy (procedure_code text PRIMARY KEY, revision int NOT NULL, lines jsonb NOT NULL);
      CREATE TABLE policy_copy (code text PRIMARY KEY, revision int NOT NULL, kind text NOT NULL, content jsonb NOT NULL);

      CREATE TABLE dossier (
        id uuid PRIMARY KEY,
        version int NOT NULL,
        status text NOT NULL,
        code text UNIQUE,
        procedure_code text NOT NULL, procedure_version int NOT NULL, procedure_name text NOT NULL,
        variant text NOT NULL, channel text NOT NULL,
        -- Three places (R23): where it was handed in, who receives it, who decides.
        submission_agency text, receiving_agency text NOT NULL, competent_agency text NOT NULL,
        applicant_ref text NOT NULL,
        -- The identity number in it is sealed.
        applicant jsonb NOT NULL,
        delivery jsonb NOT NULL, form_data jsonb NOT NULL, language text NOT NULL,
        submitted_by text NOT NULL, portal_code text,
        created_at timestamptz NOT NULL, listed_at timestamptz NOT NULL, status_since timestamptz NOT NULL, status_reason text,
        submitted_at timestamptz, fee_lines jsonb NOT NULL DEFAULT '[]', unpaid_before_return int NOT NULL DEFAULT 0, paid_at timestamptz,
        reception_due_at timestamptz,
        accepted_at timestamptz, accepted_by jsonb, acceptance jsonb, cash_receipt_number text,
        statutory_due_at timestamptz, promised_due_at timestamptz,
        holder_agency text NOT NULL, holder_officer text, holder_step text,
        supplement_count int NOT NULL DEFAULT 0, supplement_deadline_at timestamptz,
        payment_returns_to text,
        withdrawal_asked_at timestamptz,
        refusal jsonb, returned jsonb, outcome text
      );
      CREATE INDEX dossier_applicant ON dossier (applicant_ref, listed_at DESC, id DESC);
      CREATE INDEX dossier_listed ON dossier (listed_at DESC, id DESC) WHERE status <> 'draft';
      -- What the sweep of R9 asks.
      CREATE INDEX dossier_supplement_deadline ON dossier (supplement_deadline_at)
        WHERE status = 'supplementRequired' AND accepted_at IS NULL;

      -- R1: one row per receiving agency and day, so that only submissions to the same office wait for each other.
      CREATE TABLE code_sequence (agency text NOT NULL, day date NOT NULL, last int NOT NULL, PRIMARY KEY (agency, day));

      CREATE TABLE supplement_request (
        dossier_id uuid NOT NULL REFERENCES dossier, number int NOT NULL,
        before_acceptance boolean NOT NULL,
        requested_at timestamptz NOT NULL, items jsonb NOT NULL, deadline_at timestamptz NOT NULL, requested_by jsonb NOT NULL,
        -- When the applicant gave what was asked; after acceptance the case then decides whether that stands.
        given_at timestamptz, completed_at timestamptz, rejected_reason text,
        PRIMARY KEY (dossier_id, number)
      );

      CREATE TABLE dossier_file (
        id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL REFERENCES dossier, component text NOT NULL,
        sha256 text NOT NULL, size int NOT NULL, media_type text NOT NULL, name text NOT NULL,
        uploaded_at timestamptz NOT NULL, uploaded_by text NOT NULL,
        -- The request that it answers; null in a draft.
        supplement int,
        -- The paper or result that was reused (R20).
        from_store uuid
      );
      CREATE INDEX dossier_file_dossier ON dossier_file (dossier_id);

      -- Results and accepted papers of an applicant, to be reused (R20).
      CREATE TABLE store_item (
        id uuid PRIMARY KEY,
        applicant_ref text NOT NULL, kind text NOT NULL, dossier_id uuid NOT NULL REFERENCES dossier,
        code text NOT NULL, name text NOT NULL, number text, issued_at timestamptz NOT NULL,
        sha256 text NOT NULL, size int NOT NULL, media_type text NOT NULL, file_name text NOT NULL,
        UNIQUE (applicant_ref, code, sha256)
      );
      CREATE INDEX store_item_newest ON store_item (applicant_ref, issued_at DESC, id DESC);
      CREATE INDEX store_item_dossier ON store_item (dossier_id);

      -- What was last published of an applicant's contact, as a keyed hash.
      CREATE TABLE applicant_contact (applicant_ref text PRIMARY KEY, fingerprint text NOT NULL);
    `);
    await runner.query(READERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dossier_reader, applicant_contact, store_item, dossier_file, supplement_request, code_sequence, dossier, policy_copy,
        tariff_copy, procedure_repeal, procedure_suspension, procedure_version;
      DROP FUNCTION keep_dossier_readers(), keep_readers_of_moved_agency()`);
  }
}

/**
 * Who sees a dossier in lists: its submitter, and, once it is submitted, every agency of it and above. Derived by the
 * database itself, so that a subtree is one equality and a page is one walk along an index.
 */
const READERS = `
  CREATE TABLE dossier_reader (
    reader text NOT NULL, dossier_id uuid NOT NULL REFERENCES dossier, listed_at timestamptz NOT NULL, status text NOT NULL,
    PRIMARY KEY (dossier_id, reader)
  );
  CREATE INDEX dossier_reader_newest ON dossier_reader (reader, listed_at DESC, dossier_id DESC);
  CREATE INDEX dossier_reader_status ON dossier_reader (reader, status, listed_at DESC, dossier_id DESC);

  CREATE FUNCTION keep_dossier_readers() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF (OLD.submitted_by, OLD.receiving_agency, OLD.competent_agency, OLD.holder_agency) IS DISTINCT FROM
        (NEW.submitted_by, NEW.receiving_agency, NEW.competent_agency, NEW.holder_agency) THEN
        DELETE FROM dossier_reader WHERE dossier_id = NEW.id;
      ELSIF NEW.status = OLD.status AND NEW.listed_at = OLD.listed_at THEN
        RETURN NULL;
      END IF;
    END IF;
    INSERT INTO dossier_reader (reader, dossier_id, listed_at, status)
    SELECT 'subject:' || NEW.submitted_by, NEW.id, NEW.listed_at, NEW.status
    UNION
    SELECT above, NEW.id, NEW.listed_at, NEW.status FROM agency_copy a, unnest(a.ancestors) AS above
    WHERE NEW.status <> 'draft' AND a.code IN (NEW.receiving_agency, NEW.competent_agency, NEW.submission_agency, NEW.holder_agency)
    ON CONFLICT (dossier_id, reader) DO UPDATE SET listed_at = excluded.listed_at, status = excluded.status;
    RETURN NULL;
  END $$;
  CREATE TRIGGER dossier_readers AFTER INSERT OR UPDATE ON dossier FOR EACH ROW EXECUTE FUNCTION keep_dossier_readers();

  CREATE FUNCTION keep_readers_of_moved_agency() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    DELETE FROM dossier_reader r USING dossier d
    WHERE r.dossier_id = d.id AND r.reader = ANY (OLD.ancestors) AND NOT r.reader = ANY (NEW.ancestors)
      AND NEW.code IN (d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency);
    INSERT INTO dossier_reader (reader, dossier_id, listed_at, status)
    SELECT above, d.id, d.listed_at, d.status
    FROM dossier d JOIN agency_copy a ON a.code IN (d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency), unnest(a.ancestors) AS above
    WHERE d.status <> 'draft' AND NEW.code IN (d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE TRIGGER moved_agency_readers AFTER UPDATE ON agency_copy FOR EACH ROW
    WHEN (OLD.ancestors IS DISTINCT FROM NEW.ancestors) EXECUTE FUNCTION keep_readers_of_moved_agency();
`;
