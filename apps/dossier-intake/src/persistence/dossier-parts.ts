import type { Remark } from '@motcua/dossier-domain';
import type { OfficerReference, Plain, StoreItemKind } from '@motcua/contracts';
import type { Tx } from '@motcua/platform';

/** As PostgreSQL writes them into JSON: times are texts. */
export interface DossierParts {
  readonly holderName: string | null;
  readonly files: readonly StoredComponentFile[];
  readonly supplements: readonly StoredSupplement[];
  readonly results: readonly StoredResult[];
}

export interface StoredComponentFile {
  readonly id: string;
  readonly component: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly uploadedAt: string;
  readonly supplement: number | null;
  readonly fromStore: string | null;
  /** What of the store it is; null where it is not from there. */
  readonly reusedFrom: StoreItemKind | null;
}

export interface StoredSupplement {
  readonly number: number;
  readonly beforeAcceptance: boolean;
  readonly requestedAt: string;
  readonly items: readonly Remark[];
  readonly deadlineAt: string;
  readonly requestedBy: Plain<OfficerReference>;
  readonly givenAt: string | null;
  readonly completedAt: string | null;
  readonly rejectedReason: string | null;
}

export interface StoredResult {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly number: string | null;
  readonly issuedAt: string;
  readonly sha256: string;
  readonly mediaType: string;
}

export const FILES_OF = (dossier: string): string => `
  coalesce((SELECT json_agg(json_build_object('id', f.id, 'component', f.component, 'sha256', f.sha256, 'size', f.size, 'mediaType', f.media_type,
    'name', f.name, 'uploadedAt', f.uploaded_at, 'supplement', f.supplement, 'fromStore', f.from_store,
    'reusedFrom', CASE WHEN f.from_store IS NOT NULL THEN (SELECT i.kind FROM store_item i WHERE i.id = f.from_store) END) ORDER BY f.id)
    FROM dossier_file f WHERE f.dossier_id = ${dossier}), '[]')`;

const PARTS = `
  SELECT ${FILES_OF('$1')} AS files,
    (SELECT name FROM agency_copy WHERE code = $2) AS "holderName",
    coalesce((SELECT json_agg(json_build_object('number', s.number, 'beforeAcceptance', s.before_acceptance, 'requestedAt', s.requested_at, 'items', s.items,
      'deadlineAt', s.deadline_at, 'requestedBy', s.requested_by, 'givenAt', s.given_at, 'completedAt', s.completed_at,
      'rejectedReason', s.rejected_reason) ORDER BY s.number) FROM supplement_request s WHERE s.dossier_id = $1), '[]') AS supplements,
    coalesce((SELECT json_agg(json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'number', i.number, 'issuedAt', i.issued_at, 'sha256', i.sha256,
      'mediaType', i.media_type) ORDER BY i.issued_at, i.id) FROM store_item i WHERE i.dossier_id = $1 AND i.kind = 'result'), '[]') AS results`;

/** What belongs to a dossier, in one round trip. */
export async function readParts(
  queries: Pick<Tx, 'query'>,
  dossierId: string,
  holderAgency: string,
): Promise<DossierParts> {
  const [parts] = await queries.query<DossierParts>(PARTS, [dossierId, holderAgency]);
  if (!parts) throw new Error('a statement without FROM always gives a row');
  return parts;
}
