import { batchWrite, openEnvelope, type Queries, sql } from '@motcua/platform';

interface SealedApplicant {
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
}

/** In whose name a receipt is written. */
export interface Payer {
  readonly fullName: string;
  readonly address: string | null;
}

/**
 * Who was named when the receipt, or that which it adjusts, was issued, or else the applicant, as the dossier names them; null once they were erased; undefined
 * while they are not heard of.
 */
export async function payerOf(
  queries: Queries,
  sealingKey: string,
  { id, dossierId }: { readonly id: string; readonly dossierId: string },
): Promise<Payer | null | undefined> {
  const [row] = await queries.query<SealedApplicant>(sql`
    SELECT sealed, wrapped_key AS "wrappedKey" FROM (
      SELECT sealed, wrapped_key, 1 AS n FROM receipt_payer
        WHERE receipt_id = coalesce((SELECT adjusts FROM receipt WHERE id = ${id}), ${id})
      UNION ALL SELECT sealed, wrapped_key, 2 FROM dossier_applicant WHERE dossier_id = ${dossierId}) p
    ORDER BY n LIMIT 1`);
  if (row === undefined) return undefined;
  const { sealed, wrappedKey } = row;
  if (sealed === null || wrappedKey === null) return null;
  const { fullName, address } = openEnvelope(sealingKey, { sealed, wrappedKey }) as Payer;
  return { fullName, address: address ?? null };
}

/** With the persons of dossiers go those who paid for them. */
export const erasePayers = batchWrite<string>(
  (dossiers) =>
    sql`UPDATE receipt_payer SET sealed = NULL, wrapped_key = NULL WHERE dossier_id = ANY (${dossiers}::uuid[])`,
);
