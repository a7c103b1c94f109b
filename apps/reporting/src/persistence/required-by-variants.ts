import { sql, type Tx } from '@motcua/platform';
import type { DossierRow } from './dossier-row.js';

interface Required {
  readonly code: string;
  readonly version: number;
  readonly variant: string;
  readonly components: readonly string[];
}

type Procedure = Pick<DossierRow, 'procedureCode' | 'procedureVersion'>;

/** What the variants require that dossiers are of from now on; undefined where one has not come yet. */
export async function requiredByVariants(
  tx: Tx,
  asked: readonly { readonly dossierId: string; readonly variant?: string }[],
  dossiers: ReadonlyMap<string, Procedure>,
): Promise<(dossier: Procedure, variant: string) => readonly string[] | undefined> {
  const variants = asked.flatMap(({ dossierId, variant }) => {
    const dossier = dossiers.get(dossierId);
    return variant === undefined || !dossier ? [] : [{ ...dossier, variant }];
  });
  if (variants.length === 0) return () => undefined;
  const codes = variants.map(({ procedureCode }) => procedureCode);
  const versions = variants.map(({ procedureVersion }) => procedureVersion);
  const rows = await tx.query<Required & Record<string, unknown>>(sql`
    SELECT procedure_code AS code, version, variant, components FROM required_papers
    WHERE (procedure_code, version, variant)
      IN (SELECT * FROM unnest(${codes}::text[], ${versions}::int[], ${variants.map(({ variant }) => variant)}::text[]))`);
  return ({ procedureCode, procedureVersion }, wanted) =>
    rows.find(
      ({ code, version, variant }) => code === procedureCode && version === procedureVersion && variant === wanted,
    )?.components;
}
