import type { StoreItemKind } from '@motcua/contracts';
import { type Queries, type SendableFile, sql } from '@motcua/platform';

export interface FoundFile extends SendableFile {
  readonly dossierId: string;
  /** Of a store's item: its owner may have it without the dossier. */
  readonly applicantRef: string | null;
  /** Of a store's item: what it is. */
  readonly kind: StoreItemKind | null;
  /** What is owed before the content of a result is handed out, in đồng. */
  readonly owed: number;
  /** The receipt that was named for it at acceptance. */
  readonly cashReceiptNumber: string | null;
  /** Of a result that is no PDF: its signature. */
  readonly signature: { readonly sha256: string; readonly size: number } | null;
}

/** A file of a dossier, or an item of an applicant's store. */
export async function findFile(queries: Queries, id: string): Promise<FoundFile | undefined> {
  const [found] = await queries.query<FoundFile>(sql`
    SELECT dossier_id AS "dossierId", NULL AS "applicantRef", NULL AS kind, sha256, size, media_type AS "mediaType", name, 0 AS owed, NULL AS "cashReceiptNumber", NULL::jsonb AS signature
    FROM dossier_file WHERE id = ${id}
    UNION ALL
    SELECT p.dossier_id, p.applicant_ref, p.kind, p.sha256, p.size, p.media_type, p.file_name, p.owed, d.cash_receipt_number, p.signature
    FROM stored_paper p JOIN dossier d ON d.id = p.dossier_id WHERE p.id = ${id}`);
  return found;
}
