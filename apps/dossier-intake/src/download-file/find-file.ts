import { type Queries, type SendableFile, sql } from '@motcua/platform';

interface FoundFile extends SendableFile {
  readonly dossierId: string;
  /** Of a store's item: its owner may have it without the dossier. */
  readonly applicantRef: string | null;
}

/** A file of a dossier, or an item of an applicant's store. */
export async function findFile(queries: Queries, id: string): Promise<FoundFile | undefined> {
  const [found] = await queries.query<FoundFile>(sql`
    SELECT dossier_id AS "dossierId", NULL AS "applicantRef", sha256, size, media_type AS "mediaType", name FROM dossier_file WHERE id = ${id}
    UNION ALL
    SELECT dossier_id, applicant_ref, sha256, size, media_type, file_name FROM store_item WHERE id = ${id}`);
  return found;
}
