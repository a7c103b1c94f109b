import { sql, batchWrite } from '@motcua/platform';

/** Lets dossiers be looked at again that waited for something which has come. */
export const wakeWaiting = batchWrite<{ readonly kind: string; readonly code: string }>(
  (come) => sql`
    UPDATE dossier SET due_at = clock_timestamp(), waiting_for = NULL
    WHERE waiting_for IS NOT NULL AND EXISTS (
      SELECT FROM jsonb_array_elements(${JSON.stringify(come.map(({ kind, code }) => ({ kind, code })))}::jsonb) AS one
      WHERE waiting_for @> jsonb_build_array(one)
    )`,
);
