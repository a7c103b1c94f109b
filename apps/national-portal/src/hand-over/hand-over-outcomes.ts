import { type BatchWork, sql, type Tx, batchWrite } from '@motcua/platform';

interface RefusedDossier {
  readonly dossierId: string;
  readonly code: string;
}

/** What intake refused is shown to an officer. Answers the portal's code; undefined where it waits for no answer any more. */
export const dossierRefused = (tx: Tx, refused: RefusedDossier): Promise<string | undefined> =>
  tx.batch(dossiersRefused, refused, dossiersRefused);

const dossiersRefused: BatchWork<RefusedDossier, string | undefined> = async (tx, refused) => {
  const rows = await tx.query<{ id: string; portalCode: string }>(sql`
    UPDATE received_dossier d SET state = 'refused', refusal = r.code, acknowledged_at = NULL, acknowledged_by = NULL, version = version + 1
    FROM unnest(${refused.map(({ dossierId }) => dossierId)}::uuid[], ${refused.map(({ code }) => code)}::text[]) AS r (id, code)
    WHERE d.dossier_id = r.id AND d.state = 'handedOver' RETURNING d.dossier_id AS id, d.portal_code AS "portalCode"`);
  const codes = new Map(rows.map(({ id, portalCode }) => [id, portalCode]));
  return refused.map(({ dossierId }) => codes.get(dossierId));
};

export const requestRefused = batchWrite<RefusedDossier & { readonly requestId: string }>(
  (refused) => sql`
    UPDATE received_request q SET state = 'refused', refusal = r.code, version = version + 1
    FROM unnest(${refused.map(({ dossierId }) => dossierId)}::uuid[], ${refused.map(({ requestId }) => requestId)}::text[],
      ${refused.map(({ code }) => code)}::text[]) AS r (id, request_id, code)
    WHERE q.dossier_id = r.id AND q.request_id = r.request_id AND q.state = 'handedOver'`,
);
