import { sql, writeTogether } from '@motcua/platform';

interface RefusedDossier {
  readonly dossierId: string;
  readonly code: string;
}

/** What intake refused is shown to an officer. */
export const dossierRefused = writeTogether<RefusedDossier>(
  (refused) => sql`
    UPDATE received_dossier d SET state = 'refused', refusal = r.code, version = version + 1
    FROM unnest(${refused.map(({ dossierId }) => dossierId)}::uuid[], ${refused.map(({ code }) => code)}::text[]) AS r (id, code)
    WHERE d.dossier_id = r.id AND d.state = 'handedOver'`,
);

export const requestRefused = writeTogether<RefusedDossier & { readonly requestId: string }>(
  (refused) => sql`
    UPDATE received_request q SET state = 'refused', refusal = r.code, version = version + 1
    FROM unnest(${refused.map(({ dossierId }) => dossierId)}::uuid[], ${refused.map(({ requestId }) => requestId)}::text[],
      ${refused.map(({ code }) => code)}::text[]) AS r (id, request_id, code)
    WHERE q.dossier_id = r.id AND q.request_id = r.request_id AND q.state = 'handedOver'`,
);
