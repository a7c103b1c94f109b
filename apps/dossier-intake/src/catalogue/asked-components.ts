import { variantOf } from '@motcua/dossier-domain';
import type { Tx } from '@motcua/platform';
import { decided, type Procedures } from './procedures.js';
import type { DossierRow } from '../persistence/dossier-row.js';

/** Codes of the components that the version of the submission asks for (R14). */
export async function askedComponents(
  tx: Tx,
  procedures: Procedures,
  { procedureCode, procedureVersion, variant }: DossierRow,
): Promise<string[]> {
  const version = await procedures.version(procedureCode, procedureVersion, tx);
  return variantOf(decided(version), variant)?.components.map(({ code }) => code) ?? [];
}
