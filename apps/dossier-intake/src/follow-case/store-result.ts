import type { CaseResultIssuedV1, CaseResultRevokedV1 } from '@motcua/contracts';
import type { RowChange } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { StoreItemRow } from '../persistence/store-item-row.js';

/** A result goes into the applicant's store: a licence may be reused as a component, a letter of refusal is kept. @rule R20 */
export const storedResult = (
  { id, applicantRef }: DossierRow,
  { resultCode, decision, name, number, issuedAt, file, signature, validUntil }: CaseResultIssuedV1,
): Omit<StoreItemRow, 'id'> => ({
  applicantRef,
  kind: 'result',
  dossierId: id,
  code: resultCode,
  name,
  number,
  issuedAt: Temporal.Instant.from(issuedAt),
  sha256: file.sha256,
  size: file.size,
  mediaType: file.mediaType,
  fileName: file.name,
  decision,
  sourceId: null,
  validUntil: validUntil ?? null,
  revokedAt: null,
  revokedReason: null,
  replacedBy: null,
  signature: signature ? { sha256: signature.sha256, size: signature.size } : null,
});

/** A revoked result stays in the store with its reason, and is not reused. @rule R20 */
export const revokedResults = (
  results: readonly StoreItemRow[],
  { sha256, revokedAt, reason, replacedBy }: CaseResultRevokedV1,
): RowChange<StoreItemRow>[] =>
  results
    .filter((result) => result.sha256 === sha256 && result.revokedAt === null)
    .map((before) => ({
      before,
      after: { ...before, revokedAt: Temporal.Instant.from(revokedAt), revokedReason: reason, replacedBy },
    }));

/** One that was revoked before, and is issued anew, names what took its place. */
export const replacedResults = (
  results: readonly StoreItemRow[],
  { number, replaces }: CaseResultIssuedV1,
): RowChange<StoreItemRow>[] =>
  results
    .filter((result) => result.sha256 === replaces?.sha256)
    .map((before) => ({ before, after: { ...before, replacedBy: number } }));
