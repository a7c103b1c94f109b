import type { StoreItemKind } from '@motcua/contracts';
import { type Queries, type SendableFile, sql } from '@motcua/platform';

interface FoundFile extends SendableFile {
  readonly dossierId: string;
  /** Of a store's item: its owner may have it without the dossier. */
  readonly applicantRef: string | null;
  /** Of a store's item: what it is. */
  readonly kind: StoreItemKind | null;
  /** What is owed before the content of a result is handed out, in đồng. */
  readonly owed: number;
  /** The receipt that was named for it at acceptance. */
  readonly cashReceiptNumber: string | null;
}

/** A file of a dossier, or an item of an applicant's store. */
export async function findFile(queries: Queries, id: string): Promise<FoundFile | undefined> {
  const [found] = await queries.query<FoundFile>(sql`
    SELECT dossier_id AS "dossierId", NULL AS "applicantRef", NULL AS kind, sha256, size, media_type AS "mediaType", name, 0 AS owed, NULL AS "cashReceiptNumber"
    FROM dossier_file WHERE id = ${id}
    UNION ALL
    SELECT p.dossier_id, p.applicant_ref, p.kind, p.sha256, p.size, p.media_type, p.file_name, p.owed, d.cash_receipt_number
    FROM stored_paper p JOIN dossier d ON d.id = p.dossier_id WHERE p.id = ${id}`);
  return found;
}
