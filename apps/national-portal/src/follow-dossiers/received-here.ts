import { sql, batchWrite } from '@motcua/platform';

/** What a dossier of the portal lacks is asked for once its fee is paid: intake looks again. */
export const handOverAgain = batchWrite<string>(
  (dossierIds) => sql`
    UPDATE received_dossier SET state = 'received', due_at = clock_timestamp(), attempts = 0, version = version + 1
    WHERE dossier_id = ANY (${dossierIds}::uuid[]) AND state = 'handedOver'`,
);

/** Delivered before the office's typing was heard of: the dossier that the office typed is the delivered one. */
export const linkToTyped = batchWrite<{ readonly dossierId: string; readonly portalCode: string }>(
  (typed) => sql`
    UPDATE received_dossier d SET dossier_id = t.id, state = 'handedOver', refusal = NULL, waiting_for = NULL, due_at = NULL,
      version = version + 1
    FROM unnest(${typed.map(({ dossierId }) => dossierId)}::uuid[], ${typed.map(({ portalCode }) => portalCode)}::text[])
      AS t (id, portal_code)
    WHERE d.portal_code = t.portal_code AND d.dossier_id <> t.id
      AND NOT EXISTS (SELECT FROM dossier o WHERE o.dossier_id = d.dossier_id AND o.code IS NOT NULL)`,
);
