import { variantOf } from '@motcua/dossier-domain';
import type { Tx } from '@motcua/platform';
import { type AnnouncedVersion, decided } from '../catalogue/procedures.js';
import type { DossierRow } from '../persistence/dossier-row.js';

const KEEP = `
  INSERT INTO store_item (id, applicant_ref, kind, dossier_id, code, name, issued_at, sha256, size, media_type, file_name)
  SELECT gen_random_uuid(), $2, 'paper', f.dossier_id, f.component, coalesce(c.name, f.component), $3, f.sha256, f.size, f.media_type, f.name
  FROM dossier_file f LEFT JOIN jsonb_to_recordset($4::jsonb) AS c (code text, name text) ON c.code = f.component
  WHERE f.dossier_id = $1
  ON CONFLICT DO NOTHING`;

/** R20: what the one-stop has accepted once is not asked for again. */
export async function keepPapersForReuse(tx: Tx, dossier: DossierRow, version: AnnouncedVersion): Promise<void> {
  const components = variantOf(decided(version), dossier.variant)?.components ?? [];
  const names = components.map(({ code, name }) => ({ code, name }));
  await tx.query(KEEP, [dossier.id, dossier.applicantRef, dossier.acceptedAt, JSON.stringify(names)]);
}
