import type { Returnable } from '@motcua/dossier-domain';
import type { DossierParts } from '../persistence/dossier-parts.js';
import { type DossierRow, owedOf } from '../persistence/dossier-row.js';

/** What bears on whether the result of a dossier may go out, over the counter or to the post. */
export const returnableOf = (
  { dossier, results }: { readonly dossier: DossierRow } & Pick<DossierParts, 'results'>,
  now: Temporal.Instant,
): Returnable => ({
  owed: owedOf(dossier),
  cashReceiptNumber: dossier.cashReceiptNumber,
  otherDues: dossier.otherDues,
  results,
  now,
});
