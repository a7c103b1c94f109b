import { NotYetKnown, type Tx } from '@motcua/platform';

const REQUIRED = 'SELECT components FROM required_papers WHERE procedure_code = $1 AND version = $2 AND variant = $3';

/**
 * Codes of the components that a variant requires.
 * @throws NotYetKnown while its version has not come
 */
export async function requiredPapers(
  tx: Tx,
  {
    procedureCode,
    procedureVersion,
    variant,
  }: Readonly<Record<'procedureCode' | 'variant', string>> & {
    readonly procedureVersion: number;
  },
): Promise<readonly string[]> {
  const [found] = await tx.query<{ components: string[] }>(REQUIRED, [procedureCode, procedureVersion, variant]);
  if (!found) throw new NotYetKnown(`procedure ${procedureCode}, version ${procedureVersion}, variant ${variant}`);
  return found.components;
}
