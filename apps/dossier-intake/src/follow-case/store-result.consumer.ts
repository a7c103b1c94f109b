import { Controller } from '@nestjs/common';
import { CaseResultIssuedV1 } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { ApplyCaseFact } from './apply-case-fact.js';

const KEEP = `
  INSERT INTO store_item (id, applicant_ref, kind, dossier_id, code, name, number, issued_at, sha256, size, media_type, file_name, valid_until)
  SELECT $1, applicant_ref, 'result', id, $3, $4, $5, $6, $7, $8, $9, $10, $11::date FROM dossier WHERE id = $2
  ON CONFLICT DO NOTHING`;

/** R20: a result is kept in the applicant's store and may be reused as a component. */
@Controller()
export class StoreResult {
  constructor(private readonly facts: ApplyCaseFact) {}

  @On(CaseResultIssuedV1)
  async keep({ data }: EventEnvelope<CaseResultIssuedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, resultCode, name, number, issuedAt, file, signer, signatureFormat, validUntil } = data;
    const at = Temporal.Instant.from(issuedAt);
    await tx.query(KEEP, [
      newId(),
      dossierId,
      resultCode,
      name,
      number,
      at,
      file.sha256,
      file.size,
      file.mediaType,
      file.name,
      validUntil ?? null,
    ]);
    const detail = { resultCode, number, sha256: file.sha256, signer: signer.subject, signatureFormat };
    await this.facts.apply(tx, { dossierId, at, action: 'resultIssued', detail, changes: {} });
  }
}
