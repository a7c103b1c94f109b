import type { Client } from 'pg';

/** The office whose officers ask for their lists; it has a quarter of all dossiers. */
export const OFFICE = 'H48.12';

const OFFICES = `office AS (SELECT array_agg(code ORDER BY code) AS codes FROM intake.agency_copy WHERE active)`;
const OFFICE_OF = `CASE WHEN n % 4 = 0 THEN '${OFFICE}' ELSE codes[1 + n % cardinality(codes)] END`;
const ID = `('be9cf111-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const CODE = `${OFFICE_OF} || '-260101-' || lpad(n::text, 7, '0')`;
const STATUSES = `(ARRAY['registered','accepted','processing','processing','supplementRequired','paymentRequired','processed','returned','returned','returned'])[1 + (n / 4) % 10]`;

const DOSSIERS = `
  WITH ${OFFICES}
  INSERT INTO intake.dossier (id, version, status, code, procedure_code, procedure_version, procedure_name, variant, channel, receiving_agency,
    competent_agency, holder_agency, applicant_ref, applicant, delivery, form_data, language, submitted_by, created_at, listed_at, status_since,
    submitted_at, reception_due_at, accepted_at, promised_due_at)
  SELECT ${ID}, 3, ${STATUSES}, ${CODE}, '1.001686', 1, 'Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y', 'default', 'online', ${OFFICE_OF},
    ${OFFICE_OF}, ${OFFICE_OF}, translate(encode(sha256(convert_to('bench' || n % 50000, 'UTF8')), 'base64'), '+/=', '-_'),
    jsonb_build_object('kind', 'citizen', 'identityType', 'citizenId', 'identityNumber', 'sealed', 'fullName', 'Nguyễn Thị Mẫu ' || n,
      'phone', '+84900000001', 'email', 'mau@example.test', 'address', null),
    '{"method": "post", "address": "Số 1 đường Mẫu, phường Cẩm Thành"}', '{}', 'vi', 'subject-' || n % 50000,
    at, at, at, at, at + interval '1 day', at + interval '1 day', at + interval '7 days'
  FROM office, generate_series(1, $1::int) AS n, LATERAL (SELECT date_trunc('milliseconds', now() - n * interval '100 seconds') AS at) AS time`;

const READERS = `
  INSERT INTO intake.dossier_reader (reader, dossier_id, listed_at, status)
  SELECT 'subject:' || submitted_by, id, listed_at, status FROM intake.dossier WHERE id::text LIKE 'be9cf111%'
  UNION ALL
  SELECT above, d.id, d.listed_at, d.status FROM intake.dossier d JOIN intake.agency_copy a ON a.code = d.receiving_agency, unnest(a.ancestors) AS above
  WHERE d.id::text LIKE 'be9cf111%'`;

const CASES = `
  INSERT INTO workflow.case_file (dossier_id, code, applicant_ref, submitted_by, procedure_code, receiving_agency, competent_agency, terms, accepted_at,
    original_statutory_due_at, original_promised_due_at, earlier_supplements, status, statutory_due_at, promised_due_at)
  SELECT id, code, applicant_ref, submitted_by, procedure_code, receiving_agency, competent_agency, '{}', accepted_at, promised_due_at, promised_due_at, 0,
    'open', promised_due_at, promised_due_at
  FROM intake.dossier WHERE id::text LIKE 'be9cf111%'`;

// Of each case one task; half of them are still open, and of those a third is held by somebody.
const TASKS = `
  INSERT INTO workflow.task (id, dossier_id, state, step, step_name, role, agency, holder_subject, holder_name, opened_at, due_at, code, procedure_code,
    procedure_name)
  SELECT gen_random_uuid(), id, CASE WHEN n % 2 = 0 THEN 'open' ELSE 'done' END, 'assessment', 'Thẩm định hồ sơ',
    (ARRAY['specialist', 'leader', 'clerk'])[1 + n % 3], receiving_agency, CASE WHEN n / 6 % 3 = 0 THEN 'officer-' || n % 500 END,
    CASE WHEN n / 6 % 3 = 0 THEN 'Trần Thị Mẫu' END, accepted_at, promised_due_at, code, procedure_code, procedure_name
  FROM (SELECT d.*, row_number() OVER (ORDER BY md5(id::text)) AS n FROM intake.dossier d WHERE id::text LIKE 'be9cf111%') AS d`;

/** Fills intake's and workflow's tables with so many dossiers and cases by SQL, past triggers and foreign keys. */
export async function fillLists(admin: Client, dossiers: number): Promise<void> {
  await admin.query('SET session_replication_role = replica');
  await admin.query(DOSSIERS, [dossiers]);
  for (const sql of [READERS, CASES, TASKS]) await admin.query(sql);
  await admin.query('SET session_replication_role = origin');
  for (const table of ['intake.dossier', 'intake.dossier_reader', 'workflow.case_file', 'workflow.task'])
    await admin.query(`VACUUM (ANALYZE) ${table}`);
}
