import type { Tx } from '@motcua/platform';

/** A file that left the draft. */
export interface DroppedFile {
  readonly component: string;
  readonly sha256: string;
}

const DROP = `
  WITH dropped AS (DELETE FROM dossier_file WHERE dossier_id = $1 AND from_store IS NOT NULL RETURNING id, component, sha256)
  SELECT component, sha256 FROM dropped ORDER BY id`;

/** Papers of one person's store are no papers of another's dossier (R20). What was uploaded stays. */
export const dropReusedPapers = (tx: Tx, dossierId: string): Promise<DroppedFile[]> =>
  tx.query<DroppedFile>(DROP, [dossierId]);
