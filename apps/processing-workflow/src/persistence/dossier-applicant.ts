import { openEnvelope, type Queries, sql } from '@motcua/platform';

/** Who applied, as the dossier says it; nothing once the applicant was erased. */
export interface NamedApplicant {
  readonly kind?: string;
  readonly fullName?: string;
  readonly address?: string | null;
  readonly phone?: string | null;
}

interface SealedApplicant {
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
}

export const openApplicant = (sealingKey: string, { sealed, wrappedKey }: SealedApplicant): NamedApplicant =>
  sealed === null || wrappedKey === null ? {} : (openEnvelope(sealingKey, { sealed, wrappedKey }) as NamedApplicant);

/** Undefined while not heard of yet. */
export async function applicantOf(
  queries: Queries,
  sealingKey: string,
  dossierId: string,
): Promise<NamedApplicant | undefined> {
  const [row] = await queries.query<SealedApplicant>(
    sql`SELECT sealed, wrapped_key AS "wrappedKey" FROM dossier_applicant WHERE dossier_id = ${dossierId}`,
  );
  return row && openApplicant(sealingKey, row);
}
