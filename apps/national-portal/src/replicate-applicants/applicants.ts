import { copiesIn, rowTable, sql, batchWrite } from '@motcua/platform';

interface ApplicantCopy {
  readonly dossierId: string;
  readonly applicantRef: string;
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
  readonly erased: boolean;
}

export const keepApplicants = copiesIn(
  rowTable<ApplicantCopy>('applicant', {
    dossierId: 'key',
    applicantRef: 'plain',
    sealed: 'plain',
    wrappedKey: 'plain',
    erased: 'plain',
  }),
);

/** The dossier's record is to be sent again. Of one that is not known yet nothing is due. */
export const tellApplicant = batchWrite<string>(
  (dossierIds) => sql`
    WITH due AS (
      SELECT dossier_id, coalesce(portal_code, code) AS code, agency FROM dossier
      WHERE dossier_id = ANY (${dossierIds}::uuid[]) ORDER BY dossier_id FOR UPDATE
    ), queued AS (
      INSERT INTO journal (id, dossier_id, code, agency, kind, state)
      SELECT gen_random_uuid(), dossier_id, code, agency, 'dossier', 'waiting' FROM due
      ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting' DO NOTHING
    )
    UPDATE dossier d SET revision = revision + 1, waiting_for = NULL,
      waiting_since = coalesce(waiting_since, clock_timestamp()),
      due_at = CASE WHEN failures > 0 AND due_at IS NOT NULL THEN due_at ELSE clock_timestamp() END
    FROM due WHERE d.dossier_id = due.dossier_id`,
);
